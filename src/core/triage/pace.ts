import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

/** So many of the user's last steps are looked at. */
const LAST_STEPS = 500
/** Between steps that are further apart the user did something else. */
const PAUSE_MS = 5 * 60_000
/** Fewer gaps than these tell nothing. */
const FEWEST_GAPS = 20
/** What a paper is taken to need where the log does not tell, in seconds. */
const GUESS = 60
/** Steps of a script are closer together than anyone reads. */
const FASTEST = 1

/** How long a paper took the user of late, in seconds: the median between two papers that got their status. */
export function secondsPerPaper(db: Db): number {
  const times = statement<[], string>(
    db,
    `SELECT at FROM actions WHERE kind = 'status' AND target IS NULL ORDER BY id DESC LIMIT ${LAST_STEPS}`
  )
    .pluck()
    .all()
    .map((at) => Date.parse(at))
  const gaps = times
    .slice(1)
    .map((earlier, index) => (times[index] ?? earlier) - earlier)
    .filter((gap) => gap >= 0 && gap < PAUSE_MS)
  return gaps.length < FEWEST_GAPS ? GUESS : Math.max(FASTEST, median(gaps) / 1000)
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b)
  const middle = sorted.length / 2
  const low = sorted[Math.ceil(middle) - 1] ?? 0
  const high = sorted[Math.floor(middle)] ?? 0
  return (low + high) / 2
}
