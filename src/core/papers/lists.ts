import type { ListRef } from '../../contract/lists.ts'
import type { Day, PaperId } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { papersInQueue } from '../queues/places.ts'
import type { Search } from '../search/index.ts'
import { findTag } from '../tags/names.ts'
import { catalogOf, keptByMarks } from './catalog.ts'

/** Most hits that a search shows as a list. */
const MAX_HITS = 10_000

export interface ListSource {
  readonly db: Db
  readonly search: Search
  /** The day it is where the core runs. */
  readonly today: () => Day
}

/** The papers of a list, all of them, in its own order. */
export function listIds({ db, search, today }: ListSource, list: ListRef): PaperId[] {
  switch (list.kind) {
    case 'deck':
      return ids(db, 'SELECT paper_id FROM deck_entries WHERE day = ? ORDER BY position', list.day)
    case 'all':
      return allIds(db)
    case 'starred':
      return ids(db, 'SELECT paper_id FROM marks WHERE starred = 1 ORDER BY starred_at DESC, paper_id')
    case 'snoozed':
      return snoozedIds(db, today())
    case 'queue':
      return papersInQueue(db, list.queueId)
    case 'tag':
      return newestFirst(db, taggedIds(db, list.tag))
    case 'status':
      return list.status === 'inbox'
        ? inboxIds(db, today())
        : ids(
            db,
            'SELECT paper_id FROM marks WHERE status = ? ORDER BY status_at DESC, paper_id',
            list.status
          )
    case 'search':
      return search.query(list.query, MAX_HITS).ids
  }
}

const ids = (db: Db, sql: string, ...params: (string | number)[]): PaperId[] =>
  statement<(string | number)[], number>(db, sql)
    .pluck()
    .all(...params)

/** Papers that have a tag, in no order. */
export const taggedIds = (db: Db, tag: string): PaperId[] =>
  ids(db, 'SELECT paper_id FROM paper_tags WHERE tag_id = ?', findTag(db, tag)?.id ?? 0)

function allIds(db: Db): PaperId[] {
  const { ids, held } = catalogOf(db)
  const kept = keptByMarks(db)
  return ids.filter((id, place) => held[place] === 1 || kept.has(id))
}

/** Without papers that are away; those that are back from a snooze come first, the last one to come back on top. */
function inboxIds(db: Db, today: Day): PaperId[] {
  const elsewhere = new Set(
    ids(db, `SELECT paper_id FROM marks WHERE status <> 'inbox' OR snoozed_until IS NOT NULL`)
  )
  const back = snoozes(db).filter(({ until }) => until <= today)
  back.sort((a, b) => compare(b.until, a.until))
  return [...back.map(({ id }) => id), ...allIds(db).filter((id) => !elsewhere.has(id))]
}

/** The next to come back first. */
const snoozedIds = (db: Db, today: Day): PaperId[] =>
  snoozes(db)
    .filter(({ until }) => until > today)
    .sort((a, b) => compare(a.until, b.until))
    .map(({ id }) => id)

/** Papers of the inbox that are away, or back, newest first. */
function snoozes(db: Db): { id: PaperId; until: Day }[] {
  const untilOf = new Map(
    statement<[], [PaperId, Day]>(
      db,
      `SELECT paper_id, snoozed_until FROM marks WHERE status = 'inbox' AND snoozed_until IS NOT NULL`
    )
      .raw()
      .all()
  )
  return newestFirst(db, [...untilOf.keys()]).map((id) => ({ id, until: untilOf.get(id) ?? '' }))
}

const compare = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)

function newestFirst(db: Db, papers: PaperId[]): PaperId[] {
  const { placeOf } = catalogOf(db)
  return papers.sort((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0))
}
