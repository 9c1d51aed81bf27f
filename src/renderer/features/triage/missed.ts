import type { DeckSummary } from '../../../contract/library.ts'
import type { Day } from '../../../contract/model.ts'
import { isUntouched } from '../library/marks.ts'

export interface DayRange {
  from: Day
  to: Day
}

/** Decks in a row that nobody began, with the days of the first and the last. */
export interface Missed extends DayRange {
  decks: number
  papers: number
}

/** With fewer, nobody was away. */
const FEWEST_DECKS = 3

const oldestFirst = (a: DeckSummary, b: DeckSummary): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)

/**
 * The decks that were missed: of those behind the newest, the last ones in a row that were not begun. Begun ones
 * between these and the newest are what the user returned to. null where there are none.
 */
export function missedDecks(decks: readonly DeckSummary[]): Missed | null {
  const behind = decks.toSorted(oldestFirst).slice(0, -1)
  const last = behind.findLastIndex(isUntouched)
  const before = behind.findLastIndex((deck, at) => at < last && !isUntouched(deck))
  const missed = behind.slice(before + 1, last + 1)
  const [from, to] = [missed[0], missed.at(-1)]
  if (!from || !to) return null
  return {
    from: from.day,
    to: to.day,
    decks: missed.length,
    papers: missed.reduce((sum, deck) => sum + deck.left, 0)
  }
}

/** What to offer to catch up on without being asked: decks that were missed, where they are several. */
export function absence(decks: readonly DeckSummary[]): Missed | null {
  const missed = missedDecks(decks)
  return missed && missed.decks >= FEWEST_DECKS ? missed : null
}

/** The days to begin with: those that were missed, else all that have something left. null where none has. */
export function daysToCatchUp(decks: readonly DeckSummary[]): DayRange | null {
  const missed = missedDecks(decks)
  if (missed) return { from: missed.from, to: missed.to }
  const open = decks.filter(({ left }) => left > 0).toSorted(oldestFirst)
  const [first, last] = [open[0], open.at(-1)]
  return first && last ? { from: first.day, to: last.day } : null
}
