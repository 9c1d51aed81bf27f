import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/contract/errors.ts'
import { defaultSettings } from '../../../src/contract/settings.ts'
import { keysOf } from '../../../src/renderer/features/keyboard/bindings.svelte.ts'
import { Preferences, type PageRoot } from '../../../src/renderer/features/settings/preferences.svelte.ts'
import { locale } from '../../../src/renderer/i18n/locale.svelte.ts'
import { fakeClient } from '../fake-client.ts'

const page = (): PageRoot & { set: Record<string, string> } => {
  const set: Record<string, string> = {}
  return { lang: '', dataset: {}, set, style: { setProperty: (name, value) => (set[name] = value) } }
}

describe('settings', () => {
  it('are applied to the page before the core has answered', async () => {
    const root = page()
    const client = fakeClient({
      'settings.update': () => ok({ ...defaultSettings, theme: 'dark', language: 'ko' })
    })
    const preferences = new Preferences(client, root, () => ['en'])
    const updating = preferences.update({ theme: 'dark', language: 'ko' })
    expect(root).toMatchObject({ lang: 'ko', dataset: { theme: 'dark' } })
    expect(locale()).toBe('ko')
    await updating
    preferences.take(defaultSettings)
    expect(root.lang).toBe('en')
    expect(root.dataset).toEqual({})
  })

  it('zoom in steps, from whatever is set, and stop at the ends', async () => {
    const root = page()
    let kept = defaultSettings
    const client = fakeClient({
      'settings.update': ({ patch }) => ok((kept = { ...kept, zoom: patch.zoom ?? 1 }))
    })
    const preferences = new Preferences(client, root, () => ['en'])
    await preferences.zoomBy(1)
    await preferences.zoomBy(1)
    expect(root.set['--zoom']).toBe('1.25')
    preferences.take({ ...kept, zoom: 1.3 })
    await preferences.zoomBy(-1)
    expect(preferences.current.zoom).toBe(1.25)
    preferences.take({ ...kept, zoom: 2 })
    await preferences.zoomBy(1)
    expect(preferences.current.zoom).toBe(2)
  })

  it('tell the keys to whatever hears and shows them', () => {
    const preferences = new Preferences(fakeClient({}), page(), () => ['en'])
    preferences.take({ ...defaultSettings, keys: { skip: ['y'] } })
    expect(keysOf('skip')).toEqual(['y'])
    preferences.take(defaultSettings)
    expect(keysOf('skip')).toEqual(['x'])
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
