import type { ParsedDigest, ParsedPaper } from '../../../../src/core/digests/dialect.ts'

export interface LostLine {
  line: number
  text: string
}

/**
 * The lines of papers' sections that are found neither in the paper, nor in a problem: there should be none. A
 * section runs from the paper's heading to the next heading of a paper, a day or a title.
 * @param text as decoded, with line feeds only
 */
export function lostLines(text: string, digest: ParsedDigest): LostLine[] {
  const lines = text.split('\n')
  const reported = new Set(digest.problems.map(({ line }) => line))
  const lost: LostLine[] = []
  for (const paper of digest.papers) {
    const first = paper.line - 1
    if (!lines[first]?.startsWith('### ')) continue
    let end = first + 1
    while (end < lines.length && !/^#{1,3} /.test(lines[end] ?? '')) end++
    // A heading that was broken over lines is reported where it goes on.
    const told = Array.from({ length: 5 }, (_, index) => paper.line + index).some((at) => reported.has(at))
    const section = new Section(paper, lines.slice(first, end), told)
    section.lines.forEach((line, index) => {
      if (!reported.has(paper.line + index) && !section.accountsFor(index))
        lost.push({ line: paper.line + index, text: line })
    })
  }
  return lost
}

const rule = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/
const votes = /^votes?\s*:(.*)$/is
const authors = /^authors?\s*:(.*)$/is
const mediaStart = /^(?:!\[|<|\[watch video\])/i
/** Stands where an address was found. */
const FOUND = '→'
const namedNothing = /!\[[^\]]*[\p{L}\p{N}][^\]]*\]\(\s*\)/u
const hasSource = /\ssrc\s*=\s*(?:"[^"\s→]|'[^'\s→]|[^\s"'>→])/i
const andOthers = /^(?:\+|etal\.?|andothers|\.\.\.|…)?$/i

/** What makes a line a bullet, a label, a heading or a list of names is no content. */
const squash = (text: string): string => text.replace(/[\s*:：]+/gu, '')
const squashHeading = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')
/** What is left of a heading whose link's words are no title. */
const linkWords = /^(?:[^\p{L}]|arxiv|code|link|page|paper|pdf|링크|논문)*$/iu
/** Words of a picture that say no more than that there is one. */
const pictureLabel = /^(?:alt text|대표 이미지|\S*\W*\d*)$/i
const squashNames = (text: string): string => text.replace(/[\s+,'"\\[\]、，]+/gu, '')

/** What follows the address within its parentheses is the picture's title, and goes with it. */
function withoutAddress(line: string, url: string): string {
  let rest = line
  for (let start = rest.indexOf(url); start !== -1; start = rest.indexOf(url, start + FOUND.length)) {
    const end = start + url.length
    const hasTitle = rest.slice(0, start).trimEnd().endsWith('(') && /\s/.test(rest.charAt(end))
    const close = hasTitle ? rest.indexOf(')', end) : -1
    rest = rest.slice(0, start) + FOUND + rest.slice(close === -1 ? end : close)
  }
  return rest
}

class Section {
  readonly lines: readonly string[]
  readonly #paper: ParsedPaper
  readonly #summary: string
  readonly #authors: string
  readonly #titleLines: number
  /** Files that repeat a line do so thousands of times. */
  readonly #accounted = new Map<string, boolean>()

  /** @param reported whether the heading holds more than a title and a link, and that was reported */
  constructor(paper: ParsedPaper, lines: readonly string[], reported: boolean) {
    this.#paper = paper
    this.lines = lines
    this.#summary = squash(paper.summary.map(({ label, text }) => `${label ?? ''}${text}`).join(''))
    this.#authors = squashNames(paper.authors.join(''))
    this.#titleLines = this.#countTitleLines(reported)
  }

  accountsFor(index: number): boolean {
    const line = this.lines[index] ?? ''
    if (index < this.#titleLines) return true
    const known = this.#accounted.get(line)
    if (known !== undefined) return known
    const found =
      line.trim() === '' ||
      rule.test(line) ||
      this.#inVotes(line) ||
      this.#inAuthors(line) ||
      this.#inMedia(line) ||
      this.#inSummary(line)
    this.#accounted.set(line, found)
    return found
  }

  /** How many lines from the heading on make up the title and the link; 0: they can't be found again. */
  #countTitleLines(reported: boolean): number {
    const title = squashHeading(this.#paper.title)
    const url = squashHeading(this.#paper.url)
    let heading = ''
    for (let count = 1; count <= this.lines.length && count <= 6; count++) {
      heading += ` ${this.lines[count - 1] ?? ''}`
      // A link may carry a title of its own, in quotes, as Markdown has it.
      for (const plain of [heading, heading.replace(/\s+"[^"]*"\s*\)?\s*$/, '')]) {
        const squashed = squashHeading(plain)
        if (!squashed.includes(title) || !squashed.includes(url)) continue
        const rest = squashed.replace(title, '').replace(url, '')
        if (reported || linkWords.test(rest)) return count
      }
    }
    return 0
  }

  #inVotes(line: string): boolean {
    const value = votes.exec(line)?.[1]?.trim()
    if (value === undefined) return false
    if (value === '' || /^[-–—]$/.test(value)) return true
    return Number(value.replaceAll(',', '')) === this.#paper.votes
  }

  #inAuthors(line: string): boolean {
    const names = authors.exec(line)?.[1]
    if (names === undefined) return false
    return names
      .split(/[,、，]/)
      .map(squashNames)
      .every((name) => andOthers.test(name) || this.#authors.includes(name))
  }

  #inMedia(line: string): boolean {
    if (!mediaStart.test(line.trimStart()) || namedNothing.test(line)) return false
    if (!this.#hasPictureWords(line)) return false
    const withoutSyntax = (text: string): string => text.replace(/!\[[^\]]*\]|\[watch video\]/gi, '')
    // An address may hold what looks like syntax, and the other way round.
    const rests = [withoutSyntax(this.#withoutAddresses(line)), this.#withoutAddresses(withoutSyntax(line))]
    return rests.some((rest) => !hasSource.test(rest) && !/[\p{L}\p{N}]/u.test(rest.replace(/<[^>]*>/g, '')))
  }

  #hasPictureWords(line: string): boolean {
    const words = Array.from(line.matchAll(/!\[([^[\]]*)\]/g), ([, alternative = '']) => alternative.trim())
    const known = this.#summary + squash(this.#paper.title) + squash(line.replace(/!\[[^[\]]*\]/g, ''))
    return words.every((text) => pictureLabel.test(text) || known.includes(squash(text)))
  }

  #withoutAddresses(line: string): string {
    let rest = line
    for (const { url } of this.#paper.media.toSorted((a, b) => b.url.length - a.url.length))
      rest = withoutAddress(rest, url)
    return rest
  }

  #inSummary(line: string): boolean {
    const body = line.trim().replace(/^[-*+•·]\s+/, '')
    return this.#summary.includes(squash(body)) || this.#summary.includes(squash(line))
  }
}
