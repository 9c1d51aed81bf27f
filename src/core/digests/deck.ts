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
  const percentileOf = percentileRank([...votesOf.values()].filter((votes) => votes !== null))
  return Array.from(votesOf, ([paperId, votes], index) => ({
    paperId,
    position: index + 1,
    votes,
    percentile: votes === null ? null : percentileOf(votes)
  }))
}

/**
 * Percentile ranks among the given numbers: (fewer + half of the equal ones) / all.
 * https://en.wikipedia.org/wiki/Percentile_rank
 */
function percentileRank(all: readonly number[]): (value: number) => number {
  const sorted = [...all].sort((a, b) => a - b)
  return (value) => {
    const fewer = sorted.findIndex((other) => other >= value)
    const upTo = sorted.findLastIndex((other) => other <= value) + 1
    return (fewer + upTo) / 2 / sorted.length
  }
}
