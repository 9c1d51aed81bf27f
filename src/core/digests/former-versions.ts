import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

/** What an appearance says, as it is stored. */
interface Wording {
  paperId: number
  day: string | null
  title: string
  /** JSON */
  summary: string
}

/** What a digest says of its papers now. */
export const wordingsOf = (db: Db, digestId: number): Wording[] =>
  statement<[number], Wording>(
    db,
    'SELECT paper_id AS paperId, day, title, summary FROM appearances WHERE digest_id = ?'
  ).all(digestId)

/**
 * Keeps what a digest said of a paper before it was rewritten, where it says something else now. A text that only
 * grew was read while it was being written, which is no other version.
 */
export function keepFormerVersions(
  db: Db,
  digestId: number,
  before: readonly Wording[],
  replacedAt: string
): void {
  const now = new Map(wordingsOf(db, digestId).map((wording) => [wording.paperId, wording]))
  for (const { paperId, day, title, summary } of before) {
    const next = now.get(paperId)
    if (!next || (next.title === title && (next.summary === summary || grewFrom(summary, next.summary))))
      continue
    statement(
      db,
      `INSERT INTO former_versions (paper_id, replaced_at, day, title, summary)
       SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS
         (SELECT 1 FROM former_versions WHERE paper_id = ? AND title = ? AND summary = ?)`
    ).run(paperId, replacedAt, day, title, summary, paperId, title, summary)
  }
}

/** Of two JSON arrays: the first is the beginning of the second, but for the quotes and brackets at its end. */
const grewFrom = (before: string, after: string): boolean => after.startsWith(before.replace(/"?\}?\]$/, ''))
