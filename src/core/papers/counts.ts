import { statusSchema, type Overview } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { perRevision } from '../db/revision.ts'
import { statement } from '../db/statements.ts'

/** How many papers each list of the sidebar has. */
export function countsOf(db: Db): Overview['counts'] {
  const counts = { inbox: 0, queued: 0, reading: 0, read: 0, skipped: 0, starred: 0, all: 0 }
  const marked = statement<[], { status: string; papers: number; starred: number }>(
    db,
    'SELECT status, count(*) AS papers, sum(starred) AS starred FROM marks GROUP BY status'
  ).all()
  for (const row of marked) {
    counts[statusSchema.parse(row.status)] = row.papers
    counts.starred += row.starred
  }
  counts.all = inDigests(db) + keptByMarks(db)
  // Of the papers in the inbox only those that the user starred, rated or noted have marks, so it is counted
  // as what is left of all.
  counts.inbox = counts.all - counts.queued - counts.reading - counts.read - counts.skipped
  return counts
}

const inDigests = perRevision(
  (db) =>
    statement<[], number>(
      db,
      'SELECT count(*) FROM papers p JOIN appearances a ON a.id = p.shown_id WHERE a.digest_id IS NOT NULL'
    )
      .pluck()
      .get() ?? 0
)

/** Papers that no digest holds any more, but the user's marks do. */
const keptByMarks = (db: Db): number =>
  statement<[], number>(
    db,
    `SELECT count(*) FROM appearances a
     JOIN papers p ON p.shown_id = a.id
     JOIN marks m ON m.paper_id = p.id
     WHERE a.digest_id IS NULL`
  )
    .pluck()
    .get() ?? 0
