import type { Overview } from '../../contract/library.ts'
import type { Db } from '../db/open.ts'
import { perRevision } from '../db/revision.ts'
import { statement } from '../db/statements.ts'
import { keptByMarks } from './catalog.ts'
import type { Standings } from './standings.ts'

/** How many papers each list of the sidebar has. */
export function countsOf(db: Db, standings: Standings): Overview['counts'] {
  const queued = standings.marked('queued')
  const reading = standings.marked('reading')
  const read = standings.marked('read')
  const skipped = standings.marked('skipped')
  const snoozed = standings.marked('snoozed')
  const all = inDigests(db) + keptByMarks(db).size
  // Most papers of the inbox have no marks, so it is counted as what is left of all.
  const inbox = all - queued - reading - read - skipped - snoozed
  return { inbox, queued, reading, read, skipped, snoozed, starred: starred(db), all }
}

const starred = (db: Db): number =>
  statement<[], number>(db, 'SELECT count(*) FROM marks WHERE starred = 1').pluck().get() ?? 0

const inDigests = perRevision(
  (db) =>
    statement<[], number>(
      db,
      'SELECT count(*) FROM papers p JOIN appearances a ON a.id = p.shown_id WHERE a.digest_id IS NOT NULL'
    )
      .pluck()
      .get() ?? 0
)
