/** A paper in one of a day's digests. */
export interface DayAppearance {
  paperId: number
  /** null: not recorded. */
  votes: number | null
}

/** A paper's place in its day's deck. */
export interface DeckEntry extends DayAppearance {
  /** From 1 on, without gaps. */
  position: number
  /** 0 to 1; null without votes. */
  percentile: number | null
}

/**
 * The papers of a day, each once: at its first place, with the votes recorded last.
 * @param appearances of all digests of the day, in their order
 */
export function deckEntries(appearances: readonly DayAppearance[]): DeckEntry[] {
  const votesOf = new Map<number, number | null>()
  for (const { paperId, votes } of appearances) votesOf.set(paperId, votes ?? votesOf.get(paperId) ?? null)
  const percentiles = percentileRanks([...votesOf.values()].filter((votes) => votes !== null))
  return Array.from(votesOf, ([paperId, votes], index) => ({
    paperId,
    position: index + 1,
    votes,
    percentile: votes === null ? null : (percentiles.get(votes) ?? null)
  }))
}

/**
 * Percentile ranks among the given numbers: (fewer + half of the equal ones) / all.
 * https://en.wikipedia.org/wiki/Percentile_rank
 */
function percentileRanks(all: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ranks = new Map<number, number>()
  let fewer = 0
  for (const [value, equal] of [...counts].sort(([a], [b]) => a - b)) {
    ranks.set(value, (fewer + equal / 2) / all.length)
    fewer += equal
  }
  return ranks
}
