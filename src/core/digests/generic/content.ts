import type { Day, Media, SummaryItem } from '../../../contract/model.ts'
import { addMedia, mayBeMedia, mediaInLine } from '../media.ts'
import type { AuthorList } from '../authors.ts'
import { pictureWords } from '../picture-words.ts'
import { SummaryScanner } from '../summary.ts'
import { readVotes } from '../votes.ts'
import { afterOthers, looksLikeNames, readAuthors } from './author-words.ts'
import { findDay } from './day-words.ts'
import { readField, type Field } from './fields.ts'
import { hasWords, isGeneric } from './labels.ts'
import { withInlineLinks } from './link-text.ts'
import { asSummaryLine, isSubheading, withoutBullet, withoutLayout } from './summary-lines.ts'
import { isBadge } from './line-parts.ts'
import { dedent, indentOf, trimStart, withoutQuote } from './markers.ts'
import { readPaperLine, type Context } from './paper-line.ts'
import { findVotes } from './votes-in.ts'
import { cleanTitle } from './title.ts'

const italics = /^(?:\*([^*]+)\*|_([^_]+)_)$/
/** Who else a line of authors names: `• Google Research`. */
const affiliation = /\s[•|·]\s/
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
  /** The line of votes that had no number, by its index, and what it had instead. */
  badVotes: { line: number; value: string } | null = null
  #line = 0
  readonly #summary = new SummaryScanner()
  readonly #context: Context
  readonly #id: string
  readonly #named: string | null
  #indent: number | null = null
  #afterBlank = false
  #emptied = false

  /** @param named the title that the entry's first line gives */
  constructor(context: Context, id: string, named: string | null) {
    this.#context = context
    this.#id = id
    this.#named = named
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
    this.#summary.addVerbatim(line)
    this.#afterBlank = false
  }

  /** @param ownIndent how far the entry is set in; its lines are set in further */
  line(raw: string, index: number, ownIndent: number, mayHoldPaper: boolean): void {
    this.#line = index
    if (raw.trim() === '') {
      this.#afterBlank = true
      return
    }
    const indent = indentOf(raw)
    if (indent > ownIndent) this.#indent ??= indent
    const line = withoutQuote(dedent(raw, indent > ownIndent ? (this.#indent ?? 0) : 0))
    const field = readField(line)
    if (this.#taken(line, field, mayHoldPaper)) this.#emptied ||= this.#hasOpenLabel()
    else this.#keep(line, field)
    this.#afterBlank = false
  }

  /** Media, authors, votes and links of the paper itself. */
  #taken(line: string, field: Field | undefined, mayHoldPaper: boolean): boolean {
    const begin = line.trimStart()
    if (mayBeMedia(begin)) {
      const media = mediaInLine(begin)
      if (media) {
        const shown = media.filter(({ url }) => !isBadge(url))
        addMedia(this.media, shown)
        if (shown.length > 0) for (const words of pictureWords(begin)) this.#summary.add(words)
        return true
      }
    }
    if (mayHoldPaper && this.#links(line)) return true
    if (field && this.#field(field)) return true
    if (!this.authors && this.#summary.items.length === 0) {
      const names = italics.exec(begin.trim())
      if (names && looksLikeNames(names[1] ?? names[2] ?? '')) {
        this.authors = readAuthors(names[1] ?? names[2] ?? '', this.#context.references)
        return true
      }
    }
    return false
  }

  #field({ role, value }: Field): boolean {
    switch (role) {
      case 'authors':
        return !this.authors && value !== '' && this.#readAuthors(value)
      case 'votes': {
        const votes = readVotes(value)
        if (votes === 'bad') {
          if (!/^\D?\d/.test(value)) this.badVotes ??= { line: this.#line, value }
          return false
        }
        this.votes ??= votes
        return votes === null || votes === this.votes
      }
      case 'title':
        this.title ??= cleanTitle(value) || null
        return this.title !== null && this.title === this.#named
      case 'date': {
        const day = findDay(value)?.day
        if (day && day !== 'bad') this.day ??= day
        return false
      }
      case 'summary':
        return false
    }
  }

  #readAuthors(value: string): true {
    const other = affiliation.exec(value)
    const names = other ? value.slice(0, other.index) : value
    this.authors = readAuthors(names, this.#context.references)
    const more = afterOthers(names)
    if (more !== '') this.#keep(`- ${more}`, undefined)
    if (other) this.#keep(`- ${value.slice(other.index + other[0].length)}`, undefined)
    return true
  }

  /** A line of nothing but links, of which those to the paper itself say nothing new. */
  #links(line: string): boolean {
    const text = withoutBullet(line)
    const paper = this.#context.fields.get(text) ?? readPaperLine(text, this.#context)
    if (paper?.id !== this.#id) return false
    if (paper.standing !== 'field' && !(paper.labelled && paper.title === this.#named)) return false
    this.votes ??= paper.votes
    for (const rest of paper.rest) this.#summary.add(rest)
    return true
  }

  #keep(written: string, field: Field | undefined): void {
    let line = withoutLayout(withInlineLinks(written, this.#context.references))
    if (line.trim() === '') return
    if (isSubheading(line)) this.#dropEmptied()
    const votes = this.votes === null && line.length <= MAX_VOTES_LINE ? findVotes(line) : undefined
    if (!votes) return this.#add(line, field)
    this.votes = votes.votes
    line = trimStart(`${line.slice(0, votes.start)}${line.slice(votes.end)}`, ' |·•*_-')
    const next = readField(line)
    if (hasWords(line) && !(next && this.#field(next))) this.#add(`- ${line}`, next)
  }

  /** A new paragraph opens an item of the summary, as a bullet does. */
  #add(line: string, field: Field | undefined): void {
    const opens = this.#afterBlank && indentOf(line) < 2 && !this.#hasOpenLabel()
    this.#summary.add(asSummaryLine(line, field, opens))
  }

  /** Whether the summary's last item is a label whose text is still to come. */
  #hasOpenLabel(): boolean {
    const last = this.#summary.items.at(-1)
    return last !== undefined && last.label !== null && last.text === ''
  }

  /** A label such as `Links` of which all lines have become parts of the paper says nothing. */
  #dropEmptied(): void {
    const label = this.#hasOpenLabel() ? this.#summary.items.at(-1)?.label : undefined
    if (this.#emptied && label && isGeneric(label)) this.#summary.items.pop()
    this.#emptied = false
  }
}
