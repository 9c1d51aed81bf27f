import { createHash } from 'node:crypto'
import { dayInPath } from './day.ts'
import { readText } from './dialects.ts'
import { decodeDigest } from './decode.ts'
import { problem, type ParsedDigest, type ParseProblem } from './dialect.ts'
import { noPapers } from './no-papers.ts'

/** Counts up whenever the reading changes, so that digests read by an older version are read again. */
export const PARSER_VERSION = 3

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Reads a digest file's bytes. Never throws: what can't be read is a problem, the rest goes on.
 * @param path relative to the digest folder, with `/`; it may tell the day
 */
export function readDigest(bytes: Buffer, path: string): ParsedDigest {
  const { text, problems } = decodeDigest(bytes)
  if (problems.some(({ code }) => code === 'binary-file')) return { papers: [], problems }
  if (text.trim() === '') return onlyProblem(problem('empty-file', 'info', 'This file is empty.'))
  const { digest } = readText(text, dayInPath(path))
  digest.problems.unshift(...problems)
  if (digest.papers.length === 0) digest.problems.push(noPapers(text))
  return digest
}

export const tooLarge = (size: number) =>
  problem(
    'file-too-large',
    'warning',
    `This file of ${Math.round(size / 1024 / 1024)} MB is too large for a digest and was skipped.`
  )

export const onlyProblem = (found: ParseProblem): ParsedDigest => ({
  papers: [],
  problems: [found]
})
