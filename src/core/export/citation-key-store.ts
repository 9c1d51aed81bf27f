import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { citationKeyStem, uniqueKey } from './citation-keys.ts'

/** Gives a paper its citation key, once and for all. Runs inside the caller's transaction. */
export function assignCitationKey(
  db: Db,
  paper: { id: number; title: string; arxivId: string | null; day: string | null }
): void {
  const taken = statement<[string], number>(db, 'SELECT 1 FROM citation_keys WHERE key = ?').pluck()
  const key = uniqueKey(citationKeyStem(paper), (candidate) => taken.get(candidate) !== undefined)
  statement(db, 'INSERT INTO citation_keys (paper_id, key) VALUES (?, ?)').run(paper.id, key)
}
