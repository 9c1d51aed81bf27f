import { z } from 'zod'
import {
  ratingSchema,
  statusSchema,
  type PaperHead,
  type PaperId,
  type PaperRow
} from '../../contract/model.ts'
import { byAlphabet } from '../alphabet.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

/** A row of `visible_papers` with its place in a deck, as SQLite gives it. */
interface RowRecord extends PaperHead {
  authors: string
  authorsComplete: number
  status: string
  starred: number
  rating: number | null
  statusAt: string | null
  snoozedUntil: string | null
  noteStart: string
  hasCode: number
  tags: string
  queueIds: string
}

const SHOWN_AUTHORS = 3
const EXCERPT_LENGTH = 120

/** The JSON columns are written by the digest store only. */
export const authorsSchema = z.array(z.string())
const tagsSchema = z.array(z.string())
const queueIdsSchema = z.array(z.number())

/** SQL: whether a column with a digest's links has one to code. */
export const hasCode = (links: string): string => `instr(${links}, '"kind":"code"') > 0`

const select = `
  SELECT v.id, v.arxiv_id AS arxivId, v.title, v.url, coalesce(e.day, v.day) AS day, e.votes, e.percentile,
    v.authors, v.authors_complete AS authorsComplete, v.status, v.status_at AS statusAt,
    v.snoozed_until AS snoozedUntil, v.starred, v.rating, substr(v.note, 1, 400) AS noteStart,
    ${hasCode('v.links')} AS hasCode,
    (SELECT json_group_array(t.name) FROM paper_tags p JOIN tags t ON t.id = p.tag_id WHERE p.paper_id = v.id)
      AS tags,
    (SELECT json_group_array(q.id ORDER BY q.built_in DESC, q.place, q.id)
     FROM queue_items i JOIN queues q ON q.id = i.queue_id WHERE i.paper_id = v.id) AS queueIds
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
  const { noteStart, authors: authorsJson, tags, queueIds, ...rest } = record
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
    tags: tagsSchema.parse(JSON.parse(tags)).sort(byAlphabet),
    queueIds: queueIdsSchema.parse(JSON.parse(queueIds)),
    noteExcerpt: noteStart.replace(/\s+/g, ' ').trim().slice(0, EXCERPT_LENGTH).toWellFormed()
  }
}
