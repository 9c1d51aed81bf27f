const anchor = /<a\s[^<>]*>/iy
const closing = /<\/a\s*>/gi
const href = /\shref\s*=\s*["']?([^"'\s<>]+)/i
const image = /<img\b[^<>]*>/gi
const alternative = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i
/** Tags of formatting. Others, such as `<think>`, are words of a title. */
const formatting =
  /<\/?(?:a|b|big|br|center|code|details|div|em|font|h[1-6]|i|img|kbd|li|ol|p|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)(?=[\s/>])[^<>]*>/gi
const entity = /&(amp|lt|gt|quot|#39|apos|nbsp);/g
const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  nbsp: ' '
}

/** A text without tags of formatting; a picture gives its alternative text. */
export const withoutTags = (text: string): string =>
  text.includes('<') ? text.replace(image, alternativeOf).replace(formatting, ' ') : text

export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(entity, (_, name: string) => characters[name] ?? '') : text

function alternativeOf(tag: string): string {
  const match = alternative.exec(tag)
  return match?.[1] ?? match?.[2] ?? ''
}

/** Longest words that a link of HTML may have. */
const MAX_ANCHOR = 1000

/** Finds `<a href="…">…</a>`. It goes through a line once, however many tags are left open. */
export class AnchorFinder {
  readonly #line: string
  #closing: { start: number; end: number } | undefined

  constructor(line: string) {
    this.#line = line
  }

  /** The link that begins at `at`, where a `<` is. */
  at(at: number): { url: string; text: string; end: number } | undefined {
    anchor.lastIndex = at
    const tag = anchor.exec(this.#line)?.[0]
    const url = tag === undefined ? undefined : href.exec(tag)?.[1]
    if (tag === undefined || url === undefined) return undefined
    const begin = at + tag.length
    const close = this.#closingFrom(begin)
    if (close.start - begin > MAX_ANCHOR) return undefined
    return { url, text: withoutTags(this.#line.slice(begin, close.start)).trim(), end: close.end }
  }

  #closingFrom(from: number): { start: number; end: number } {
    if (!this.#closing || this.#closing.start < from) {
      closing.lastIndex = from
      const match = closing.exec(this.#line)
      this.#closing = match
        ? { start: match.index, end: closing.lastIndex }
        : { start: Infinity, end: Infinity }
    }
    return this.#closing
  }
}
