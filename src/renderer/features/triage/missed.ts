import type { DeckSummary } from '../../../contract/library.ts'
import type { Day } from '../../../contract/model.ts'

export interface DayRange {
  from: Day
  to: Day
}

const isWorkedOn = ({ left, total }: DeckSummary): boolean => left < total

/**
 * The days that were missed: from the first untouched deck after the last one that was worked on, to the newest. For
 * who began with the newest again, the untouched ones before that. null where no deck has anything left.
 */
export function missedDays(decks: readonly DeckSummary[]): DayRange | null {
  const byDay = decks.filter(({ total }) => total > 0).toSorted((a, b) => a.day.localeCompare(b.day))
  const newest = byDay.at(-1)
  const lastMissed = byDay.findLastIndex((deck) => deck.left > 0 && !isWorkedOn(deck))
  if (!newest || lastMissed === -1) {
    const open = byDay.filter(({ left }) => left > 0)
    const [first] = open
    return first && newest ? { from: first.day, to: newest.day } : null
  }
  const before = byDay.findLastIndex((deck, at) => at < lastMissed && isWorkedOn(deck))
  const first = byDay.find((deck, at) => at > before && deck.left > 0)
  return first ? { from: first.day, to: newest.day } : null
}
