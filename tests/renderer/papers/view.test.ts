import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/contract/errors.ts'
import { plainView, type ListPage, type ListRef, type ListView } from '../../../src/contract/lists.ts'
import { ListTools } from '../../../src/renderer/features/papers/list-tools.svelte.ts'
import { PaperList } from '../../../src/renderer/features/papers/list.svelte.ts'
import { Toasts } from '../../../src/renderer/features/triage/toasts.svelte.ts'
import { fakeClient, pageOf, rowOf, settled } from '../fake-client.ts'

const read = { kind: 'status', status: 'read' } as const
const deck = { kind: 'deck', day: '2024-08-26' } as const
const byRating: ListView = { ...plainView, sort: { by: 'rating', descending: true } }
const onlyStarred: ListView = { ...plainView, filter: { ...plainView.filter, starred: true } }

/** A core with these rows, in this order, of which a filter for starred ones leaves some out. */
function setUp(remembered: ListView = plainView, cursor: number | null = null) {
  const now = { rows: [1, 2, 3, 4, 5].map((id) => rowOf(id, { status: 'read', starred: id % 2 === 0 })) }
  const client = fakeClient({
    'papers.list': ({ view }) => {
      const looked = view === 'remembered' ? remembered : (view ?? plainView)
      const rows = now.rows.filter((row) => !looked.filter.starred || row.starred)
      const more: Partial<ListPage> = { view: looked, hidden: now.rows.length - rows.length, cursor }
      return ok(
        pageOf(
          rows.map(({ id }) => id),
          rows,
          more
        )
      )
    },
    'papers.rows': ({ ids }) => ok(now.rows.filter(({ id }) => ids.includes(id))),
    'papers.remember': () => ok(null)
  })
  const list = new PaperList(client, () => undefined, { today: () => '2024-09-01' })
  const toasts = new Toasts()
  return { client, list, now, toasts, tools: new ListTools(list, toasts) }
}

describe('a list that was looked at before', () => {
  it('opens as it was left: sorted, filtered, and where the user was', async () => {
    const { list, tools } = setUp(onlyStarred, 4)
    await list.open(read)
    expect(list.ids).toEqual([2, 4])
    expect(list.hidden).toBe(3)
    expect(list.selection.cursor).toBe(4)
    expect(tools.filter.starred).toBe(true)
  })

  it('shows a paper that was asked for, whatever the filter says', async () => {
    const { client, list } = setUp(onlyStarred)
    await list.open(read, 3)
    expect(list.selection.cursor).toBe(3)
    expect(list.isFiltered).toBe(false)
    expect(client.inputsOf('papers.remember')).toEqual([])
  })

  it('opens a deck at the remembered paper only while that is to be looked at', async () => {
    const { list, now } = setUp(plainView, 4)
    now.rows = [rowOf(1), rowOf(2), rowOf(4, { status: 'skipped' })]
    await list.open(deck)
    expect(list.selection.cursor).toBe(1)
    now.rows = [rowOf(1), rowOf(2), rowOf(4)]
    await list.open(deck)
    expect(list.selection.cursor).toBe(4)
  })
})

describe('where the user is in a list', () => {
  it('is told when the list is left, once, and not where nobody moved', async () => {
    const { client, list } = setUp()
    await list.open(read)
    list.selection.step(1)
    list.selection.step(1)
    expect(client.inputsOf('papers.remember')).toEqual([])
    await list.open(deck)
    expect(client.inputsOf('papers.remember')).toEqual([{ list: read, cursor: 3 }])
    list.leave()
    list.leave()
    expect(client.inputsOf('papers.remember')).toHaveLength(2)
  })

  it('is nothing to remember of a search', async () => {
    const { client, list } = setUp()
    await list.open({ kind: 'search', query: 'diffusion' })
    list.selection.step(1)
    list.leave()
    expect(client.inputsOf('papers.remember')).toEqual([])
  })
})

describe('another way to look at a list', () => {
  it('is remembered, and the cursor stays on its paper, or goes to the next that is there', async () => {
    const { client, list, tools } = setUp()
    await list.open(read)
    list.selection.moveTo(2)
    tools.set({ starred: true })
    await settled()
    expect(list.ids).toEqual([2, 4])
    expect(list.selection.cursor).toBe(2)
    expect(client.inputsOf('papers.remember')).toContainEqual({ list: read, view: onlyStarred })
    tools.clear()
    await settled()
    list.selection.moveTo(3)
    tools.set({ starred: true })
    await settled()
    expect(list.selection.cursor).toBe(4)
  })

  it('goes on from query to query, and ends with the search', async () => {
    const { client, list, tools } = setUp()
    const search = (query: string): ListRef => ({ kind: 'search', query })
    await list.open(search('diff'))
    tools.set({ starred: true })
    await settled()
    await list.open(search('diffusion'))
    expect(client.inputsOf('papers.list').at(-1)?.view).toEqual(onlyStarred)
    await list.open(read)
    await list.open(search('diffusion'))
    expect(client.inputsOf('papers.list').at(-1)?.view).toEqual(plainView)
  })

  it('is cleared by one key, which another takes back', async () => {
    const { list, toasts, tools } = setUp(onlyStarred)
    await list.open(read)
    expect(tools.clear()).toBe(true)
    await settled()
    expect(list.ids).toHaveLength(5)
    expect(tools.clear()).toBe(false)
    toasts.current?.action?.run()
    await settled()
    expect(list.ids).toEqual([2, 4])
  })

  it('sorts by the useful end first, and the days of a filter never cross', async () => {
    const { list, tools } = setUp()
    await list.open(read)
    tools.sortBy('votes')
    expect(tools.sort).toEqual({ by: 'votes', descending: true })
    tools.sortBy('title')
    expect(tools.sort).toEqual({ by: 'title', descending: false })
    tools.setDays({ from: '2024-05-01' })
    tools.setDays({ to: '2024-04-01' })
    expect(tools.filter).toMatchObject({ from: '2024-04-01', to: '2024-04-01' })
    tools.setDays({ from: '2024-06-01' })
    expect(tools.filter).toMatchObject({ from: '2024-06-01', to: '2024-06-01' })
  })
})

describe('a paper that was dealt with', () => {
  it('stays in place in a list that is sorted by it, until the list is refreshed', async () => {
    const { list, now } = setUp(byRating)
    await list.open(read)
    list.selection.moveTo(2)
    list.keep([2])
    list.rows.guess([2], { rating: 5 })
    now.rows = [2, 1, 3, 4, 5].map((id) => rowOf(id, { status: 'read' }))
    await list.reload({ digests: false })
    expect(list.ids).toEqual([1, 2, 3, 4, 5])
    await list.refresh()
    expect(list.ids).toEqual([2, 1, 3, 4, 5])
    // It has gone up; the cursor goes on below where it was.
    expect(list.selection.cursor).toBe(3)
  })

  it('is greyed where it belongs no more, and gone after a refresh, with the cursor on what follows', async () => {
    const { list, now } = setUp()
    await list.open(read)
    list.selection.moveTo(4)
    list.keep([4, 5])
    for (const id of [4, 5]) list.rows.guess([id], { status: 'inbox' })
    now.rows = now.rows.slice(0, 3)
    await list.reload({ digests: false })
    const row = list.rows.get(4)
    expect(list.ids).toEqual([1, 2, 3, 4, 5])
    expect(row && list.isFaded(row)).toBe(true)
    await list.refresh()
    expect(list.ids).toEqual([1, 2, 3])
    expect(list.selection.cursor).toBe(3)
  })
})

describe('a deck of which a filter hides papers', () => {
  it('is finished only when those are dealt with, too', async () => {
    const { list, now } = setUp(onlyStarred)
    now.rows = [rowOf(1), rowOf(2, { starred: true })]
    await list.open(deck)
    await settled()
    expect(list.ids).toEqual([2])
    list.rows.guess([2], { status: 'skipped' })
    expect(list.progress).toMatchObject({ total: 2, left: 1, skipped: 1 })
    list.advance(2)
    expect(list.finished).toBe(false)
    list.rows.guess([1], { status: 'read' })
    list.advance(1)
    expect(list.finished).toBe(true)
  })

  it('is not empty where the filter leaves nothing', async () => {
    const { list, now } = setUp(onlyStarred)
    now.rows = [rowOf(1)]
    await list.open(deck)
    expect(list.ids).toEqual([])
    expect(list.isEmptyDeck).toBe(false)
  })
})

describe('a user who goes on by themselves', () => {
  it('stays on the paper that got its status', async () => {
    const { client } = setUp()
    const list = new PaperList(client, () => undefined, { autoAdvance: () => false })
    await list.open(read)
    list.advance(0)
    expect(list.selection.cursor).toBe(1)
  })
})
