import type { Day, Media, SummaryItem } from '../../../contract/model.ts'
import { addMedia, mayBeMedia, mediaInLine } from '../media.ts'
import type { AuthorList } from '../authors.ts'
import { SummaryScanner } from '../summary.ts'
import { readVotes } from '../votes.ts'
import { looksLikeNames, readAuthors } from './author-words.ts'
import { findDay } from './day-words.ts'
import { readField, type Field } from './fields.ts'
import { hasWords } from './labels.ts'
import { isBadge } from './line-parts.ts'
import { dedent, indentOf, trimEnd, withoutDecoration, withoutQuote } from './markers.ts'
import { readPaperLine, type Context } from './paper-line.ts'
import { findVotes } from './votes-in.ts'
import { cleanTitle } from './title.ts'

const subheading = /^\s{0,3}#{1,6}[ \t]+(\S.*)$/s
const bullet = /^(\s*(?:[-*+•·・▪◦‣–])\s+)(?=\S)/
const label = /^\*{2,3}[^*]{1,80}\*{2,3}\s*[:：]|^\*{2,3}[^*]{1,79}[:：]\*{2,3}/
const labelOnly = /^(?:\*{2,3}|__)([^*_]{1,80})(?:\*{2,3}|__)\s*[:：]?$/
const italics = /^(?:\*([^*]+)\*|_([^_]+)_)$/
const element = /<\/?(?:details|summary|br|p|div|center)\b[^<>]*>/gi
/** A line of figures, not a sentence with one. */
const MAX_VOTES_LINE = 120

/** Reads the lines of an entry after its first one. */
export class ContentReader {
  readonly media: Media[] = []
  votes: number | null = null
  authors: AuthorList | null = null
  /** Stated in a field of its own. */
  title: string | null = null
  day: Day | null = null
  /** Whether a line of votes had no number. */
  votesNotUnderstood = false
  readonly #summary = new SummaryScanner()
  readonly #context: Context
  readonly #id: string
  #indent: number | null = null
  #afterBlank = false
  #emptied = false

  constructor(context: Context, id: string) {
    this.#context = context
    this.#id = id
  }

  /** The summary, when all lines have been read. */
  end(): SummaryItem[] {
    this.#dropEmptied()
    return this.#summary.items
  }

  /** What the entry's first line says besides. */
  begin(rest: readonly string[]): void {
    for (const line of rest) this.#summary.add(line)
  }

  code(line: string): void {
    this.#summary.add(line)
    this.#afterBlank = false
  }

  /** @param ownIndent how far the entry is set in; its lines are set in further */
  line(raw: string, ownIndent: number, mayHoldPaper: boolean): void {
    if (raw.trim() === '') {
      this.#afterBlank = true
      return
    }
    const indent = indentOf(raw)
    if (indent > ownIndent) this.#indent ??= indent
    const line = withoutQuote(dedent(raw, indent > ownIndent ? (this.#indent ?? 0) : 0))
    if (this.#taken(line, mayHoldPaper)) this.#emptied ||= this.#hasOpenLabel()
    else this.#keep(line)
    this.#afterBlank = false
  }

  /** Media, authors, votes and links of the paper itself. */
  #taken(line: string, mayHoldPaper: boolean): boolean {
    const begin = line.trimStart()
    if (mayBeMedia(begin)) {
      const media = mediaInLine(begin)
      if (media) {
        addMedia(
          this.media,
          media.filter(({ url }) => !isBadge(url))
        )
        return true
      }
    }
    const field = readField(line)
    if (field && this.#field(field)) return true
    if (!this.authors && this.#summary.items.length === 0) {
      const names = italics.exec(begin.trim())
      if (names && looksLikeNames(names[1] ?? names[2] ?? '')) {
        this.authors = readAuthors(names[1] ?? names[2] ?? '', this.#context.references)
        return true
      }
    }
    return mayHoldPaper && this.#links(line)
  }

  #field({ role, value }: Field): boolean {
    switch (role) {
      case 'authors':
        if (this.authors || value === '') return false
        this.authors = readAuthors(value, this.#context.references)
        return true
      case 'votes': {
        const votes = readVotes(value)
        if (votes === 'bad') this.votesNotUnderstood ||= !/^\D?\d/.test(value)
        else this.votes ??= votes
        return votes !== 'bad'
      }
      case 'title':
        if (this.title !== null || value === '') return false
        this.title = cleanTitle(value)
        return false
      case 'date': {
        const day = findDay(value)?.day
        if (day && day !== 'bad') this.day ??= day
        return false
      }
      case 'summary':
        return false
    }
  }

  /** A line of nothing but links, of which those to the paper itself say nothing new. */
  #links(line: string): boolean {
    const paper = readPaperLine(line.replace(bullet, '').trim(), this.#context)
    if (paper?.id !== this.#id || paper.standing !== 'field') return false
    this.votes ??= paper.votes
    for (const rest of paper.rest) this.#summary.add(rest)
    return true
  }

  #keep(written: string): void {
    let line = written
    if (line.includes('<')) {
      if (line.includes('</summary>')) line = line.replace(/<\/?summary[^<>]*>/gi, '**')
      line = line.replace(element, ' ').trimEnd()
      if (line.trim() === '') return
    }
    if (this.votes === null && line.length <= MAX_VOTES_LINE) {
      const votes = findVotes(line)
      if (votes) {
        this.votes = votes.votes
        line = `${line.slice(0, votes.start)}${line.slice(votes.end)}`.replace(/^\s*[|·•]\s*/, '')
        if (!hasWords(line)) return
      }
    }
    this.#summary.add(this.#asItem(line))
  }

  /** A label or a new paragraph opens an item of the summary, as a bullet does. */
  #asItem(line: string): string {
    const mark = bullet.exec(line)
    if (mark) {
      const text = line.slice(mark[0].length)
      const plain = withoutDecoration(text)
      if (plain.startsWith('**')) return mark[0] + plain
      const field = readField(plain)
      return field?.role === 'summary' ? `${mark[0]}**${field.label}**: ${field.value}` : line
    }
    const text = line.trim()
    const heading = subheading.exec(line)
    if (heading) this.#dropEmptied()
    if (heading) return `- **${cleanTitle(trimEnd(heading[1] ?? '', ' \t#'))}**:`
    const plain = withoutDecoration(text)
    const only = labelOnly.exec(plain)
    if (only) return `- **${(only[1] ?? '').replace(/[:：]\s*$/, '')}**:`
    if (label.test(plain)) return `- ${plain}`
    const field = readField(text)
    if (field?.role === 'summary') return `- **${field.label}**: ${field.value}`
    const opens = this.#afterBlank && indentOf(line) < 2 && !this.#hasOpenLabel()
    return opens ? `- ${text}` : line
  }

  /** Whether the summary's last item is a label whose text is still to come. */
  #hasOpenLabel(): boolean {
    const last = this.#summary.items.at(-1)
    return last !== undefined && last.label !== null && last.text === ''
  }

  /** A label such as `Links` of which all lines have become parts of the paper says nothing. */
  #dropEmptied(): void {
    if (this.#emptied && this.#hasOpenLabel()) this.#summary.items.pop()
    this.#emptied = false
  }
}
