import type { PaperId } from '../../contract/model.ts'
import { byAlphabet } from '../alphabet.ts'
import type { Db } from '../db/open.ts'
import { perRevision } from '../db/revision.ts'
import { statement } from '../db/statements.ts'
import { hasCode } from './rows.ts'

/** What the digests say of every paper, hidden ones included, as far as lists are ordered and narrowed by it. */
export interface Catalog {
  /** Newest first, each day in its deck's order. */
  readonly ids: readonly PaperId[]
  /** Places in `ids`. */
  readonly placeOf: ReadonlyMap<PaperId, number>
  /** By place: the newest day, `YYYYMMDD` as a number; 0 without one. */
  readonly days: Int32Array
  /** By place: of the votes on the newest day; NaN without votes. */
  readonly percentiles: Float64Array
  /** By place: 1 where the digest links to code. */
  readonly code: Uint8Array
  /** By place: 1 while a digest holds the paper; else it is shown only for the user's marks. */
  readonly held: Uint8Array
}

/** A day as a number, which is ordered the same. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''))

type CatalogRow = [id: number, day: string | null, percentile: number | null, code: number, held: number]

/** Papers without a day, and so without a place in a deck, stand as their files and these list them. */
const select = `
  SELECT p.id, a.day, e.percentile, ${hasCode('a.links')}, a.digest_id IS NOT NULL
  FROM papers p JOIN appearances a ON a.id = p.shown_id
  LEFT JOIN deck_entries e ON e.day = a.day AND e.paper_id = p.id
  ORDER BY a.day DESC, e.position,
    CASE WHEN a.day IS NULL THEN (
      SELECT f.path || '/' || d.path FROM digests d JOIN folders f ON f.id = d.folder_id WHERE d.id = a.digest_id
    ) END,
    CASE WHEN a.day IS NULL THEN a.position END,
    p.id`

export const catalogOf = perRevision((db): Catalog => {
  // `raw` gives each row as its columns in order.
  const rows = statement<[], CatalogRow>(db, select).raw().all()
  const ids: PaperId[] = []
  const placeOf = new Map<PaperId, number>()
  const days = new Int32Array(rows.length)
  const percentiles = new Float64Array(rows.length)
  const code = new Uint8Array(rows.length)
  const held = new Uint8Array(rows.length)
  rows.forEach(([id, day, percentile, links, isHeld], place) => {
    ids.push(id)
    placeOf.set(id, place)
    days[place] = day === null ? 0 : dayNumber(day)
    percentiles[place] = percentile ?? Number.NaN
    code[place] = links
    held[place] = isHeld
  })
  return { ids, placeOf, days, percentiles, code, held }
})

/** Where each paper's title stands in the order of the alphabet; equal titles stand in the same place. */
export const titleRanks = perRevision((db): ReadonlyMap<PaperId, number> => {
  const titles = statement<[], [number, string]>(
    db,
    'SELECT p.id, a.title FROM papers p JOIN appearances a ON a.id = p.shown_id'
  )
    .raw()
    .all()
    .sort(([, a], [, b]) => byAlphabet(a, b))
  const ranks = new Map<PaperId, number>()
  let rank = 0
  let last: string | undefined
  for (const [id, title] of titles) {
    if (last !== undefined && byAlphabet(last, title) !== 0) rank++
    last = title
    ranks.set(id, rank)
  }
  return ranks
})

/** Papers that no digest holds any more, but the user's marks do. */
export const keptByMarks = (db: Db): ReadonlySet<PaperId> =>
  new Set(
    statement<[], number>(
      db,
      `SELECT p.id FROM appearances a
       JOIN papers p ON p.shown_id = a.id
       JOIN marks m ON m.paper_id = p.id
       WHERE a.digest_id IS NULL`
    )
      .pluck()
      .all()
  )
