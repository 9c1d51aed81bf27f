import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../src/contract/errors.ts'
import type { ListPage, ListRef } from '../../../src/contract/lists.ts'
import type { PaperRow } from '../../../src/contract/model.ts'
import { PaperList } from '../../../src/renderer/features/papers/list.svelte.ts'
import { deferred, fakeClient, listHandlers, pageOf, rowOf, settled } from '../fake-client.ts'

const range = (length: number): PaperRow[] => Array.from({ length }, (_, index) => rowOf(index + 1))
const inbox = { kind: 'status', status: 'inbox' } as const
const deck = { kind: 'deck', day: '2024-08-26' } as const

describe('a list', () => {
  it('opens a deck at the first paper that was not looked at', async () => {
    const rows = [rowOf(1, { status: 'skipped' }), rowOf(2, { status: 'read' }), rowOf(3), rowOf(4)]
    const moves: (number | null)[] = []
    const list = new PaperList(fakeClient(listHandlers(rows)), (id) => moves.push(id))
    await list.open(deck)
    expect(list.selection.cursor).toBe(3)
    expect(moves).toEqual([3])
    expect(list.progress).toMatchObject({ total: 4, left: 2, skipped: 1, read: 1 })
  })

  it('fetches rows in pages as they come into view, each once', async () => {
    const client = fakeClient(listHandlers(range(5000), 100))
    const list = new PaperList(client, () => undefined)
    await list.open({ kind: 'all' })
    expect(list.ids).toHaveLength(5000)
    list.rows.want(list.ids.slice(50, 400))
    list.rows.want(list.ids.slice(50, 400))
    await settled()
    const asked = client.inputsOf('papers.rows').flatMap(({ ids }) => ids)
    expect(asked).toEqual(list.ids.slice(100, 400))
    expect(list.rows.get(400)?.title).toBe('Paper 400')
    expect(list.rows.get(401)).toBeUndefined()
  })

  it('asks for what is in view last of all, before what was passed', async () => {
    const first = deferred<Result<PaperRow[]>>()
    const rows = range(5000)
    const client = fakeClient({
      ...listHandlers(rows, 0),
      'papers.rows': ({ ids }) => (ids[0] === 5000 - 49 ? ok([]) : first.promise)
    })
    const list = new PaperList(client, () => undefined)
    await list.open({ kind: 'all' })
    for (let at = 0; at < 4900; at += 100) list.rows.want(list.ids.slice(at, at + 50))
    list.rows.want(list.ids.slice(-50))
    first.resolve(ok([]))
    await settled()
    expect(client.inputsOf('papers.rows')).toHaveLength(3)
    expect(client.inputsOf('papers.rows').at(-1)?.ids[0]).toBe(4951)
  })

  it('asks for the votes of the deck’s own day', async () => {
    const client = fakeClient(listHandlers(range(30), 10))
    const list = new PaperList(client, () => undefined)
    await list.open(deck)
    await settled()
    expect(client.inputsOf('papers.rows')).toEqual([{ ids: list.ids.slice(10), deck: '2024-08-26' }])
  })

  it('drops the answer of a list that was left meanwhile', async () => {
    const slow = deferred<Result<ListPage>>()
    const client = fakeClient({
      'papers.list': ({ list }) => (list.kind === 'all' ? slow.promise : ok(pageOf([7], [rowOf(7)])))
    })
    const list = new PaperList(client, () => undefined)
    const opening = list.open({ kind: 'all' })
    await list.open(inbox)
    slow.resolve(ok(pageOf([1, 2], [])))
    await opening
    expect(list.ref).toEqual(inbox)
    expect(list.ids).toEqual([7])
  })

  it('keeps the cursor and what was dealt with in place when it is reloaded', async () => {
    let ids = [1, 2, 3, 4]
    const client = fakeClient({
      'papers.list': () =>
        ok(
          pageOf(
            ids,
            ids.map((id) => rowOf(id))
          )
        )
    })
    const list = new PaperList(client, () => undefined)
    await list.open(inbox)
    list.selection.moveTo(3)
    list.keep([2])
    list.rows.guess([2], { status: 'queued' })
    ids = [9, 1, 3, 4]
    await list.reload({ digests: false })
    expect(list.ids).toEqual([9, 1, 2, 3, 4])
    expect(list.selection.cursor).toBe(3)
    await list.open(inbox)
    expect(list.ids).toEqual([9, 1, 3, 4])
  })

  it('asks to be reloaded when a paper outside of it, or a digest, changed', async () => {
    const list = new PaperList(fakeClient(listHandlers(range(3))), () => undefined)
    await list.open(inbox)
    expect(await list.changed({ papers: [1, 2], digests: false })).toBe(false)
    expect(await list.changed({ papers: [2, 99], digests: false })).toBe(true)
    expect(await list.changed({ papers: 'all', digests: false })).toBe(true)
    expect(await list.changed({ papers: [1], digests: true })).toBe(true)
  })

  it('says why it could not be loaded, and recovers', async () => {
    let broken = true
    const client = fakeClient({
      'papers.list': () => (broken ? fail('disconnected', 'Lost.') : ok(pageOf([1], [rowOf(1)])))
    })
    const list = new PaperList(client, () => undefined)
    await list.open(inbox)
    expect(list.error?.code).toBe('disconnected')
    broken = false
    await list.open(inbox)
    expect(list.error).toBeNull()
    expect(list.ids).toEqual([1])
  })
})

describe('a list whose digests change', () => {
  /** A list of what `now.ids` says, with the cursor on a paper. */
  async function listOn(cursor: number, ref: ListRef = deck, noted: () => number | null = () => null) {
    const now = { ids: [1, 2, 3, 4] }
    const rows = new Map(range(9).map((row) => [row.id, row]))
    const pick = (ids: readonly number[]): PaperRow[] => ids.flatMap((id) => rows.get(id) ?? [])
    const client = fakeClient({
      'papers.list': () => ok(pageOf(now.ids, pick(now.ids))),
      'papers.rows': ({ ids }) => ok(pick(ids))
    })
    const list = new PaperList(client, () => undefined, { noted })
    await list.open(ref)
    list.selection.moveTo(cursor)
    const become = async (...ids: number[]): Promise<void> => {
      now.ids = ids
      await list.reload({ digests: true })
    }
    return { list, rows, become }
  }

  it('follows them, with the cursor and the marks on their papers', async () => {
    const { list, become } = await listOn(3)
    list.selection.toggle(1)
    list.selection.toggle(3)
    await become(8, 4, 3, 2)
    expect(list.ids).toEqual([8, 4, 3, 2])
    expect(list.selection.cursor).toBe(3)
    expect(list.selection.targets).toEqual([3])
    expect(list.progress).toMatchObject({ total: 4, left: 4 })
  })

  it('goes on to the neighbour of a paper that is gone', async () => {
    const { list, become } = await listOn(2)
    await become(1, 3, 4)
    expect(list.selection.cursor).toBe(3)
    list.selection.last()
    await become(1, 3)
    expect(list.selection.cursor).toBe(3)
  })

  it('lets go of papers that were dealt with and are gone with their digest', async () => {
    const { list, rows, become } = await listOn(2, inbox)
    list.keep([2, 3])
    rows.set(3, rowOf(3, { status: 'queued' }))
    await list.changed({ papers: [3], digests: true })
    await become(1, 4)
    expect(list.ids).toEqual([1, 3, 4])
  })

  it('is empty when its last paper goes, and finds its place again when that is back', async () => {
    const { list, become } = await listOn(3)
    await become()
    expect(list.isEmptyDeck).toBe(true)
    expect(list.selection.cursor).toBeNull()
    list.finish()
    expect(list.finished).toBe(false)
    await become(4, 3, 2)
    expect(list.isEmptyDeck).toBe(false)
    expect(list.selection.cursor).toBe(3)
  })

  it('is not finished any more when there is something new to look at', async () => {
    const { list, rows, become } = await listOn(1)
    for (const id of [1, 2, 3, 4]) rows.set(id, rowOf(id, { status: 'read' }))
    await list.changed({ papers: 'all', digests: false })
    list.finish()
    await become(4, 3, 2, 1)
    expect(list.finished).toBe(true)
    await become(4, 3, 2, 1, 7)
    expect(list.finished).toBe(false)
    expect(list.selection.cursor).toBe(7)
  })

  it('stays on a paper whose note is being written, until that is left', async () => {
    let noted: number | null = 2
    const { list, become } = await listOn(2, deck, () => noted)
    await become(1, 3, 4)
    expect(list.selection.cursor).toBe(2)
    noted = null
    list.settle()
    expect(list.selection.cursor).toBe(3)
  })

  it('opens on a paper whose note was begun meanwhile', async () => {
    const { list } = await listOn(2, deck, () => 4)
    await list.open({ kind: 'all' })
    expect(list.selection.cursor).toBe(4)
  })
})

describe('a row that is changed before the core answered', () => {
  it('rolls back to what it was', async () => {
    const list = new PaperList(fakeClient(listHandlers(range(2))), () => undefined)
    await list.open(inbox)
    const guess = list.rows.guess([1], { status: 'queued' })
    expect(list.rows.get(1)?.status).toBe('queued')
    guess.rollback()
    expect(list.rows.get(1)?.status).toBe('inbox')
  })

  it('is not undone by the answer to an older guess, nor by a fetch that was under way', async () => {
    const list = new PaperList(fakeClient(listHandlers(range(2))), () => undefined)
    await list.open(inbox)
    const first = list.rows.guess([1], { status: 'queued' })
    const second = list.rows.guess([1], { status: 'skipped' })
    first.settle([rowOf(1, { status: 'queued' })])
    list.rows.put([rowOf(1, { status: 'queued', title: 'New title' })])
    expect(list.rows.get(1)).toMatchObject({ status: 'skipped', title: 'New title' })
    second.settle([rowOf(1, { status: 'skipped' })])
    list.rows.put([rowOf(1, { status: 'read' })])
    expect(list.rows.get(1)?.status).toBe('read')
  })

  it('takes only marks from an answer, since its votes may be of another day', async () => {
    const list = new PaperList(fakeClient(listHandlers([rowOf(1, { votes: 3 })])), () => undefined)
    await list.open(deck)
    const guess = list.rows.guess([1], { starred: true })
    guess.settle([rowOf(1, { votes: 99, starred: true, day: '2024-09-01' })])
    expect(list.rows.get(1)).toMatchObject({ votes: 3, day: '2024-08-26', starred: true })
  })
})
