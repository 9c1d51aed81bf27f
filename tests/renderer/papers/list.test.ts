import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../src/contract/errors.ts'
import type { ListPage, PaperRow } from '../../../src/contract/model.ts'
import { PaperList } from '../../../src/renderer/features/papers/list.svelte.ts'
import { deferred, fakeClient, listHandlers, rowOf, settled } from '../fake-client.ts'

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
      'papers.list': ({ list }) => (list.kind === 'all' ? slow.promise : ok({ ids: [7], rows: [rowOf(7)] }))
    })
    const list = new PaperList(client, () => undefined)
    const opening = list.open({ kind: 'all' })
    await list.open(inbox)
    slow.resolve(ok({ ids: [1, 2], rows: [] }))
    await opening
    expect(list.ref).toEqual(inbox)
    expect(list.ids).toEqual([7])
  })

  it('keeps the cursor and what was dealt with in place when it is reloaded', async () => {
    let ids = [1, 2, 3, 4]
    const client = fakeClient({ 'papers.list': () => ok({ ids, rows: ids.map((id) => rowOf(id)) }) })
    const list = new PaperList(client, () => undefined)
    await list.open(inbox)
    list.selection.moveTo(3)
    list.keep([2])
    ids = [9, 1, 3, 4]
    await list.reload()
    expect(list.ids).toEqual([9, 1, 2, 3, 4])
    expect(list.selection.cursor).toBe(3)
    await list.open(inbox)
    expect(list.ids).toEqual([9, 1, 3, 4])
  })

  it('puts the cursor on a neighbour when its paper is gone', async () => {
    let ids = [1, 2, 3]
    const client = fakeClient({ 'papers.list': () => ok({ ids, rows: [] }) })
    const list = new PaperList(client, () => undefined)
    await list.open(inbox)
    list.selection.moveTo(3)
    ids = [1, 2]
    await list.reload()
    expect(list.selection.cursor).toBe(2)
  })

  it('says why it could not be loaded, and recovers', async () => {
    let broken = true
    const client = fakeClient({
      'papers.list': () => (broken ? fail('disconnected', 'Lost.') : ok({ ids: [1], rows: [rowOf(1)] }))
    })
    const list = new PaperList(client, () => undefined)
    await list.open(inbox)
    expect(list.error?.code).toBe('disconnected')
    broken = false
    await list.open(inbox)
    expect(list.error).toBeNull()
    expect(list.ids).toEqual([1])
  })

  it('asks to be reloaded only when a paper outside of it changed', async () => {
    const list = new PaperList(fakeClient(listHandlers(range(3))), () => undefined)
    await list.open(inbox)
    expect(await list.changed([1, 2])).toBe(false)
    expect(await list.changed([2, 99])).toBe(true)
    expect(await list.changed('all')).toBe(true)
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
