import type { Parsed } from '../../contract/calls.ts'
import type { Day, PaperId } from '../../contract/model.ts'
import type { CatchUpPlan } from '../../contract/triage.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { rowsOf } from '../papers/rows.ts'
import { secondsPerPaper } from './pace.ts'

/**
 * Proposes what to look at of the inbox of some days: the papers of the highest percentile within their day, with
 * equal ones by votes, then the newest first. A paper that several days have counts where it stands best. Without a
 * number of papers, and of minutes, all are kept; with both, what is fewer.
 * @param today papers that are away until a later day are left out
 */
export function planCatchUp(
  db: Db,
  { from, to, papers, minutes }: Parsed<'triage.planCatchUp'>,
  today: Day
): CatchUpPlan {
  const pace = secondsPerPaper(db)
  const inTime = minutes === undefined ? Number.POSITIVE_INFINITY : Math.floor((minutes * 60) / pace)
  const { ids, days } = bestFirst(db, from, to, today)
  const count = Math.min(papers ?? Number.POSITIVE_INFINITY, inTime, ids.length)
  return { days, keep: rowsOf(db, ids.slice(0, count)), skip: ids.slice(count), secondsPerPaper: pace }
}

function bestFirst(db: Db, from: Day, to: Day, today: Day): { ids: PaperId[]; days: number } {
  const entries = statement<[string, string, string], { id: PaperId; day: Day }>(
    db,
    `SELECT e.paper_id AS id, e.day FROM deck_entries e LEFT JOIN marks m ON m.paper_id = e.paper_id
     WHERE e.day BETWEEN ? AND ? AND ${isInInbox}
     ORDER BY e.percentile DESC NULLS LAST, e.votes DESC, e.day DESC, e.position`
  ).all(from, to, today)
  return {
    ids: [...new Set(entries.map(({ id }) => id))],
    days: new Set(entries.map(({ day }) => day)).size
  }
}

/** SQL, of a paper's marks `m`: whether it is to be looked at on a day. */
const isInInbox = `coalesce(m.status, 'inbox') = 'inbox' AND (m.snoozed_until IS NULL OR m.snoozed_until <= ?)`

/** Those of some papers that are still to be looked at. */
export const stillInInbox = (db: Db, papers: readonly PaperId[], today: Day): PaperId[] =>
  statement<[string, string], PaperId>(
    db,
    `SELECT p.id FROM json_each(?) wanted JOIN papers p ON p.id = wanted.value
     LEFT JOIN marks m ON m.paper_id = p.id WHERE ${isInInbox} ORDER BY wanted.key`
  )
    .pluck()
    .all(JSON.stringify(papers), today)
