import type { Severity } from '../../contract/library.ts'
import type { Day, Media, SummaryItem } from '../../contract/model.ts'

/** A paper as a digest gives it. */
export interface ParsedPaper {
  title: string
  /** As written; empty for a heading without a link. */
  url: string
  /** null where neither the file nor its name tells a day. */
  day: Day | null
  /** 1-based line of its heading. */
  line: number
  /** null: not recorded. */
  votes: number | null
  authors: string[]
  authorsComplete: boolean
  media: Media[]
  summary: SummaryItem[]
}

export interface ParseProblem {
  /** 1-based. */
  line: number
  /** 1-based, in UTF-16 units. */
  column: number
  code: ProblemCode
  severity: Severity
  message: string
  excerpt: string
}

export type ProblemCode =
  | 'empty-file'
  | 'no-papers'
  | 'no-day'
  | 'bad-day'
  | 'heading-not-understood'
  | 'title-not-found'
  | 'votes-not-understood'
  | 'unexpected-text'
  | 'not-utf8'
  | 'nul-bytes'
  | 'binary-file'
  | 'file-too-large'
  | 'file-unreadable'

export interface ParsedDigest {
  papers: ParsedPaper[]
  problems: ParseProblem[]
}

/**
 * Reads one format of digests. Never throws; time is linear in the text's length. Where it finds no papers in a file,
 * the next dialect that recognises the file is asked.
 */
export interface Dialect {
  readonly name: string
  /** Whether a file is written in this format. Cheap: it runs before the parsing, on every file. */
  recognises(text: string): boolean
  /** @param fallbackDay the day that the file's name tells, if any */
  parse(text: string, fallbackDay: Day | null): ParsedDigest
}

const MAX_EXCERPT = 200

export const problem = (
  code: ProblemCode,
  severity: Severity,
  message: string,
  at: { line?: number; column?: number; excerpt?: string } = {}
): ParseProblem => ({
  line: at.line ?? 1,
  column: at.column ?? 1,
  code,
  severity,
  message,
  excerpt: (at.excerpt ?? '').slice(0, MAX_EXCERPT).toWellFormed()
})

/**
 * A place in a line, for {@link problem}.
 * @param index from 0 on
 * @param words what the problem is with; else it is with the whole line
 */
export function placeIn(
  lines: readonly string[],
  index: number,
  words: string
): { line: number; column: number; excerpt: string } {
  const excerpt = lines[index] ?? ''
  const at = words === '' ? -1 : excerpt.lastIndexOf(words)
  return { line: index + 1, column: Math.max(0, at === -1 ? excerpt.search(/\S/) : at) + 1, excerpt }
}

/** Says once where the first paper without a day stands. */
export function noDay(papers: readonly ParsedPaper[], lines: readonly string[]): ParseProblem[] {
  const first = papers.find((paper) => paper.day === null)
  if (!first) return []
  const message = 'Neither a heading nor the file’s name tells the day of these papers.'
  return [problem('no-day', 'warning', message, placeIn(lines, first.line - 1, ''))]
}
