import type { Media } from '../../../contract/model.ts'
import { pictureWords } from '../picture-words.ts'
import { hasWords, isLinkLabel } from './labels.ts'
import { inlined } from './link-text.ts'
import type { Span } from './links.ts'
import { trimEnd, trimStart } from './markers.ts'
import { separators } from './title.ts'

/** Pictures that say something of a repository or lead somewhere, not of a paper. */
const badge = /shields\.io|badge|badgen|star-history|visitor|hits\.|\/stars\//i
const emptied = /\[ ?\]|\( ?\)|（ ?）|【 ?】|《 ?》|「 ?」|“ ?”|" ?"|\*\* ?\*\*|__ ?__/g
/** Brackets that have become empty may stand within others. */
const MAX_NESTING = 4
const separator = separators.replace('-', '\\-')
const leftover = new RegExp(`^(?:[*_]{1,3}(?=[${separator}]|$)|[${separator}.\\])）】]+)`)

export const isBadge = (url: string): boolean => badge.test(url)

/** A line that links to one paper, cut at its links. Ranges are of the line. */
export class LineParts {
  readonly line: string
  readonly media: Media[] = []
  /** What the pictures say, as lines of a summary. */
  readonly captions: string[] = []
  readonly #spans: readonly Span[]
  readonly #isTaken: (span: Span) => boolean

  /** @param isTaken which links are of the paper itself and say nothing more */
  constructor(line: string, spans: readonly Span[], isTaken: (span: Span) => boolean) {
    this.line = line
    this.#spans = spans
    this.#isTaken = isTaken
    for (const { kind, url, start, end } of spans) {
      if (kind !== 'image' || url === '' || isBadge(url)) continue
      this.media.push({ kind: 'image', url })
      for (const words of pictureWords(line.slice(start, end))) this.captions.push(`- ${words}`)
    }
  }

  /** The words outside of links. */
  words(from: number, to = this.line.length): string {
    return this.#join(from, to, () => ' ')
  }

  /** The words, also those of links that lead elsewhere and say more than where. */
  shown(from: number, to = this.line.length): string {
    return this.#join(from, to, (span) => (this.#isTaken(span) || isLinkLabel(span.text) ? ' ' : span.text))
  }

  /** The words, with the links that lead elsewhere. */
  text(from: number, to = this.line.length): string {
    return this.#join(from, to, (span) => this.#other(span))
  }

  /** The links that lead elsewhere. */
  links(from = 0, to = this.line.length): string {
    return this.#within(from, to)
      .map((span) => this.#other(span))
      .join(' ')
  }

  /** What follows a link, without the brackets that it stood in. */
  tail(link: Span): string {
    return trimStart(this.text(link.end), ' \t])】）')
  }

  /** The words between a link and the next one, and all that follows these. */
  after(link: Span): { words: string; more: string } {
    const next = this.#spans[this.#spans.indexOf(link) + 1]
    return { words: this.line.slice(link.end, next?.start), more: next ? this.text(next.start) : '' }
  }

  #other(span: Span): string {
    if (this.#isTaken(span) || span.kind === 'image') return ' '
    return inlined(span, this.line.slice(span.start, span.end))
  }

  #within(from: number, to: number): readonly Span[] {
    return this.#spans.filter((span) => span.start >= from && span.end <= to)
  }

  #join(from: number, to: number, render: (span: Span) => string): string {
    let text = ''
    let at = from
    for (const span of this.#within(from, to)) {
      text += this.line.slice(at, span.start) + render(span)
      at = span.end
    }
    return text + this.line.slice(at, to)
  }
}

/** What is left of a line as one of a summary: without what has become empty; none where no word is left. */
export function restOf(text: string): string[] {
  if (!hasWords(text)) return []
  let rest = text.replace(/\s+/g, ' ').trim()
  for (let before = '', round = 0; before !== rest && round < MAX_NESTING; round++) {
    before = rest
    rest = rest.replace(emptied, ' ').replace(leftover, '').replace(/ {2,}/g, ' ').trim()
  }
  rest = trimEnd(rest.replace(/([.,;]) ?[,;](?=\s)/g, '$1'), ' |·•-–—,，;；/[(（【')
  return [`- ${rest}`]
}
