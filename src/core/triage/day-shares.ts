import type { Day, PaperId } from '../../contract/model.ts'

/** A paper in a deck, with what its votes came to there. */
export interface DeckPlace {
  id: PaperId
  day: Day
  percentile: number | null
}

interface Ranked extends DeckPlace {
  /** Its place within its day, from 0 to 1: the i-th best of n is at (i - 0.5) / n. */
  rank: number
}

/** Votes that were not recorded say neither good nor bad. */
const UNKNOWN = 0.5

/**
 * The papers of several days, best first, so that however many are taken from the front each day gets its share: by
 * their place within their day, equal ones by the percentile of their votes, then the newest first. A paper of
 * several days counts where it stands best.
 * @param places in the order of the decks, those of a day in a row or not
 */
export function bestOfDays(places: readonly DeckPlace[]): PaperId[] {
  const days = [...Map.groupBy(places, ({ day }) => day).values()]
  const ranked = days.flatMap((deck) =>
    byVotes(deck).map((place, index): Ranked => ({ ...place, rank: (index + 0.5) / deck.length }))
  )
  return [...new Set(ranked.sort(better).map(({ id }) => id))]
}

const better = (a: Ranked, b: Ranked): number =>
  a.rank - b.rank ||
  (b.percentile ?? UNKNOWN) - (a.percentile ?? UNKNOWN) ||
  (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)

/** A deck by votes, equal ones as in the deck. Those without votes keep their places in it. */
function byVotes(deck: readonly DeckPlace[]): DeckPlace[] {
  const voted = deck
    .filter(({ percentile }) => percentile !== null)
    .sort((a, b) => (b.percentile ?? 0) - (a.percentile ?? 0))
    .values()
  return deck.map((place) => (place.percentile === null ? place : (voted.next().value ?? place)))
}
