import type Database from 'better-sqlite3'
import { Flattener, type FlatText } from './flat.ts'

/** The fields of a paper that are searched, in the order of their text. */
export const fields = ['title', 'authors', 'notes', 'summary'] as const
export type Field = (typeof fields)[number]

/** Everything of one paper that can be found, ready for matching. */
export interface PaperText extends FlatText {
  readonly id: number
  /** `YYYYMMDD` as a number, 0 without a day. */
  readonly day: number
  /** Where each field's text ends, in the order of `fields`. */
  readonly ends: readonly number[]
}

/** A row of the library's papers; several values of a field are parted by a bar, which nothing matches across. */
export interface PaperRecord {
  id: number
  day: string | null
  title: string
  authors: string | null
  notes: string
  summary: string | null
}

const RECORDS = /* sql */ `
SELECT id, day, title || ' | ' || coalesce(arxiv_id, '') AS title, note AS notes,
  (SELECT group_concat(value, ' | ') FROM json_each(authors)) AS authors,
  (SELECT group_concat(coalesce(value ->> '$.label', '') || ' | ' || (value ->> '$.text'), ' | ')
    FROM json_each(summary)) AS summary
FROM visible_papers`

/** What the search reads from the library. */
export interface PaperSource {
  /** The next papers after `id`, in the order of their ids. */
  after(id: number, count: number): PaperText[]
  /** undefined: there is no such paper, or it is hidden. */
  one(id: number): PaperText | undefined
}

/** Flattens a row. */
export function paperText(record: PaperRecord): PaperText {
  const flattener = new Flattener()
  const ends = fields.map((field) => {
    flattener.add(record[field] ?? '')
    return flattener.length
  })
  return { id: record.id, day: Number(record.day?.replaceAll('-', '') ?? 0), ends, ...flattener.finish() }
}

export function paperSource(db: Database.Database): PaperSource {
  const after = db.prepare<[number, number], PaperRecord>(`${RECORDS} WHERE id > ? ORDER BY id LIMIT ?`)
  const one = db.prepare<[number], PaperRecord>(`${RECORDS} WHERE id = ?`)
  return {
    after: (id, count) => after.all(id, count).map(paperText),
    one: (id) => {
      const record = one.get(id)
      return record && paperText(record)
    }
  }
}
