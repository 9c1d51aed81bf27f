import type { PaperId, PaperVersion } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { summarySchema } from './summary.ts'

interface VersionRecord {
  title: string
  summary: string
  day: string | null
  replacedAt: string | null
}

/** The other wordings of a paper, in other digests or before one was rewritten, newest first, each once. */
export const versionsOf = (db: Db, id: PaperId): PaperVersion[] =>
  statement<[number, number], VersionRecord>(
    db,
    `WITH shown AS (SELECT a.* FROM papers p JOIN appearances a ON a.id = p.shown_id WHERE p.id = ?),
     others AS (
       SELECT a.title, a.summary, a.day, NULL AS replacedAt FROM appearances a JOIN shown s USING (paper_id)
       WHERE a.digest_id IS NOT NULL
       UNION ALL
       SELECT title, summary, day, replaced_at FROM former_versions WHERE paper_id = ?
     )
     SELECT o.title, o.summary, max(o.day) AS day, max(o.replacedAt) AS replacedAt FROM others o, shown s
     WHERE o.title <> s.title OR o.summary <> s.summary
     GROUP BY o.title, o.summary ORDER BY max(o.day) DESC, max(o.replacedAt) DESC`
  )
    .all(id, id)
    .map((record) => ({ ...record, summary: summarySchema.parse(JSON.parse(record.summary)) }))
