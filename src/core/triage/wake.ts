import type { Day, PaperId } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { localDay } from '../today.ts'

/** How often the clock is looked at, in milliseconds: it may jump, and the machine may sleep. */
const LOOK_MS = 30_000
/** A timer may be a moment early. */
const AFTER_MIDNIGHT_MS = 20

export interface WakeOptions {
  clock: () => Date
  /** A new day has begun, or an earlier one again; these papers came back, or went away again. */
  newDay: (papers: PaperId[]) => void
  failed: (error: unknown) => void
}

/** Tells when the day changes where this machine is, which brings back what was put off until then. */
export class Wake {
  readonly #db: Db
  readonly #options: WakeOptions
  #day: Day
  #timer: NodeJS.Timeout | undefined

  constructor(db: Db, options: WakeOptions) {
    this.#db = db
    this.#options = options
    const now = options.clock()
    this.#day = localDay(now)
    this.#wait(now)
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #wait(now: Date): void {
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
    const left = midnight.getTime() - now.getTime() + AFTER_MIDNIGHT_MS
    this.#timer = setTimeout(() => this.#look(), Math.min(left, LOOK_MS))
    this.#timer.unref()
  }

  #look(): void {
    const now = this.#options.clock()
    try {
      this.#compare(localDay(now))
    } catch (error) {
      this.#options.failed(error)
    }
    this.#wait(now)
  }

  #compare(day: Day): void {
    if (day === this.#day) return
    const [from, to] = day < this.#day ? [day, this.#day] : [this.#day, day]
    const papers = statement<[Day, Day], PaperId>(
      this.#db,
      'SELECT paper_id FROM marks WHERE snoozed_until > ? AND snoozed_until <= ?'
    )
      .pluck()
      .all(from, to)
    this.#day = day
    this.#options.newDay(papers)
  }
}
