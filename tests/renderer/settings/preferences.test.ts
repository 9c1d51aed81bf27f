import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/contract/errors.ts'
import { defaultSettings } from '../../../src/contract/settings.ts'
import { Preferences, type PageRoot } from '../../../src/renderer/features/settings/preferences.svelte.ts'
import { locale } from '../../../src/renderer/i18n/locale.svelte.ts'
import { fakeClient } from '../fake-client.ts'

const page = (): PageRoot => ({ lang: '', dataset: {} })

describe('settings', () => {
  it('are applied to the page before the core has answered', async () => {
    const root = page()
    const client = fakeClient({
      'settings.update': () => ok({ ...defaultSettings, theme: 'dark', language: 'ko' })
    })
    const preferences = new Preferences(client, root, () => ['en'])
    const updating = preferences.update({ theme: 'dark', language: 'ko' })
    expect(root).toEqual({ lang: 'ko', dataset: { theme: 'dark' } })
    expect(locale()).toBe('ko')
    await updating
    preferences.take(defaultSettings)
    expect(root).toEqual({ lang: 'en', dataset: {} })
  })

  it('go back when they could not be kept', async () => {
    const root = page()
    const client = fakeClient({ 'settings.update': () => fail('file-not-written', 'Full.') })
    const preferences = new Preferences(client, root, () => ['en'])
    const answer = await preferences.update({ theme: 'dark' })
    expect(answer.ok).toBe(false)
    expect(preferences.current.theme).toBe('system')
    expect(root.dataset).toEqual({})
  })
})
