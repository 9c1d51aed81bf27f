import type { Filter, ListRef, Sort } from '../../../contract/lists.ts'
import type { Day, PaperRow } from '../../../contract/model.ts'

type Snoozable = Pick<PaperRow, 'snoozedUntil'>

/** Whether a paper is snoozed until a later day. */
export const isAway = ({ snoozedUntil }: Snoozable, today: Day): boolean =>
  snoozedUntil !== null && snoozedUntil > today

/** Whether there is still something to do with a paper. */
export const isFresh = (row: Pick<PaperRow, 'status' | 'snoozedUntil'>, today: Day): boolean =>
  row.status === 'inbox' && !isAway(row, today)

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
const hasTag = (row: PaperRow, tag: string): boolean => row.tags.some((name) => same(name, tag))

/** Whether a row has all that a filter asks for, as the core sees it. */
export function passes(filter: Filter, row: PaperRow): boolean {
  const { statuses, starred, rated, noted, code, tags, from, to } = filter
  return (
    (statuses.length === 0 || statuses.includes(row.status)) &&
    (!starred || row.starred) &&
    (!rated || row.rating !== null) &&
    (!noted || row.noteExcerpt !== '') &&
    (!code || row.hasCode) &&
    tags.every((tag) => hasTag(row, tag)) &&
    (from === null || (row.day !== null && row.day >= from)) &&
    (to === null || (row.day !== null && row.day <= to))
  )
}

/** Whether a row, which was in a list, is still of it. What a search finds is known to the core only. */
export function belongs(ref: ListRef, filter: Filter, row: PaperRow, today: Day): boolean {
  return isIn(ref, row, today) && passes(filter, row)
}

function isIn(ref: ListRef, row: PaperRow, today: Day): boolean {
  switch (ref.kind) {
    case 'deck':
    case 'all':
    case 'search':
      return true
    case 'status':
      return ref.status === 'inbox' ? isFresh(row, today) : row.status === ref.status
    case 'starred':
      return row.starred
    case 'snoozed':
      return isAway(row, today)
    case 'queue':
      return row.queueIds.includes(ref.queueId)
    case 'tag':
      return hasTag(row, ref.tag)
  }
}

/** Whether a row is shown greyed: dealt with in a deck, or of this list no more and only kept in place. */
export function isFaded(ref: ListRef, filter: Filter, row: PaperRow, today: Day): boolean {
  const triaged = ref.kind === 'deck' && filter.statuses.length === 0 && !isFresh(row, today)
  return triaged || !belongs(ref, filter, row, today)
}

/** Whether what is done to a paper moves it within a list. */
export function isOrderedByMarks(ref: ListRef, { by }: Sort): boolean {
  if (by !== 'list') return by === 'rating' || by === 'status'
  return ref.kind === 'starred' || ref.kind === 'snoozed' || (ref.kind === 'status' && ref.status !== 'inbox')
}

/** Whether a filter asks for anything. */
export const isFiltering = (filter: Filter): boolean =>
  filter.statuses.length > 0 ||
  filter.tags.length > 0 ||
  filter.starred ||
  filter.rated ||
  filter.noted ||
  filter.code ||
  filter.from !== null ||
  filter.to !== null
