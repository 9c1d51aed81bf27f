import type { DeckSummary } from '../../../contract/library.ts'
import type { Day } from '../../../contract/model.ts'

/** How far a day is. A day is missing where decks came before it and it has none; `none` is before all, or to come. */
export type DayMark = 'finished' | 'begun' | 'untouched' | 'missing' | 'none'

/** Whether nothing of a deck is left to look at. */
export const isFinished = (deck: Pick<DeckSummary, 'left'>): boolean => deck.left === 0

/** Whether nobody did anything with a deck's papers yet. */
export const isUntouched = (deck: Pick<DeckSummary, 'left' | 'total'>): boolean =>
  deck.total > 0 && deck.left === deck.total

/** @param first the day of the oldest deck; null without decks */
export function dayMark(day: Day, deck: DeckSummary | undefined, first: Day | null, today: Day): DayMark {
  if (!deck) return first !== null && day > first && day <= today ? 'missing' : 'none'
  if (isFinished(deck)) return 'finished'
  return isUntouched(deck) ? 'untouched' : 'begun'
}
