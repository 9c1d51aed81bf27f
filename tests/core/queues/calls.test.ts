import { describe, expect, test, vi } from 'vitest'
import type { PaperRow } from '../../../src/contract/model.ts'
import { errorOf, must, startCore, tempFolder, writeFiles, type RunningCore } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'

/** An app with a deck of three papers. */
async function deckOfThree(options: { watch?: boolean } = {}): Promise<{ app: RunningCore; ids: number[] }> {
  const folder = tempFolder()
  const papers = ['2401.00001', '2401.00002', '2401.00003'].map((id) => ({ id }))
  writeFiles(folder, { '2024-01-05.md': digestText('2024-01-05', papers) })
  const app = await startCore(options)
  must(await app.call('folders.add', { path: folder }))
  const { ids } = must(await app.call('papers.list', { list: { kind: 'deck', day: '2024-01-05' } }))
  return { app, ids }
}

const rows = async (app: RunningCore, ids: number[]): Promise<PaperRow[]> =>
  must(await app.call('papers.rows', { ids }))

describe('calls about queues, tags and snoozing', () => {
  test('reach rows, lists and the overview, and are undone', async () => {
    const { app, ids } = await deckOfThree()
    const [a = 0, b = 0, c = 0] = ids
    const { id } = must(await app.call('queues.create', { name: '  Reading\n group ', color: 'teal' }))
    must(await app.call('queues.setDue', { id, due: '2026-02-01' }))
    must(await app.call('queues.add', { id, ids: [b, a] }))
    must(await app.call('queues.arrange', { id, ids: [a], before: b }))
    must(await app.call('tags.add', { ids: [a], tag: 'theory' }))
    must(await app.call('triage.snooze', { ids: [c], until: '2026-03-01' }))
    expect(await rows(app, ids)).toMatchObject([
      { status: 'queued', tags: ['theory'], queueIds: [1, id], snoozedUntil: null },
      { status: 'queued', tags: [], queueIds: [1, id] },
      { status: 'inbox', snoozedUntil: '2026-03-01' }
    ])
    expect(must(await app.call('papers.list', { list: { kind: 'queue', queueId: id } })).ids).toEqual([a, b])
    const overview = must(await app.call('library.overview', {}))
    expect(overview).toMatchObject({
      queues: [
        { id: 1, name: 'To read', builtIn: true, count: 2, left: 2 },
        { id, name: 'Reading group', builtIn: false, color: 'teal', due: '2026-02-01', count: 2, left: 2 }
      ],
      tags: [{ name: 'theory', count: 1 }],
      counts: { inbox: 0, queued: 2, snoozed: 1, all: 3 }
    })
    must(await app.call('triage.snooze', { ids: [c], until: null }))
    must(await app.call('queues.delete', { id }))
    const { entries } = must(await app.call('history.list', { limit: 3 }))
    expect(entries.map(({ kind }) => kind)).toEqual(['queue-delete', 'unsnooze', 'snooze'])
    must(await app.call('history.undo', { step: entries[0]?.step ?? 0 }))
    must(await app.call('queues.rename', { id, name: 'Group' }))
    must(await app.call('queues.move', { id, before: null }))
    must(await app.call('queues.setColor', { id, color: null }))
    must(await app.call('queues.remove', { id, ids: [a] }))
    must(await app.call('tags.remove', { ids: [a], tag: 'THEORY' }))
    expect(must(await app.call('library.overview', {}))).toMatchObject({
      queues: [{ id: 1 }, { id, name: 'Group', color: null, count: 1 }],
      tags: []
    })
    expect(errorOf(await app.call('history.redo', { step: entries[1]?.step ?? 0 }))).toBe('nothing-to-redo')
  })

  test('are refused with a name that can’t be seen, or a day that is none', async () => {
    const { app, ids } = await deckOfThree()
    expect(errorOf(await app.call('queues.create', { name: ' \u200b ' }))).toBe('invalid-input')
    expect(errorOf(await app.call('tags.add', { ids, tag: '' }))).toBe('invalid-input')
    expect(errorOf(await app.call('queues.setDue', { id: 1, due: '2026-02-30' }))).toBe('invalid-input')
    expect(errorOf(await app.call('triage.snooze', { ids, until: '2020-01-01' }))).toBe('invalid-input')
  })
})

describe('a change of a queue alone', () => {
  test('is told to all windows, and to another program on the same library', async () => {
    const { app } = await deckOfThree()
    const other = await startCore({ library: app.library, watch: true })
    const told = { type: 'library.changed', papers: [], digests: false }
    const { id } = must(await app.call('queues.create', { name: 'Later' }))
    expect(app.events.at(-1)).toEqual(told)
    await vi.waitFor(() => expect(other.events).toContainEqual(told), { timeout: 10_000 })
    expect(must(await other.call('library.overview', {})).queues.map((queue) => queue.id)).toEqual([1, id])
    must(await other.call('triage.undo', {}))
    expect(must(await app.call('library.overview', {})).queues.map((queue) => queue.id)).toEqual([1])
  })
})
