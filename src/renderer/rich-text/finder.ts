/** What ends a construct. A `$` behind a backslash is an amount, and asterisks behind a space open something. */
const closers = {
  '`': /`/g,
  $: /(?<!\\)\$/g,
  $$: /\$\$/g,
  '\\)': /\\\)/g,
  '\\]': /\\\]/g,
  'closing asterisks': /(?<=\S)\*\*/g
} as const
export type Closer = keyof typeof closers

/**
 * Finds the next closer from a place on. It remembers where each was last found, so that a text full of openers
 * without an end is still gone through only once.
 */
export class Finder {
  readonly #text: string
  readonly #found = new Map<Closer, { from: number; at: number }>()

  constructor(text: string) {
    this.#text = text
  }

  /** Its index, or -1. */
  next(closer: Closer, from: number): number {
    const last = this.#found.get(closer)
    if (last && from >= last.from && (last.at === -1 || from <= last.at)) return last.at
    const pattern = closers[closer]
    pattern.lastIndex = from
    const at = pattern.exec(this.#text)?.index ?? -1
    this.#found.set(closer, { from, at })
    return at
  }
}
