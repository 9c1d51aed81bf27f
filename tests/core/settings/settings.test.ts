import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../../src/contract/settings.ts'
import { must, startCore, tempFolder, writeFiles } from '../../helpers/core.ts'

describe('settings', () => {
  test('are kept over a restart', async () => {
    const library = tempFolder()
    const app = await startCore({ library })
    must(await app.call('settings.update', { patch: { theme: 'dark', listWidth: 500 } }))
    await app.close()
    const again = await startCore({ library })
    expect(must(await again.call('settings.get', {}))).toEqual({
      ...defaultSettings,
      theme: 'dark',
      listWidth: 500
    })
  })

  test.each(['{ "theme": ', '[]', '"dark"', '\u0000'])(
    'garbage is kept aside and said once: %j',
    async (garbage) => {
      const library = tempFolder()
      writeFiles(library, { 'settings.json': garbage })
      const app = await startCore({ library })
      expect(must(await app.call('settings.get', {}))).toEqual(defaultSettings)
      expect(must(await app.call('library.notices', {}))).toMatchObject([{ code: 'settings-reset' }])
      expect(must(await app.call('library.notices', {}))).toEqual([])
      const aside = readdirSync(library).find((name) => name.startsWith('settings.broken-'))
      expect(readFileSync(join(library, aside ?? ''), 'utf8')).toBe(garbage)
    }
  )

  test('one bad value costs only itself', async () => {
    const library = tempFolder()
    writeFiles(library, { 'settings.json': JSON.stringify({ theme: 'dark', listWidth: 'wide', own: 1 }) })
    const app = await startCore({ library })
    expect(must(await app.call('settings.get', {}))).toEqual({ ...defaultSettings, theme: 'dark' })
  })

  test('of a newer version, and of another program, are kept when one is changed', async () => {
    const library = tempFolder()
    writeFiles(library, { 'settings.json': JSON.stringify({ theme: 'sepia', own: { a: 1 } }) })
    const app = await startCore({ library })
    const other = await startCore({ library })
    must(await other.call('settings.update', { patch: { language: 'ko' } }))
    expect(must(await app.call('settings.update', { patch: { listWidth: 500 } }))).toMatchObject({
      language: 'ko'
    })
    expect(JSON.parse(readFileSync(join(library, 'settings.json'), 'utf8'))).toEqual({
      theme: 'sepia',
      own: { a: 1 },
      language: 'ko',
      listWidth: 500
    })
  })
})
