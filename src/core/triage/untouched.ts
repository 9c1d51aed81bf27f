import type { PaperId } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

/**
 * SQL: whether the user did nothing with a paper: no status, star, rating, note, tag or queue, and no snooze that it
 * is back from. The table `marks` has a row for exactly the others.
 * @param paper an SQL expression for its id
 */
export const isUntouched = (paper: string): string =>
  `NOT EXISTS (SELECT 1 FROM marks WHERE marks.paper_id = ${paper})`

/** Those of some papers that the library knows and the user did nothing with, in their order. */
export const untouchedOf = (db: Db, papers: readonly PaperId[]): PaperId[] =>
  statement<[string], PaperId>(
    db,
    `SELECT p.id FROM json_each(?) wanted JOIN papers p ON p.id = wanted.value
     WHERE ${isUntouched('p.id')} ORDER BY wanted.key`
  )
    .pluck()
    .all(JSON.stringify(papers))
