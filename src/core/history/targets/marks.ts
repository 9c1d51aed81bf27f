import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { daySchema, ratingSchema, statusSchema, type PaperId } from '../../../contract/model.ts'
import type { Db } from '../../db/open.ts'
import { statement } from '../../db/statements.ts'
import type { Target } from '../target.ts'

/** What the user made of a paper, as it is stored. */
export const marksSchema = z.object({
  status: statusSchema,
  statusAt: z.string().nullable(),
  starred: z.boolean(),
  starredAt: z.string().nullable(),
  rating: ratingSchema.nullable(),
  note: z.string(),
  snoozedUntil: daySchema.nullable()
})
export type StoredMarks = z.infer<typeof marksSchema>

export const untouched: StoredMarks = {
  status: 'inbox',
  statusAt: null,
  starred: false,
  starredAt: null,
  rating: null,
  note: '',
  snoozedUntil: null
}

type MarksRow = Omit<StoredMarks, 'starred'> & { starred: number | null }

const READ = `
  SELECT m.status, m.status_at AS statusAt, m.starred, m.starred_at AS starredAt, m.rating, m.note,
    m.snoozed_until AS snoozedUntil
  FROM json_each(?) wanted LEFT JOIN marks m ON m.paper_id = wanted.value ORDER BY wanted.key`
const WRITE = `
  INSERT INTO marks (paper_id, status, status_at, starred, starred_at, rating, note, snoozed_until)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (paper_id) DO UPDATE SET status = excluded.status, status_at = excluded.status_at,
    starred = excluded.starred, starred_at = excluded.starred_at, rating = excluded.rating,
    note = excluded.note, snoozed_until = excluded.snoozed_until`

/** The marks of papers; a paper without a row has none. Only this module and the schema's checks write them. */
export const marksTarget: Target<{ paper: PaperId }, StoredMarks> = {
  times: new Set(['statusAt', 'starredAt']),
  position: null,
  read: (db, things) =>
    marksOf(
      db,
      things.map(({ paper }) => paper)
    ),
  write(db, things) {
    const put = statement(db, WRITE)
    const remove = statement(db, 'DELETE FROM marks WHERE paper_id = ?')
    for (const { paper, state } of things) {
      if (state === null || isDeepStrictEqual(state, untouched)) {
        remove.run(paper)
        continue
      }
      const { status, statusAt, starred, starredAt, rating, note, snoozedUntil } = state
      put.run(paper, status, statusAt, starred ? 1 : 0, starredAt, rating, note, snoozedUntil)
    }
  }
}

/** The marks of papers, in their order. */
export const marksOf = (db: Db, papers: readonly PaperId[]): StoredMarks[] =>
  statement<[string], MarksRow>(db, READ)
    .all(JSON.stringify(papers))
    .map((row) => (row.starred === null ? untouched : { ...row, starred: row.starred === 1 }))

/**
 * Makes rows of `marks` exist exactly where the user did something with a paper: a place in a queue and a tag
 * count, without being marks themselves.
 */
export function settleMarks(db: Db, papers: readonly PaperId[]): void {
  const ids = JSON.stringify(papers)
  statement(
    db,
    `INSERT OR IGNORE INTO marks (paper_id)
     SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM queue_items WHERE paper_id = value)
       OR EXISTS (SELECT 1 FROM paper_tags WHERE paper_id = value)`
  ).run(ids)
  statement(
    db,
    `DELETE FROM marks WHERE paper_id IN (SELECT value FROM json_each(?))
       AND status = 'inbox' AND starred = 0 AND rating IS NULL AND note = '' AND snoozed_until IS NULL
       AND NOT EXISTS (SELECT 1 FROM queue_items i WHERE i.paper_id = marks.paper_id)
       AND NOT EXISTS (SELECT 1 FROM paper_tags t WHERE t.paper_id = marks.paper_id)`
  ).run(ids)
}
