import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PaperRow, Status } from '../../../src/contract/model.ts'
import { TO_READ_QUEUE_ID } from '../../../src/contract/model.ts'
import { errorOf, must, startCore, tempFolder, writeFiles, type RunningCore } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'

const ids = ['2401.00001', '2401.00002', '2401.00003']

async function deckOfThree(options: { library?: string } = {}): Promise<RunningCore & { folder: string }> {
  const folder = tempFolder()
  writeFiles(folder, {
    '2024-01-05.md': digestText(
      '2024-01-05',
      ids.map((id) => ({ id }))
    )
  })
  const app = await startCore(options)
  must(await app.call('folders.add', { path: folder }))
  return { ...app, folder }
}

const rows = async (app: RunningCore): Promise<PaperRow[]> =>
  must(await app.call('papers.list', { list: { kind: 'deck', day: '2024-01-05' } })).rows

const toRead = async (app: RunningCore): Promise<number[]> =>
  must(await app.call('papers.list', { list: { kind: 'queue', queueId: TO_READ_QUEUE_ID } })).ids

describe('marks', () => {
  test('a status, a star, a rating and a note are kept apart', async () => {
    const app = await deckOfThree()
    const [first] = await rows(app)
    const id = first?.id ?? 0
    must(await app.call('triage.setStatus', { ids: [id], status: 'read' }))
    must(await app.call('triage.setStarred', { ids: [id], starred: true }))
    must(await app.call('triage.rate', { ids: [id], rating: 4 }))
    must(await app.call('triage.setNote', { id, note: 'compare with §3', session: 'a' }))
    expect(must(await app.call('papers.get', { id }))).toMatchObject({
      status: 'read',
      starred: true,
      rating: 4,
      note: 'compare with §3'
    })
  })

  test('a queued paper stands at the end of To read until it is read or skipped', async () => {
    const app = await deckOfThree()
    const [a, b, c] = (await rows(app)).map(({ id }) => id) as [number, number, number]
    for (const id of [b, a, c]) must(await app.call('triage.setStatus', { ids: [id], status: 'queued' }))
    must(await app.call('triage.setStatus', { ids: [a], status: 'reading' }))
    expect(await toRead(app)).toEqual([b, a, c])
    must(await app.call('triage.setStatus', { ids: [b], status: 'read' }))
    expect(await toRead(app)).toEqual([a, c])
    must(await app.call('triage.undo', {}))
    expect(await toRead(app)).toEqual([b, a, c])
  })

  test('several papers are one step, and only those that changed count', async () => {
    const app = await deckOfThree()
    const all = (await rows(app)).map(({ id }) => id)
    must(await app.call('triage.setStatus', { ids: all.slice(0, 1), status: 'skipped' }))
    const done = must(await app.call('triage.setStatus', { ids: all, status: 'skipped' }))
    expect(done.action).toMatchObject({ kind: 'status', value: 'skipped', count: 2, title: null })
    must(await app.call('triage.undo', {}))
    expect((await rows(app)).map(({ status }) => status)).toEqual(['skipped', 'inbox', 'inbox'])
  })

  test('a note that was changed elsewhere is not saved over', async () => {
    const app = await deckOfThree()
    const id = (await rows(app))[0]?.id ?? 0
    must(await app.call('triage.setNote', { id, note: 'theirs', session: 'other' }))
    const mine = await app.call('triage.setNote', { id, note: 'mine', session: 'own', base: '' })
    expect(mine).toMatchObject({ ok: false, error: { code: 'conflict', details: { note: 'theirs' } } })
    expect(must(await app.call('papers.get', { id })).note).toBe('theirs')
    must(await app.call('triage.setNote', { id, note: 'both', session: 'own', base: 'theirs' }))
    expect(must(await app.call('papers.get', { id })).note).toBe('both')
  })

  test('what is so already is not logged', async () => {
    const app = await deckOfThree()
    const [first] = await rows(app)
    const done = must(await app.call('triage.setStatus', { ids: [first?.id ?? 0], status: 'inbox' }))
    expect(done.action).toBeNull()
    expect(errorOf(await app.call('triage.undo', {}))).toBe('nothing-to-undo')
  })

  test('a paper that does not exist changes nothing, for the others neither', async () => {
    const app = await deckOfThree()
    const [first] = await rows(app)
    const result = await app.call('triage.setStatus', { ids: [first?.id ?? 0, 999], status: 'read' })
    expect(errorOf(result)).toBe('not-found')
    expect((await rows(app))[0]?.status).toBe('inbox')
  })
})

describe('undo', () => {
  test('survives a restart', async () => {
    const library = tempFolder()
    const app = await deckOfThree({ library })
    const [first] = await rows(app)
    must(await app.call('triage.setStatus', { ids: [first?.id ?? 0], status: 'read' }))
    await app.close()
    const again = await startCore({ library })
    expect(must(await again.call('library.overview', {})).undo.undo).toMatchObject({
      kind: 'status',
      count: 1
    })
    must(await again.call('triage.undo', {}))
    expect((await rows(again))[0]?.status).toBe('inbox')
  })

  test('takes the saves of one editing session back together', async () => {
    const app = await deckOfThree()
    const id = (await rows(app))[0]?.id ?? 0
    must(await app.call('triage.setNote', { id, note: 'before', session: 'one' }))
    for (const note of ['a', 'ab', 'abc'])
      must(await app.call('triage.setNote', { id, note, session: 'two' }))
    must(await app.call('triage.undo', {}))
    expect(must(await app.call('papers.get', { id })).note).toBe('before')
    must(await app.call('triage.redo', {}))
    expect(must(await app.call('papers.get', { id })).note).toBe('abc')
  })

  test('redo is gone once something else was done', async () => {
    const app = await deckOfThree()
    const [a, b] = (await rows(app)).map(({ id }) => id) as [number, number]
    must(await app.call('triage.setStarred', { ids: [a], starred: true }))
    must(await app.call('triage.undo', {}))
    must(await app.call('triage.setStarred', { ids: [b], starred: true }))
    expect(errorOf(await app.call('triage.redo', {}))).toBe('nothing-to-redo')
  })

  test('a random walk of actions undone to the start and redone to the end is the same walk', async () => {
    const statuses: Status[] = ['inbox', 'queued', 'reading', 'read', 'skipped']
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('status' as const),
        paper: fc.nat(2),
        status: fc.constantFrom(...statuses)
      }),
      fc.record({ kind: fc.constant('star' as const), paper: fc.nat(2), starred: fc.boolean() }),
      fc.record({
        kind: fc.constant('rate' as const),
        paper: fc.nat(2),
        rating: fc.constantFrom(null, 1, 2, 3, 4, 5)
      }),
      fc.record({ kind: fc.constant('note' as const), paper: fc.nat(2), note: fc.string({ maxLength: 8 }) })
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const app = await deckOfThree()
        const papers = (await rows(app)).map(({ id }) => id)
        const state = async () => ({ rows: await rows(app), toRead: await toRead(app) })
        const start = await state()
        let logged = 0
        for (const [index, made] of steps.entries()) {
          const id = papers[made.paper] ?? 0
          const done =
            made.kind === 'status'
              ? await app.call('triage.setStatus', { ids: [id], status: made.status })
              : made.kind === 'star'
                ? await app.call('triage.setStarred', { ids: [id], starred: made.starred })
                : made.kind === 'rate'
                  ? await app.call('triage.rate', { ids: [id], rating: made.rating })
                  : await app.call('triage.setNote', { id, note: made.note, session: String(index) })
          if (must(done).action) logged++
        }
        const end = await state()
        for (let i = 0; i < logged; i++) must(await app.call('triage.undo', {}))
        expect(await state()).toEqual(start)
        expect(errorOf(await app.call('triage.undo', {}))).toBe('nothing-to-undo')
        for (let i = 0; i < logged; i++) must(await app.call('triage.redo', {}))
        expect(await state()).toEqual(end)
        expect(errorOf(await app.call('triage.redo', {}))).toBe('nothing-to-redo')
        await app.close()
      }),
      { numRuns: 25 }
    )
  })
})
