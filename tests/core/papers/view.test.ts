import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  filterSchema,
  plainView,
  sortKeys,
  type Filter,
  type ListRef,
  type ListView,
  type Sort
} from '../../../src/contract/lists.ts'
import { statuses, type PaperRow } from '../../../src/contract/model.ts'
import { must } from '../../helpers/core.ts'
import { madeUp, rowsOf, startMadeUp, TODAY } from './made-up.ts'

const day = fc.constantFrom(null, '2026-02-01', '2026-02-02', '2026-02-03')
const view: fc.Arbitrary<ListView> = fc.record({
  sort: fc.record({ by: fc.constantFrom(...sortKeys), descending: fc.boolean() }),
  filter: fc.record({
    statuses: fc.subarray([...statuses], { maxLength: 3 }),
    starred: fc.boolean(),
    rated: fc.boolean(),
    noted: fc.boolean(),
    code: fc.boolean(),
    tags: fc.subarray(['vision', 'TO-DO', '읽기', 'nowhere'], { maxLength: 1 }),
    from: day,
    to: day
  })
})
const nothing = plainView.filter
const filterKeys = filterSchema.keyof().options
/** Most filters say one thing, so that something is left more often than not. */
const mildView = fc.oneof(
  view,
  fc.tuple(view, fc.constantFrom(...filterKeys)).map(([{ sort, filter }, key]) => ({
    sort,
    filter: { ...nothing, [key]: typeof filter[key] === 'boolean' ? true : filter[key] }
  }))
)

const list: fc.Arbitrary<ListRef> = fc.oneof(
  fc.constantFrom<ListRef>(
    { kind: 'all' },
    { kind: 'starred' },
    { kind: 'snoozed' },
    { kind: 'queue', queueId: 1 },
    { kind: 'queue', queueId: 2 },
    { kind: 'tag', tag: 'Vision' },
    { kind: 'search', query: 'apple' }
  ),
  fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(...statuses) }),
  fc.record({ kind: fc.constant('deck' as const), day: fc.constantFrom('2026-02-01', '2026-02-02') })
)

function isShown(row: PaperRow, filter: Filter): boolean {
  const hasTag = (tag: string): boolean => row.tags.some((name) => name.toLowerCase() === tag.toLowerCase())
  return (
    (filter.statuses.length === 0 || filter.statuses.includes(row.status)) &&
    (!filter.starred || row.starred) &&
    (!filter.rated || row.rating !== null) &&
    (!filter.noted || row.noteExcerpt !== '') &&
    (!filter.code || row.hasCode) &&
    filter.tags.every(hasTag) &&
    (filter.from === null || (row.day !== null && row.day >= filter.from)) &&
    (filter.to === null || (row.day !== null && row.day <= filter.to))
  )
}

const alphabet = new Intl.Collator(['en', 'ko'])
const valueOf: Record<Exclude<Sort['by'], 'list'>, (row: PaperRow) => string | number | null> = {
  votes: (row) => row.percentile,
  date: (row) => row.day,
  title: (row) => row.title,
  rating: (row) => row.rating,
  status: (row) => row.statusAt
}

/** By insertion: as slow as it is plain. */
function inOrder(rows: readonly PaperRow[], { by, descending }: Sort): PaperRow[] {
  if (by === 'list') return descending ? [...rows].reverse() : [...rows]
  const precedes = (a: PaperRow, b: PaperRow): boolean => {
    const [left, right] = [valueOf[by](a), valueOf[by](b)]
    if (left === null || right === null) return left !== null && right === null
    const compared =
      typeof left === 'string' && typeof right === 'string' && by === 'title'
        ? alphabet.compare(left, right)
        : left < right
          ? -1
          : left > right
            ? 1
            : 0
    return descending ? compared > 0 : compared < 0
  }
  const sorted: PaperRow[] = []
  for (const row of rows) {
    const before = sorted.findIndex((other) => precedes(row, other))
    sorted.splice(before === -1 ? sorted.length : before, 0, row)
  }
  return sorted
}

test('any view of any list is what sorting and filtering its rows gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      madeUp,
      fc.array(fc.tuple(list, mildView), { minLength: 8, maxLength: 8 }),
      async (made, looks) => {
        const app = await startMadeUp(made)
        for (const [ref, wanted] of looks) {
          const deck = ref.kind === 'deck' ? ref.day : undefined
          const plain = must(await app.call('papers.list', { list: ref }))
          const shown = must(await app.call('papers.list', { list: ref, view: wanted }))
          const kept = (await rowsOf(app, plain.ids, deck)).filter((row) => isShown(row, wanted.filter))
          expect(shown.ids, `${JSON.stringify(ref)} ${JSON.stringify(wanted)}`).toEqual(
            inOrder(kept, wanted.sort).map(({ id }) => id)
          )
          expect(shown.hidden).toBe(plain.ids.length - shown.ids.length)
          expect(shown.rows).toEqual(await rowsOf(app, shown.ids, deck))
          expect(shown.view).toEqual(wanted)
        }
        await app.close()
      }
    ),
    { numRuns: 25 }
  )
})

const away = ({ status, snoozedUntil }: PaperRow): boolean =>
  status === 'inbox' && snoozedUntil !== null && snoozedUntil > TODAY

test('the inbox, what is snoozed, tags, decks and the counts are what the rows of all papers say', async () => {
  await fc.assert(
    fc.asyncProperty(madeUp, async (made) => {
      const app = await startMadeUp(made)
      const idsOf = async (ref: ListRef) => must(await app.call('papers.list', { list: ref })).ids
      const all = await rowsOf(app, await idsOf({ kind: 'all' }))
      const overview = must(await app.call('library.overview', {}))
      expect(overview.today).toBe(TODAY)

      const inbox = all.filter((row) => row.status === 'inbox' && !away(row))
      const back = inbox.filter(({ snoozedUntil }) => snoozedUntil !== null)
      const rest = inbox.filter(({ snoozedUntil }) => snoozedUntil === null)
      const lastBack = back.toSorted((a, b) => ((a.snoozedUntil ?? '') < (b.snoozedUntil ?? '') ? 1 : -1))
      const shown = await rowsOf(app, await idsOf({ kind: 'status', status: 'inbox' }))
      expect(shown.slice(0, back.length).map(({ snoozedUntil }) => snoozedUntil)).toEqual(
        lastBack.map(({ snoozedUntil }) => snoozedUntil)
      )
      expect(shown.slice(back.length)).toEqual(rest)
      const snoozed = await rowsOf(app, await idsOf({ kind: 'snoozed' }))
      expect(new Set(snoozed)).toEqual(new Set(all.filter(away)))
      expect(snoozed.map((row) => row.snoozedUntil)).toEqual(snoozed.map((row) => row.snoozedUntil).sort())
      expect(await idsOf({ kind: 'tag', tag: 'VISION' })).toEqual(
        all.filter(({ tags }) => tags.includes('vision')).map(({ id }) => id)
      )

      expect(overview.counts).toEqual({
        ...Object.fromEntries(
          statuses.map((status) => [status, all.filter((row) => row.status === status).length])
        ),
        inbox: inbox.length,
        snoozed: snoozed.length,
        starred: all.filter(({ starred }) => starred).length,
        all: all.length
      })
      for (const deck of overview.decks) {
        const rows = await rowsOf(app, await idsOf({ kind: 'deck', day: deck.day }), deck.day)
        const count = (...of: string[]) => rows.filter(({ status }) => of.includes(status)).length
        expect(deck).toEqual({
          day: deck.day,
          total: rows.length,
          left: count('inbox') - rows.filter(away).length,
          snoozed: rows.filter(away).length,
          queued: count('queued', 'reading'),
          read: count('read'),
          skipped: count('skipped')
        })
      }
      for (const row of all) {
        const paper = must(await app.call('papers.get', { id: row.id }))
        expect(paper.tags).toEqual(row.tags)
        expect(paper.snoozedUntil).toBe(row.snoozedUntil)
        const named = new Map(overview.queues.map((queue) => [queue.id, queue.name]))
        expect(paper.queues).toEqual(row.queueIds.map((id) => named.get(id)))
      }
      await app.close()
    }),
    { numRuns: 25 }
  )
})
