import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ok } from '../../../src/contract/errors.ts'
import type { Overview } from '../../../src/contract/library.ts'
import { defaultSettings } from '../../../src/contract/settings.ts'
import { Palette } from '../../../src/renderer/features/palette/palette.svelte.ts'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'
import { deferred, fakeClient, rowOf, settled } from '../fake-client.ts'

const deckOn = (day: string, left: number) => ({
  day,
  total: 9,
  left,
  snoozed: 0,
  queued: 0,
  read: 0,
  skipped: 9 - left
})
const overview: Overview = {
  folders: [],
  decks: [deckOn('2024-08-26', 3), deckOn('2024-08-27', 0), deckOn('2023-08-26', 1)],
  queues: [
    { id: 1, name: 'To read', builtIn: true, color: null, due: null, count: 4, left: 4 },
    { id: 2, name: 'Thesis', builtIn: false, color: null, due: null, count: 2, left: 2 }
  ],
  tags: [{ name: 'diffusion', color: null, count: 7 }],
  counts: {
    inbox: 1,
    queued: 4,
    reading: 0,
    read: 0,
    skipped: 0,
    starred: 0,
    snoozed: 0,
    all: 20
  },
  today: '2024-08-28',
  problems: 0,
  undo: { undo: null, redo: null },
  ingest: { phase: 'idle' }
}
const open = (client = fakeClient({})): Palette => new Palette(client, overview, defaultSettings)
const names = (palette: Palette, group: string): string[] =>
  palette.sections.find((section) => section.group === group)?.items.map(({ name }) => name) ?? []

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  useLanguage('en', [])
})

describe('the palette', () => {
  it.each(['2024-08-26', '8/26 ', 'aug 26', '8월 26일'])('finds a deck by its date, typed as %s', (typed) => {
    const palette = open()
    palette.type(typed)
    expect(names(palette, 'decks')).toContain('Monday 26 August 2024')
    expect(names(palette, 'decks')).not.toContain('Tuesday 27 August 2024')
    expect(palette.active?.target).toMatchObject({ kind: 'list', ref: { kind: 'deck' } })
  })

  it('finds queues, tags, commands and settings, the best of all at hand', () => {
    const palette = open()
    palette.type('thes')
    expect(palette.active?.target).toEqual({ kind: 'list', ref: { kind: 'queue', queueId: 2 } })
    palette.type('diffu')
    expect(palette.active?.target).toEqual({ kind: 'list', ref: { kind: 'tag', tag: 'diffusion' } })
    palette.type('export')
    expect(palette.active?.target).toEqual({ kind: 'command', command: 'export' })
    palette.type('theme dark')
    expect(palette.active?.target).toEqual({ kind: 'setting', patch: { theme: 'dark' } })
    palette.type('zzzz')
    expect(palette.active).toBeNull()
  })

  it.each([
    ['en', 'ㅅㅈ', 'Settings'],
    ['en', '실행', 'Undo'],
    ['ko', 'settings', '설정'],
    ['ko', 'skip', '건너뛰기']
  ] as const)('in %s finds by a name in the other language: %s', (language, typed, name) => {
    useLanguage(language, [])
    const palette = open()
    palette.type(typed)
    expect(names(palette, 'commands')).toContain(name)
  })

  it('moves on from the end to the start, and back', () => {
    const palette = open()
    palette.type('theme')
    const first = palette.active
    palette.move(1)
    expect(palette.active).not.toBe(first)
    palette.move(-1)
    expect(palette.active).toBe(first)
    palette.move(-1)
    palette.move(1)
    expect(palette.active).toBe(first)
  })

  it('shows papers below the rest as they come, and drops an answer that came too late', async () => {
    const slow = deferred<ReturnType<typeof found>>()
    const found = (title: string) => ok({ total: 1, rows: [rowOf(1, { title })], ms: 1 })
    const client = fakeClient({
      'search.query': ({ query }) => (query === 'di' ? slow.promise : found('Denoising Diffusion'))
    })
    const palette = open(client)
    palette.type('di')
    vi.runAllTimers()
    palette.type('diff')
    vi.runAllTimers()
    await settled()
    expect(names(palette, 'papers')).toEqual(['Denoising Diffusion'])
    expect(palette.sections.at(-1)?.group).toBe('papers')
    slow.resolve(found('Late'))
    await settled()
    expect(names(palette, 'papers')).toEqual(['Denoising Diffusion'])
    palette.type('')
    expect(names(palette, 'papers')).toEqual([])
  })

  it('has what was used of late first', () => {
    const first = open()
    first.type('all papers')
    const used = first.active
    expect(used?.name).toBe('All papers')
    if (used) first.choose(used)
    const again = open()
    expect(again.sections[0]?.group).toBe('recent')
    expect(again.active?.name).toBe('All papers')
    expect(names(again, 'lists')).not.toContain('All papers')
  })
})
