import type { Settings } from '../../../contract/settings.ts'

/** Height of every row, in CSS pixels, loaded or not: nothing shifts, and where a row is follows from its place. */
export const rowHeights: Record<Settings['density'], number> = { comfortable: 78, compact: 52 }

/** Air above the first row and below the last one. */
export const MARGIN = 6

/** Rows that are made beyond those in view, so that scrolling finds them there. */
const SPARE = 8
/** Rows that are fetched beyond those in view: as many as pass in a second of fast scrolling. */
const AHEAD = 150
const BEHIND = 50

/** Which rows of a list are in view, from their height and how far it is scrolled. */
export class RowWindow {
  readonly #count: () => number
  readonly #rowHeight: () => number
  #top = $state(0)
  /** Which way it was scrolled last. */
  #down = true
  /** Of what scrolls, in CSS pixels. */
  height = $state(0)

  /** The first place that is made, and the one after the last. */
  readonly first: number = $derived.by(() => Math.max(0, this.#placeAt(this.#top) - SPARE))
  readonly end: number = $derived.by(() =>
    Math.min(this.#count(), this.#placeAt(this.#top + this.height) + 1 + SPARE)
  )

  constructor(count: () => number, rowHeight: () => number) {
    this.#count = count
    this.#rowHeight = rowHeight
  }

  /** Height of all rows with the air around them. */
  get total(): number {
    return this.#count() * this.#rowHeight() + 2 * MARGIN
  }

  offsetOf(place: number): number {
    return MARGIN + place * this.#rowHeight()
  }

  /** The line between two rows that is nearest: 0 above the first one. */
  lineAt(offset: number): number {
    const line = Math.round((offset - MARGIN) / this.#rowHeight())
    return Math.max(0, Math.min(line, this.#count()))
  }

  scrolled(top: number): void {
    if (top !== this.#top) this.#down = top > this.#top
    this.#top = top
  }

  /** The places to fetch, those in view first, then those that will be. */
  get wanted(): number[] {
    const first = this.#placeAt(this.#top)
    const end = Math.min(this.#count(), this.#placeAt(this.#top + this.height) + 1)
    const before = this.#down ? BEHIND : AHEAD
    const after = this.#down ? AHEAD : BEHIND
    const above = places(Math.max(0, first - before), first).toReversed()
    const below = places(end, Math.min(this.#count(), end + after))
    return [...places(first, end), ...(this.#down ? [...below, ...above] : [...above, ...below])]
  }

  /** How far to scroll so that a row is in view with one to spare; null where it is. */
  toReveal(place: number): number | null {
    const row = this.#rowHeight()
    const offset = this.offsetOf(place)
    if (offset - row < this.#top) return Math.max(0, offset - row)
    if (offset + 2 * row > this.#top + this.height) return offset + 2 * row - this.height
    return null
  }

  /** How far to scroll where a list opens at a row: it comes a third of the way down. */
  toOpenAt(place: number): number {
    const offset = this.offsetOf(place)
    const fits = offset + 2 * this.#rowHeight() <= this.height
    return fits ? 0 : Math.round(offset - this.height / 3)
  }

  get top(): number {
    return this.#top
  }

  #placeAt(offset: number): number {
    return Math.max(0, Math.floor((offset - MARGIN) / this.#rowHeight()))
  }
}

const places = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
