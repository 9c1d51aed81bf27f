import { z } from 'zod'
import {
  ratingSchema,
  statusSchema,
  type PaperHead,
  type PaperId,
  type PaperRow
} from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

/** A row of `visible_papers` with its place in a deck, as SQLite gives it. */
interface RowRecord extends PaperHead {
  authors: string
  authorsComplete: number
  status: string
  starred: number
  rating: number | null
  noteStart: string
  hasCode: number
}

const SHOWN_AUTHORS = 3
const EXCERPT_LENGTH = 120

/** The JSON columns are written by the digest store only. */
export const authorsSchema = z.array(z.string())

const select = `
  SELECT v.id, v.arxiv_id AS arxivId, v.title, v.url, coalesce(e.day, v.day) AS day, e.votes, e.percentile,
    v.authors, v.authors_complete AS authorsComplete, v.status, v.starred, v.rating,
    substr(v.note, 1, 400) AS noteStart,
    instr(v.links, '"kind":"code"') > 0 AS hasCode
  FROM json_each(?) wanted
  JOIN visible_papers v ON v.id = wanted.value
  LEFT JOIN deck_entries e ON e.paper_id = v.id AND e.day = coalesce(?, v.day)
  ORDER BY wanted.key`

/**
 * Rows of the given papers in the given order; those that do not exist are left out.
 * @param deck the day whose votes are shown; else each paper's newest day
 */
export function rowsOf(db: Db, ids: readonly PaperId[], deck?: string): PaperRow[] {
  if (ids.length === 0) return []
  return statement<[string, string | null], RowRecord>(db, select)
    .all(JSON.stringify(ids), deck ?? null)
    .map(toRow)
}

function toRow(record: RowRecord): PaperRow {
  const { noteStart, authors: authorsJson, ...rest } = record
  const authors = authorsSchema.parse(JSON.parse(authorsJson))
  return {
    ...rest,
    authors: authors.slice(0, SHOWN_AUTHORS),
    authorCount: authors.length,
    authorsComplete: record.authorsComplete === 1,
    status: statusSchema.parse(record.status),
    starred: record.starred === 1,
    rating: record.rating === null ? null : ratingSchema.parse(record.rating),
    hasCode: record.hasCode === 1,
    noteExcerpt: noteStart.replace(/\s+/g, ' ').trim().slice(0, EXCERPT_LENGTH).toWellFormed()
  }
}
