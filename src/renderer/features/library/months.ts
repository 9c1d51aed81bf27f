import type { Day, DeckSummary } from '../../../contract/model.ts'

export interface Month {
  /** `YYYY-MM`. */
  key: string
  decks: DeckSummary[]
  left: number
}

/** Decks by month, newest first in both. */
export function byMonth(decks: readonly DeckSummary[]): Month[] {
  const months = new Map<string, Month>()
  for (const deck of decks.toSorted((a, b) => b.day.localeCompare(a.day))) {
    const key = deck.day.slice(0, 7)
    const month = months.get(key) ?? { key, decks: [], left: 0 }
    month.decks.push(deck)
    month.left += deck.left
    months.set(key, month)
  }
  return [...months.values()]
}

/** The deck `steps` below (older) or, when negative, above (newer) a day, in the order of the sidebar. */
export function deckBeside(
  decks: readonly DeckSummary[],
  day: Day | null,
  steps: 1 | -1
): DeckSummary | null {
  const sorted = decks.toSorted((a, b) => b.day.localeCompare(a.day))
  if (day === null) return sorted[0] ?? null
  const beside =
    steps === 1 ? sorted.find((deck) => deck.day < day) : sorted.findLast((deck) => deck.day > day)
  return beside ?? null
}

/** The deck to go on with after a finished one: the nearest older one with papers left, else the newest. */
export function nextUnfinished(decks: readonly DeckSummary[], day: Day | null): DeckSummary | null {
  const open = decks
    .filter((deck) => deck.left > 0 && deck.day !== day)
    .toSorted((a, b) => b.day.localeCompare(a.day))
  return open.find((deck) => day !== null && deck.day < day) ?? open[0] ?? null
}
