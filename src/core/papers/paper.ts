import { z } from 'zod'
import {
  ratingSchema,
  statusSchema,
  type Appearance,
  type Paper,
  type PaperHead,
  type PaperId
} from '../../contract/model.ts'
import { byAlphabet } from '../alphabet.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { authorsSchema } from './rows.ts'
import { summarySchema } from './summary.ts'
import { versionsOf } from './versions.ts'

const mediaSchema = z.array(z.object({ kind: z.enum(['image', 'video']), url: z.string() }))
const linksSchema = z.array(
  z.object({ kind: z.enum(['code', 'model', 'dataset', 'demo', 'project']), url: z.string() })
)

/**
 * The first day whose digests may list authors in random order: from about January 2024 on the archive's
 * generator put the names through a set. Saying "known" wrongly is worse than not saying it.
 */
const AUTHOR_ORDER_LOST_FROM = '2024-01-01'

interface PaperRecord extends PaperHead {
  authors: string
  authorsComplete: number
  media: string
  links: string
  summary: string
  status: string
  starred: number
  rating: number | null
  note: string
  snoozedUntil: string | null
  citationKey: string
}

/** Everything known of a paper; undefined where it does not exist or is hidden. */
export function paperOf(db: Db, id: PaperId): Paper | undefined {
  const record = statement<[number], PaperRecord>(
    db,
    `SELECT v.id, v.arxiv_id AS arxivId, v.title, v.url, v.day, e.votes, e.percentile, v.authors,
       v.authors_complete AS authorsComplete, v.media, v.links, v.summary, v.status, v.starred, v.rating, v.note,
       v.snoozed_until AS snoozedUntil, k.key AS citationKey
     FROM visible_papers v
     JOIN citation_keys k ON k.paper_id = v.id
     LEFT JOIN deck_entries e ON e.day = v.day AND e.paper_id = v.id
     WHERE v.id = ?`
  ).get(id)
  if (!record) return undefined
  return {
    ...record,
    authors: authorsSchema.parse(JSON.parse(record.authors)),
    authorsComplete: record.authorsComplete === 1,
    authorOrderKnown: record.day !== null && record.day < AUTHOR_ORDER_LOST_FROM,
    media: mediaSchema.parse(JSON.parse(record.media)),
    links: linksSchema.parse(JSON.parse(record.links)),
    summary: summarySchema.parse(JSON.parse(record.summary)),
    status: statusSchema.parse(record.status),
    starred: record.starred === 1,
    rating: record.rating === null ? null : ratingSchema.parse(record.rating),
    tags: tagsOf(db, id),
    queues: queuesOf(db, id),
    appearances: appearancesOf(db, id),
    otherVersions: versionsOf(db, id).length
  }
}

const tagsOf = (db: Db, id: PaperId): string[] =>
  statement<[number], string>(
    db,
    'SELECT t.name FROM paper_tags p JOIN tags t ON t.id = p.tag_id WHERE p.paper_id = ?'
  )
    .pluck()
    .all(id)
    .sort(byAlphabet)

const queuesOf = (db: Db, id: PaperId): string[] =>
  statement<[number], string>(
    db,
    `SELECT q.name FROM queue_items i JOIN queues q ON q.id = i.queue_id
     WHERE i.paper_id = ? ORDER BY q.built_in DESC, q.place, q.id`
  )
    .pluck()
    .all(id)

const appearancesOf = (db: Db, id: PaperId): Appearance[] =>
  statement<[number], Appearance>(
    db,
    `SELECT a.day, d.path AS file, a.line, a.position, a.votes,
       CASE WHEN a.votes IS NULL THEN NULL ELSE e.percentile END AS percentile
     FROM appearances a
     JOIN digests d ON d.id = a.digest_id
     JOIN folders f ON f.id = d.folder_id
     LEFT JOIN deck_entries e ON e.day = a.day AND e.paper_id = a.paper_id
     WHERE a.paper_id = ?
     ORDER BY a.day DESC, f.path DESC, d.path DESC, a.position DESC`
  ).all(id)

/** The paper of an arXiv id; undefined where there is none or it is hidden. */
export const idOfArxivId = (db: Db, arxivId: string): PaperId | undefined =>
  statement<[string], number>(db, 'SELECT id FROM visible_papers WHERE arxiv_id = ?').pluck().get(arxivId)

export const paperExists = (db: Db, id: PaperId): boolean =>
  statement<[number], number>(db, 'SELECT 1 FROM papers WHERE id = ?').pluck().get(id) === 1
