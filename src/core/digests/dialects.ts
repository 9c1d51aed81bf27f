import type { Day } from '../../contract/model.ts'
import { archiveDialect } from './archive-dialect.ts'
import type { Dialect, ParsedDigest } from './dialect.ts'
import { genericDialect } from './generic/index.ts'
import { arxivIdInUrl } from './identity.ts'

/** In the order in which they are asked. */
const dialects: readonly Dialect[] = [archiveDialect, genericDialect]

export interface ReadText {
  dialect: Dialect
  digest: ParsedDigest
}

/**
 * Reads a file in the first dialect that recognises it and finds in it what surely are papers, else in that which finds
 * most; in the archive's own where none recognises it. So a newsletter that looks like the archive is not lost.
 */
export function readText(text: string, fallbackDay: Day | null): ReadText {
  let best: ReadText | undefined
  for (const dialect of dialects) {
    if (!dialect.recognises(text)) continue
    const digest = dialect.parse(text, fallbackDay)
    if (hasSurePaper(digest)) return { dialect, digest }
    if (!best || digest.papers.length > best.digest.papers.length) best = { dialect, digest }
  }
  return best ?? { dialect: archiveDialect, digest: archiveDialect.parse(text, fallbackDay) }
}

/** A link to elsewhere without votes and authors may be anything: code, a sponsor. */
const hasSurePaper = ({ papers }: ParsedDigest): boolean =>
  papers.some(({ url, votes, authors }) => votes !== null || authors.length > 0 || arxivIdInUrl(url) !== null)
