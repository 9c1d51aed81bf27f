import type { Parsed } from '../../contract/calls.ts'
import type { Day } from '../../contract/model.ts'
import type { CatchUpPlan } from '../../contract/triage.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { rowsOf } from '../papers/rows.ts'
import { bestOfDays, type DeckPlace } from './day-shares.ts'
import { secondsPerPaper } from './pace.ts'
import { isUntouched } from './untouched.ts'

/**
 * Proposes what to look at of the inbox of some days: the best of each, in proportion. Only papers that the user did
 * nothing with are proposed or skipped, and without `begun` only those that no begun deck holds. Without a number of
 * papers, and of minutes, all are kept; with both, what is fewer.
 * @param today papers that are away until a later day are left out
 */
export function planCatchUp(
  db: Db,
  { from, to, papers, minutes, begun }: Parsed<'triage.planCatchUp'>,
  today: Day
): CatchUpPlan {
  const pace = secondsPerPaper(db)
  const inTime = minutes === undefined ? Number.POSITIVE_INFINITY : Math.floor((minutes * 60) / pace)
  const found = inboxOf(db, from, to, today)
  const wanted = begun ? found : found.filter((place) => !place.inBegun)
  const ids = bestOfDays(wanted.filter(({ marked }) => !marked))
  const count = Math.min(papers ?? Number.POSITIVE_INFINITY, inTime, ids.length)
  return {
    days: new Set(found.filter((place) => begun || !place.begun).map(({ day }) => day)).size,
    keep: rowsOf(db, ids.slice(0, count)),
    skip: ids.slice(count),
    marked: papersIn(wanted.filter(({ marked }) => marked)),
    begun: papersIn(found) - papersIn(wanted),
    secondsPerPaper: pace
  }
}

interface InboxPlace extends DeckPlace {
  /** Whether the user did anything with the paper. */
  marked: boolean
  /** Whether this deck is begun. */
  begun: boolean
  /** Whether any deck that holds the paper is. */
  inBegun: boolean
}

const papersIn = (places: readonly DeckPlace[]): number => new Set(places.map(({ id }) => id)).size

/** SQL, of a paper's marks `m`: whether it is to be looked at on a day. */
const isInInbox = `coalesce(m.status, 'inbox') = 'inbox' AND (m.snoozed_until IS NULL OR m.snoozed_until <= ?)`

/** What is in the inbox of some days, in the order of their decks. */
function inboxOf(db: Db, from: Day, to: Day, today: Day): InboxPlace[] {
  const begun = new Set(
    statement<[Day], Day>(
      db,
      `SELECT DISTINCT day FROM deck_entries
       WHERE paper_id IN (SELECT paper_id FROM marks m WHERE NOT (${isInInbox}))`
    )
      .pluck()
      .all(today)
  )
  const inBegun = new Set(
    statement<[string], number>(
      db,
      'SELECT e.paper_id FROM json_each(?) begun JOIN deck_entries e ON e.day = begun.value'
    )
      .pluck()
      .all(JSON.stringify([...begun]))
  )
  return statement<[Day, Day, Day], DeckPlace & { marked: number }>(
    db,
    `SELECT e.paper_id AS id, e.day, e.percentile, NOT ${isUntouched('e.paper_id')} AS marked
     FROM deck_entries e LEFT JOIN marks m ON m.paper_id = e.paper_id
     WHERE e.day BETWEEN ? AND ? AND ${isInInbox} ORDER BY e.day, e.position, e.paper_id`
  )
    .all(from, to, today)
    .map((place) => ({
      ...place,
      marked: place.marked === 1,
      begun: begun.has(place.day),
      inBegun: inBegun.has(place.id)
    }))
}
