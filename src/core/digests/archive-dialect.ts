import type { Severity } from '../../contract/library.ts'
import type { Day } from '../../contract/model.ts'
import { parseAuthors } from './authors.ts'
import { codeBlockEnd, isFence } from './code-block.ts'
import { dayInHeading } from './day.ts'
import {
  noDay,
  problem,
  type Dialect,
  type ParsedDigest,
  type ParsedPaper,
  type ParseProblem,
  type ProblemCode
} from './dialect.ts'
import { readHeading, type PaperHeading } from './heading.ts'
import { addMedia, mayBeMedia, mediaInLine } from './media.ts'
import { SummaryScanner } from './summary.ts'
import { readVotes } from './votes.ts'

/** A title that was broken over lines is looked for this far. */
const MAX_HEADING_LINES = 4
const dailyPapers = /^## +daily papers/im
const linkedHeading = /^### \[/m
const headLine = /^(?:votes?|authors?)\s*:/im
const votesLine = /^votes?\s*:\s*(.*)$/i
const authorsLine = /^authors?\s*:\s*(.*)$/i

/**
 * The archive's own format: `## Daily Papers (YYYY-MM-DD)` opens a day, `### [TITLE](URL)` a paper, which runs
 * to the next heading of either kind. Within it media, `Vote:` and `Authors:` lines come before the bullets.
 * Text outside of papers is prose and left alone.
 */
export const archiveDialect: Dialect = {
  name: 'archive',
  recognises: (text) => dailyPapers.test(text) || (linkedHeading.test(text) && headLine.test(text)),
  parse: (text, fallbackDay) => new ArchiveScanner(text.split('\n'), fallbackDay).run()
}

interface OpenPaper {
  heading: PaperHeading
  line: number
  paper: ParsedPaper
  summary: SummaryScanner
  /** A heading without a link is a paper only where votes or authors follow. */
  confirmed: boolean
  /** A second line of either kind is text like any other. */
  hasVotes: boolean
  hasAuthors: boolean
  /** Reported with the paper, if it is one. */
  problems: ParseProblem[]
}

class ArchiveScanner {
  readonly #lines: readonly string[]
  readonly #digest: ParsedDigest = { papers: [], problems: [] }
  #day: Day | null
  #inDailyPapers = false
  #open: OpenPaper | undefined

  constructor(lines: readonly string[], fallbackDay: Day | null) {
    this.#lines = lines
    this.#day = fallbackDay
  }

  run(): ParsedDigest {
    for (let index = 0; index < this.#lines.length; index++) index = this.#scan(index)
    this.#close()
    this.#digest.problems.push(...noDay(this.#digest.papers))
    return this.#digest
  }

  /** @returns the index of the last line taken. */
  #scan(index: number): number {
    const line = this.#lines[index] ?? ''
    if (line.startsWith('### ')) return this.#paperHeading(index)
    if (line.startsWith('## ') || line.startsWith('# ')) this.#sectionHeading(line, index)
    else if (this.#open) this.#paperLine(this.#open, line, index)
    else if (isFence(line)) return codeBlockEnd(this.#lines, index)
    return index
  }

  #sectionHeading(line: string, index: number): void {
    this.#close()
    const day = dayInHeading(line)
    this.#inDailyPapers = /daily\s+papers/i.test(line)
    if (day === 'bad')
      this.#report('bad-day', 'warning', 'The date in this heading is no day of the calendar.', index)
    else if (day) this.#day = day
  }

  #paperHeading(index: number): number {
    this.#close()
    let text = (this.#lines[index] ?? '').slice(4)
    let last = index
    let heading = readHeading(text)
    while (!heading && last + 1 < this.#lines.length && last - index < MAX_HEADING_LINES) {
      const next = this.#lines[last + 1] ?? ''
      if (next.startsWith('#')) break
      text += ` ${next.trim()}`
      heading = readHeading(text)
      last++
    }
    if (!heading) {
      heading = { title: (this.#lines[index] ?? '').slice(4).trim(), url: '', trailing: '' }
      last = index
    }
    const line = index + 1
    this.#open = {
      heading,
      line,
      confirmed: heading.url !== '',
      hasVotes: false,
      hasAuthors: false,
      summary: new SummaryScanner(),
      problems: [],
      paper: {
        title: heading.title || heading.url,
        url: heading.url,
        day: this.#day,
        line,
        votes: null,
        authors: [],
        authorsComplete: false,
        media: [],
        summary: []
      }
    }
    if (heading.trailing) {
      this.#open.summary.add(heading.trailing)
      this.#report('unexpected-text', 'info', 'There is more in this heading than a title and a link.', index)
    }
    return last
  }

  #paperLine(open: OpenPaper, line: string, index: number): void {
    if (line.trim() === '') return
    if (!open.summary.begun && this.#headLine(open, line, index)) return
    if (mayBeMedia(line)) {
      const media = mediaInLine(line)
      if (media) return addMedia(open.paper.media, media)
    }
    if (!open.summary.add(line))
      this.#report(
        'unexpected-text',
        'info',
        'This line fits no known part; it is kept in the summary.',
        index
      )
  }

  /** Votes and authors; @returns false where the line is neither. */
  #headLine(open: OpenPaper, line: string, index: number): boolean {
    const votes = open.hasVotes ? null : votesLine.exec(line)
    if (votes) {
      open.confirmed = open.hasVotes = true
      open.paper.votes = this.#votes(votes[1] ?? '', index)
      return true
    }
    const authors = open.hasAuthors ? null : authorsLine.exec(line)
    if (!authors) return false
    open.confirmed = open.hasAuthors = true
    const list = parseAuthors(authors[1] ?? '')
    open.paper.authors = list.authors
    open.paper.authorsComplete = list.complete
    return true
  }

  #votes(text: string, index: number): number | null {
    const votes = readVotes(text)
    if (votes !== 'bad') return votes
    this.#report('votes-not-understood', 'warning', 'These votes are no number.', index)
    return null
  }

  #close(): void {
    const open = this.#open
    if (!open) return
    this.#open = undefined
    if (open.confirmed) {
      this.#digest.problems.push(...open.problems)
      open.paper.summary = open.summary.items
      this.#digest.papers.push(open.paper)
    } else if (this.#inDailyPapers) {
      const index = open.line - 1
      this.#report('heading-not-understood', 'warning', 'This heading names no paper with a link.', index)
    }
  }

  #report(code: ProblemCode, severity: Severity, message: string, index: number): void {
    const problems = this.#open?.problems ?? this.#digest.problems
    problems.push(problem(code, severity, message, { line: index + 1, excerpt: this.#lines[index] ?? '' }))
  }
}
