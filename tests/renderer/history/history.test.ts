import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/contract/errors.ts'
import type { HistoryEntry } from '../../../src/contract/triage.ts'
import { byDay, History, localDay } from '../../../src/renderer/features/history/history.svelte.ts'
import { PaperList } from '../../../src/renderer/features/papers/list.svelte.ts'
import { Toasts } from '../../../src/renderer/features/triage/toasts.svelte.ts'
import { Triage } from '../../../src/renderer/features/triage/triage.svelte.ts'
import { fakeClient, resultOf, rowOf, type FakeClient, type Handlers } from '../fake-client.ts'

const entry = (step: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  step,
  kind: 'status',
  value: 'skipped',
  name: null,
  count: 1,
  title: `Paper ${step}`,
  at: '2026-11-20T10:00:00Z',
  state: 'done',
  leftAlone: 0,
  papers: [step],
  ...more
})

/** A log of so many steps. */
function logOf(steps: number, handlers: Handlers = {}): Handlers {
  const all = Array.from({ length: steps }, (_, at) => entry(steps - at))
  return {
    'history.list': ({ before = Infinity, limit }) => {
      const older = all.filter(({ step }) => step < before)
      return ok({ entries: older.slice(0, limit), more: older.length > limit })
    },
    ...handlers
  }
}

function make(handlers: Handlers): { client: FakeClient; history: History; toasts: Toasts } {
  const client = fakeClient(handlers)
  const toasts = new Toasts()
  const triage = new Triage(client, new PaperList(client, () => undefined), toasts)
  return { client, history: new History(client, triage), toasts }
}

describe('the history', () => {
  it('is fetched in pages, as far as it is looked at', async () => {
    const { client, history } = make(logOf(250))
    await history.load()
    expect(history.entries).toHaveLength(100)
    expect(history.more).toBe(true)
    await Promise.all([history.loadMore(), history.loadMore()])
    expect(history.entries).toHaveLength(200)
    await history.loadMore()
    expect(history.entries.map(({ step }) => step)).toEqual(Array.from({ length: 250 }, (_, at) => 250 - at))
    expect(history.more).toBe(false)
    await history.loadMore()
    expect(client.inputsOf('history.list')).toHaveLength(3)
  })

  it('is as long after it changed as it was before', async () => {
    const { client, history } = make(logOf(1500))
    await history.load()
    for (let pages = 1; pages < 8; pages++) await history.loadMore()
    await history.load()
    expect(history.entries).toHaveLength(800)
    expect(client.inputsOf('history.list').slice(-2)).toEqual([{ limit: 500 }, { before: 1001, limit: 300 }])
  })

  it('takes back a step that stands, does again one that does not, and says so in one place', async () => {
    const action = entry(3)
    const { client, history, toasts } = make(
      logOf(5, {
        'history.undo': () => ok(resultOf([], { action })),
        'history.redo': () => ok(resultOf([], { action }))
      })
    )
    await history.load()
    await history.toggle(entry(3))
    expect(client.inputsOf('history.undo')).toEqual([{ step: 3 }])
    expect(history.said).toBe('Undone: Skipped Paper 3')
    await history.toggle(entry(3, { state: 'undone' }))
    expect(client.inputsOf('history.redo')).toEqual([{ step: 3 }])
    expect(history.said).toBe('Redone: Skipped Paper 3')
    expect(toasts.current).toBeNull()
  })

  it('says what was left alone because it was changed since', async () => {
    const { history, toasts } = make(logOf(5, { 'history.undo': () => ok(resultOf([], { conflicts: 1 })) }))
    await history.load()
    await history.toggle(entry(3))
    expect(history.said).toMatch(/^1 paper was left alone/)
    await history.toggle(entry(4, { kind: 'queue-rename', name: 'Old', value: 'New', count: 0, title: null }))
    expect(history.said).toMatch(/^It was changed since/)
    expect(toasts.current).toBeNull()
  })

  it('says why a step can’t be taken back', async () => {
    const { history, toasts } = make(logOf(1, { 'history.undo': () => fail('conflict', 'Changed.') }))
    await history.load()
    await history.toggle(entry(1))
    expect(history.said).toMatch(/changed elsewhere/)
    expect(toasts.current).toBeNull()
  })

  it('shows the papers of a step when asked to, and says which are gone', async () => {
    const { client, history } = make(logOf(1, { 'papers.rows': () => ok([rowOf(7)]) }))
    await history.load()
    const many = entry(1, { papers: [7, 8], count: 2 })
    await history.fold(many)
    expect(history.hasPapers(1)).toBe(true)
    expect([7, 8].map((id) => history.row(id)?.title)).toEqual(['Paper 7', undefined])
    await history.fold(many)
    expect(history.isUnfolded(1)).toBe(false)
    expect(await history.paper(7)).toMatchObject({ id: 7 })
    expect(client.inputsOf('papers.rows')).toEqual([{ ids: [7, 8] }])
    expect(await history.paper(8)).toBeNull()
    expect(history.said).toMatch(/no longer in the library/)
  })

  it('is grouped by the day where the user is', () => {
    const at = (text: string): string => new Date(text).toISOString()
    const days = byDay([
      entry(3, { at: at('2026-11-20T00:30:00') }),
      entry(2, { at: at('2026-11-19T23:30:00') }),
      entry(1, { at: at('2026-11-19T00:00:00') })
    ])
    expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
      ['2026-11-20', 1],
      ['2026-11-19', 2]
    ])
    expect(localDay(at('2026-01-02T03:04:05'))).toBe('2026-01-02')
  })

  it('tells an error, and keeps what is there', async () => {
    let broken = false
    const log = logOf(3)
    const { history } = make({
      'history.list': (input) =>
        broken ? fail('disconnected', 'Lost.') : (log['history.list']?.(input) ?? fail('internal', ''))
    })
    await history.load()
    broken = true
    await history.load()
    expect(history.error?.code).toBe('disconnected')
    expect(history.entries).toHaveLength(3)
  })
})
