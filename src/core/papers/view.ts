import type { Filter, ListView, Sort } from '../../contract/lists.ts'
import type { Day, PaperId } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { catalogOf, dayNumber, titleRanks } from './catalog.ts'
import { taggedIds } from './lists.ts'

/**
 * The papers of a list that a view shows, in the order in which it shows them.
 * @param ids all of the list, in its own order
 * @param deck the day of a deck, whose votes and date its papers have there; else those of their newest day
 */
export function viewed(db: Db, ids: readonly PaperId[], view: ListView, deck?: Day): PaperId[] {
  const conditions = conditionsOf(db, view.filter, deck)
  const shown = ids.filter((id) => conditions.every((holds) => holds(id)))
  return sorted(db, shown, view.sort, deck)
}

type Condition = (id: PaperId) => boolean

function conditionsOf(db: Db, filter: Filter, deck: Day | undefined): Condition[] {
  const conditions: Condition[] = []
  const isOneOf = (papers: ReadonlySet<PaperId>): void => void conditions.push((id) => papers.has(id))
  if (filter.statuses.length > 0) conditions.push(hasStatus(db, filter.statuses))
  if (filter.starred) isOneOf(papers(db, 'SELECT paper_id FROM marks WHERE starred = 1'))
  if (filter.rated) isOneOf(papers(db, 'SELECT paper_id FROM marks WHERE rating IS NOT NULL'))
  if (filter.noted) isOneOf(papers(db, `SELECT paper_id FROM marks WHERE note <> ''`))
  for (const tag of filter.tags) isOneOf(new Set(taggedIds(db, tag)))
  if (filter.code) {
    const { code, placeOf } = catalogOf(db)
    conditions.push((id) => code[placeOf.get(id) ?? -1] === 1)
  }
  if (filter.from !== null || filter.to !== null) {
    const from = filter.from === null ? 1 : dayNumber(filter.from)
    const to = filter.to === null ? Number.POSITIVE_INFINITY : dayNumber(filter.to)
    const dayOf = daysOf(db, deck)
    conditions.push((id) => dayOf(id) >= from && dayOf(id) <= to)
  }
  return conditions
}

const papers = (db: Db, sql: string, ...params: string[]): Set<PaperId> =>
  new Set(
    statement<string[], number>(db, sql)
      .pluck()
      .all(...params)
  )

/** Most papers of the inbox have no marks, so it is told by what the others are. */
function hasStatus(db: Db, statuses: Filter['statuses']): Condition {
  const listed = JSON.stringify(statuses)
  const select = 'SELECT paper_id FROM marks WHERE status'
  if (statuses.includes('inbox')) {
    const others = papers(db, `${select} NOT IN (SELECT value FROM json_each(?))`, listed)
    return (id) => !others.has(id)
  }
  const those = papers(db, `${select} IN (SELECT value FROM json_each(?))`, listed)
  return (id) => those.has(id)
}

/** Each paper's day as a number, 0 without one. */
function daysOf(db: Db, deck: Day | undefined): (id: PaperId) => number {
  if (deck !== undefined) {
    const day = dayNumber(deck)
    return () => day
  }
  const { days, placeOf } = catalogOf(db)
  return (id) => days[placeOf.get(id) ?? -1] ?? 0
}

/** Papers without a value come last, and equal ones keep their order, whichever way it is sorted. */
function sorted(db: Db, ids: PaperId[], { by, descending }: Sort, deck: Day | undefined): PaperId[] {
  if (by === 'list') return descending ? ids.reverse() : ids
  const valueOf = valuesOf(db, by, deck)
  const withValue: { id: PaperId; value: number | string }[] = []
  const without: PaperId[] = []
  for (const id of ids) {
    const value = valueOf(id)
    if (value === null) without.push(id)
    else withValue.push({ id, value })
  }
  const sign = descending ? -1 : 1
  withValue.sort((a, b) => (a.value < b.value ? -sign : a.value > b.value ? sign : 0))
  return [...withValue.map(({ id }) => id), ...without]
}

function valuesOf(
  db: Db,
  by: Exclude<Sort['by'], 'list'>,
  deck: Day | undefined
): (id: PaperId) => number | string | null {
  switch (by) {
    case 'votes':
      return percentilesOf(db, deck)
    case 'date': {
      const dayOf = daysOf(db, deck)
      return (id) => dayOf(id) || null
    }
    case 'title': {
      const ranks = titleRanks(db)
      return (id) => ranks.get(id) ?? null
    }
    case 'rating':
      return column(db, 'SELECT paper_id, rating FROM marks WHERE rating IS NOT NULL')
    case 'status':
      return column(db, 'SELECT paper_id, status_at FROM marks WHERE status_at IS NOT NULL')
  }
}

function percentilesOf(db: Db, deck: Day | undefined): (id: PaperId) => number | string | null {
  if (deck !== undefined)
    return column(
      db,
      'SELECT paper_id, percentile FROM deck_entries WHERE day = ? AND percentile IS NOT NULL',
      deck
    )
  const { percentiles, placeOf } = catalogOf(db)
  return (id) => {
    const percentile = percentiles[placeOf.get(id) ?? -1] ?? Number.NaN
    return Number.isNaN(percentile) ? null : percentile
  }
}

/** A column of a value by paper. */
function column(db: Db, sql: string, ...params: string[]): (id: PaperId) => number | string | null {
  const rows = statement<string[], [PaperId, number | string]>(db, sql)
    .raw()
    .all(...params)
  const values = new Map(rows)
  return (id) => values.get(id) ?? null
}
