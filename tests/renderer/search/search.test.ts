import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ok, type Result } from '../../../src/contract/errors.ts'
import { plainView, type ListPage, type ListRef } from '../../../src/contract/lists.ts'
import { PaperList } from '../../../src/renderer/features/papers/list.svelte.ts'
import { Search } from '../../../src/renderer/features/search/search.svelte.ts'
import { deferred, fakeClient, rowOf, type Handlers } from '../fake-client.ts'

const page = (...ids: number[]): Result<ListPage> =>
  ok({ ids, rows: ids.map((id) => rowOf(id)), view: plainView, hidden: 0, cursor: null })

async function make(handlers: Handlers): Promise<{
  client: ReturnType<typeof fakeClient>
  list: PaperList
  search: Search
  left: (ListRef | null)[]
}> {
  const client = fakeClient(handlers)
  const list = new PaperList(client, () => undefined)
  const left: (ListRef | null)[] = []
  await list.open({ kind: 'starred' })
  return { client, list, search: new Search(list, (back) => left.push(back)), left }
}

const queries = (client: ReturnType<typeof fakeClient>): string[] =>
  client.inputsOf('papers.list').flatMap(({ list }) => (list.kind === 'search' ? [list.query] : []))

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('search', () => {
  it('runs once typing pauses, on what is in the field by then', async () => {
    const { client, search } = await make({ 'papers.list': () => page(1) })
    for (const query of ['ㅁ', '모', '못', '모데', '모델']) search.type(query)
    await vi.advanceTimersByTimeAsync(100)
    expect(queries(client)).toEqual(['모델'])
  })

  it('drops an answer that a newer query overtook', async () => {
    const slow = deferred<Result<ListPage>>()
    const { list, search } = await make({
      'papers.list': ({ list }) => (list.kind === 'search' && list.query === 'slow' ? slow.promise : page(5))
    })
    search.type('slow')
    await vi.advanceTimersByTimeAsync(100)
    search.type('fast')
    await vi.advanceTimersByTimeAsync(100)
    slow.resolve(page(1, 2, 3))
    await vi.advanceTimersByTimeAsync(0)
    expect(list.ids).toEqual([5])
    expect(list.ref).toEqual({ kind: 'search', query: 'fast' })
  })

  it('does not run the same query twice', async () => {
    const { client, search } = await make({ 'papers.list': () => page(1) })
    search.type('모델')
    await search.run()
    await search.run()
    search.type('모델 ')
    await search.run()
    expect(queries(client)).toEqual(['모델'])
  })

  it('goes back to the list before it when it is cleared', async () => {
    const { search, left } = await make({ 'papers.list': () => page(1) })
    search.type('a')
    await search.run()
    search.type('ab')
    await search.run()
    search.clear()
    expect(search.query).toBe('')
    expect(left).toEqual([{ kind: 'starred' }])
  })

  it('goes back also when it is cleared while its results are on their way', async () => {
    const slow = deferred<Result<ListPage>>()
    const { client, search, left } = await make({
      'papers.list': ({ list }) => (list.kind === 'search' ? slow.promise : page(1))
    })
    search.type('a')
    const running = search.run()
    await search.run()
    expect(queries(client)).toEqual(['a'])
    search.clear()
    expect(left).toEqual([{ kind: 'starred' }])
    slow.resolve(page(2))
    await running
  })
})
