import type { DeckSummary } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

/** One row a day, newest first. */
export const decksOf = (db: Db): DeckSummary[] =>
  statement<[], DeckSummary>(
    db,
    `SELECT e.day, count(*) AS total,
       sum(coalesce(m.status, 'inbox') = 'inbox') AS "left",
       sum(coalesce(m.status, '') IN ('queued', 'reading')) AS queued,
       sum(coalesce(m.status, '') = 'read') AS read,
       sum(coalesce(m.status, '') = 'skipped') AS skipped
     FROM deck_entries e LEFT JOIN marks m ON m.paper_id = e.paper_id
     GROUP BY e.day ORDER BY e.day DESC`
  ).all()
