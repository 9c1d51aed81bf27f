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
import { brokenHeading, readHeading, type PaperHeading } from './heading.ts'
import { addMedia, mayBeMedia, mediaInLine } from './media.ts'
import { pictureWords } from './picture-words.ts'
import { SummaryScanner } from './summary.ts'
import { readVotes } from './votes.ts'

/** A title that was broken over lines is looked for this far. */
const MAX_HEADING_LINES = 4
const [HASH, BACK_QUOTE, TILDE] = [35, 96, 126]
const dailyPapers = /^## +daily papers/im
const linkedHeading = /^### \[/m
const headLine = /^(?:votes?|authors?)\s*:/im
const votesLine = /^votes?\s*:\s*(.*)$/i
/** What no title goes on with, where it was broken over lines. */
const notOfTitle = /^(?:#|!\[|<|[-*+•·]\s|\[watch video\]|(?:votes?|authors?)\s*:|\s*$)/i
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
  readonly #fallbackDay: Day | null
  #day: Day | null
  #inDailyPapers = false
  #open: OpenPaper | undefined

  constructor(lines: readonly string[], fallbackDay: Day | null) {
    this.#lines = lines
    this.#fallbackDay = this.#day = fallbackDay
  }

  run(): ParsedDigest {
    for (let index = 0; index < this.#lines.length; index++) index = this.#scan(index)
    this.#close()
    this.#digest.problems.push(...noDay(this.#digest.papers, this.#lines))
    return this.#digest
  }

  /** @returns the index of the last line taken. */
  #scan(index: number): number {
    const line = this.#lines[index] ?? ''
    const first = line.charCodeAt(0)
    if (first === HASH && line.startsWith('### ')) return this.#paperHeading(index)
    if (first === HASH && /^##? /.test(line)) this.#sectionHeading(line, index)
    else if ((first === BACK_QUOTE || first === TILDE) && isFence(line)) return this.#fence(index)
    else if (this.#open) this.#paperLine(this.#open, line, index)
    return index
  }

  /** An example is no paper; within one it is kept as it is. */
  #fence(index: number): number {
    const end = codeBlockEnd(this.#lines, index)
    const open = this.#open
    if (!open) return end
    if (end === index) this.#paperLine(open, this.#lines[index] ?? '', index)
    else {
      if (!open.summary.begun) this.#unexpected(index)
      for (let i = index; i <= end; i++) open.summary.addVerbatim(this.#lines[i] ?? '')
    }
    return end
  }

  #sectionHeading(line: string, index: number): void {
    this.#close()
    const found = dayInHeading(line)
    this.#inDailyPapers = /daily\s+papers/i.test(line)
    if (!found) return
    this.#day = found.day === 'bad' ? this.#fallbackDay : found.day
    if (found.day === 'bad')
      this.#report(
        'bad-day',
        'warning',
        'The date in this heading is no day of the calendar.',
        index,
        found.at
      )
  }

  #paperHeading(index: number): number {
    this.#close()
    const { heading, last } = this.#readHeading(index)
    const line = index + 1
    this.#open = {
      heading,
      line,
      confirmed: heading.link === 'whole' && heading.url !== '',
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
      const message = 'There is more in this heading than a title and a link.'
      const at = (this.#lines[last] ?? '').indexOf(heading.trailing)
      this.#report('unexpected-text', 'info', message, at === -1 ? index : last, Math.max(at, 0))
    }
    return last
  }

  /** The heading at `index`, and the index of its last line where it was broken over some. */
  #readHeading(index: number): { heading: PaperHeading; last: number } {
    const first = (this.#lines[index] ?? '').slice(4)
    let text = first
    let heading = readHeading(text)
    for (let last = index; ;) {
      if (heading) return { heading, last }
      const next = this.#lines[++last]
      if (next === undefined || last - index > MAX_HEADING_LINES || notOfTitle.test(next)) break
      text += ` ${next.trim()}`
      heading = readHeading(text)
    }
    return { heading: brokenHeading(first), last: index }
  }

  #paperLine(open: OpenPaper, line: string, index: number): void {
    if (line.trim() === '') return
    if (!open.summary.begun && this.#headLine(open, line, index)) return
    if (mayBeMedia(line)) {
      const media = mediaInLine(line)
      if (media) {
        addMedia(open.paper.media, media)
        return this.#pictureWords(open, line, index)
      }
    }
    if (!open.summary.add(line)) this.#unexpected(index)
  }

  #unexpected(index: number): void {
    const message = 'This line fits no known part; it is kept in the summary.'
    this.#report('unexpected-text', 'info', message, index, (this.#lines[index] ?? '').search(/\S/))
  }

  #pictureWords(open: OpenPaper, line: string, index: number): void {
    for (const words of pictureWords(line)) {
      if (words === open.paper.title) continue
      open.summary.add(words)
      const message = 'The words of this picture are kept in the summary.'
      this.#report('unexpected-text', 'info', message, index, line.indexOf(words))
    }
  }

  /** Votes and authors; @returns false where the line is neither. */
  #headLine(open: OpenPaper, line: string, index: number): boolean {
    const votes = open.hasVotes ? null : votesLine.exec(line)
    if (votes) {
      open.confirmed = open.hasVotes = true
      open.paper.votes = this.#votes(votes[1] ?? '', line, index)
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

  #votes(text: string, line: string, index: number): number | null {
    const votes = readVotes(text)
    if (votes !== 'bad') return votes
    this.#report(
      'votes-not-understood',
      'warning',
      'These votes are no number.',
      index,
      line.length - text.length
    )
    return null
  }

  #close(): void {
    const open = this.#open
    if (!open) return
    this.#open = undefined
    const { heading, paper } = open
    const index = open.line - 1
    const named = paper.title !== ''
    if (open.confirmed ? !named || heading.link === 'broken' : this.#inDailyPapers)
      this.#report('heading-not-understood', 'warning', 'This heading names no paper with a link.', index)
    if (!open.confirmed || !named) return
    this.#digest.problems.push(...open.problems)
    paper.summary = open.summary.items
    this.#digest.papers.push(paper)
  }

  /** @param at the place in the line, from 0 on */
  #report(code: ProblemCode, severity: Severity, message: string, index: number, at = 0): void {
    const problems = this.#open?.problems ?? this.#digest.problems
    const place = { line: index + 1, column: at + 1, excerpt: this.#lines[index] ?? '' }
    problems.push(problem(code, severity, message, place))
  }
}
