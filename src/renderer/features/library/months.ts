import type { DeckSummary } from '../../../contract/library.ts'
import type { Day } from '../../../contract/model.ts'
import { isFinished } from './marks.ts'

export interface Month {
  /** `YYYY-MM`. */
  key: string
  decks: DeckSummary[]
  left: number
}

/** A month, or a year that is far back and holds its months. */
export type Shelf =
  { kind: 'month'; month: Month } | { kind: 'year'; key: string; left: number; months: Month[] }

// Not by the rules of a language: thousands of days are sorted with each action.
const newestFirst = (a: DeckSummary, b: DeckSummary): number => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)

/** Decks by month, newest first in both. */
export function byMonth(decks: readonly DeckSummary[]): Month[] {
  const months = new Map<string, Month>()
  for (const deck of decks.toSorted(newestFirst)) {
    const key = deck.day.slice(0, 7)
    const month = months.get(key) ?? { key, decks: [], left: 0 }
    month.decks.push(deck)
    month.left += deck.left
    months.set(key, month)
  }
  return [...months.values()]
}

/** With this many months or fewer, years need no shelves. */
const FEW_MONTHS = 18

/** Months newest first; where they are many, those of the years before the newest one are put together. */
export function shelved(months: readonly Month[]): Shelf[] {
  const newest = months[0]?.key.slice(0, 4)
  const shelves: Shelf[] = []
  for (const month of months) {
    const key = month.key.slice(0, 4)
    const last = shelves.at(-1)
    if (months.length <= FEW_MONTHS || key === newest) shelves.push({ kind: 'month', month })
    else if (last?.kind === 'year' && last.key === key) {
      last.months.push(month)
      last.left += month.left
    } else shelves.push({ kind: 'year', key, left: month.left, months: [month] })
  }
  return shelves
}

/** The decks of the sidebar: with finished ones hidden, still the one that is open. */
export const shownDecks = (
  decks: readonly DeckSummary[],
  hideFinished: boolean,
  open: Day | null
): readonly DeckSummary[] =>
  hideFinished ? decks.filter((deck) => !isFinished(deck) || deck.day === open) : decks

/** The deck `steps` below (older) or, when negative, above (newer) a day, in the order of the sidebar. */
export function deckBeside(
  decks: readonly DeckSummary[],
  day: Day | null,
  steps: 1 | -1
): DeckSummary | null {
  const sorted = decks.toSorted(newestFirst)
  if (day === null) return sorted[0] ?? null
  const beside =
    steps === 1 ? sorted.find((deck) => deck.day < day) : sorted.findLast((deck) => deck.day > day)
  return beside ?? null
}

/** The deck to go on with after a finished one: the nearest older one with papers left, else the newest. */
export function nextUnfinished(decks: readonly DeckSummary[], day: Day | null): DeckSummary | null {
  const open = decks.filter((deck) => deck.left > 0 && deck.day !== day).toSorted(newestFirst)
  return open.find((deck) => day !== null && deck.day < day) ?? open[0] ?? null
}
