import { z } from 'zod'
import { ratingSchema, statusSchema, TO_READ_QUEUE_ID, type PaperId } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

/** What the user did with a paper, as it is stored; `toRead` is its place in the queue To read, null outside. */
export const storedMarksSchema = z.object({
  status: statusSchema,
  statusAt: z.string().nullable(),
  starred: z.boolean(),
  starredAt: z.string().nullable(),
  rating: ratingSchema.nullable(),
  note: z.string(),
  toRead: z.number().nullable()
})
export type StoredMarks = z.infer<typeof storedMarksSchema>

const untouched: StoredMarks = {
  status: 'inbox',
  statusAt: null,
  starred: false,
  starredAt: null,
  rating: null,
  note: '',
  toRead: null
}

export function marksOf(db: Db, id: PaperId): StoredMarks {
  const record = statement<[number], Record<string, unknown>>(
    db,
    `SELECT status, status_at AS statusAt, starred, starred_at AS starredAt, rating, note
     FROM marks WHERE paper_id = ?`
  ).get(id)
  if (!record) return untouched
  return storedMarksSchema.parse({ ...record, starred: record['starred'] === 1, toRead: placeIn(db, id) })
}

/** Writes a paper's marks; a paper that has none any more loses its row, so that it counts as untouched. */
export function writeMarks(db: Db, id: PaperId, marks: StoredMarks): void {
  if (isUntouched(marks)) {
    statement(db, 'DELETE FROM marks WHERE paper_id = ?').run(id)
  } else {
    statement(
      db,
      `INSERT OR REPLACE INTO marks (paper_id, status, status_at, starred, starred_at, rating, note)
       VALUES (?, ?, ?, ?, ?, ?, ?)`
    ).run(id, marks.status, marks.statusAt, marks.starred ? 1 : 0, marks.starredAt, marks.rating, marks.note)
  }
  if (marks.toRead === null) {
    statement(db, 'DELETE FROM queue_items WHERE queue_id = ? AND paper_id = ?').run(TO_READ_QUEUE_ID, id)
  } else {
    statement(db, 'INSERT OR REPLACE INTO queue_items (queue_id, paper_id, position) VALUES (?, ?, ?)').run(
      TO_READ_QUEUE_ID,
      id,
      marks.toRead
    )
  }
}

/** The place after the last one of To read. */
export const nextPlace = (db: Db): number =>
  (statement<[number], number>(db, 'SELECT coalesce(max(position), 0) FROM queue_items WHERE queue_id = ?')
    .pluck()
    .get(TO_READ_QUEUE_ID) ?? 0) + 1

const placeIn = (db: Db, id: PaperId): number | null =>
  statement<[number, number], number>(
    db,
    'SELECT position FROM queue_items WHERE queue_id = ? AND paper_id = ?'
  )
    .pluck()
    .get(TO_READ_QUEUE_ID, id) ?? null

const isUntouched = (marks: StoredMarks): boolean =>
  marks.status === 'inbox' &&
  !marks.starred &&
  marks.rating === null &&
  marks.note === '' &&
  marks.toRead === null
