import type { Client } from '../../../contract/client.ts'
import type { AppError } from '../../../contract/errors.ts'
import type { DeckSummary } from '../../../contract/library.ts'
import type { Day, PaperId } from '../../../contract/model.ts'
import type { CatchUpPlan } from '../../../contract/triage.ts'
import type { Settings } from '../../../contract/settings.ts'
import { readAmount } from './amount.ts'
import { daysToCatchUp } from './missed.ts'

export type Wanted = Settings['catchUp']

/** What is being typed changes often. */
const PAUSE_MS = 150

interface CatchUpHooks {
  decks: () => readonly DeckSummary[]
  /** How much was wanted last. */
  remembered: () => Wanted
  remember: (wanted: Wanted) => void
  /** Skips papers; true when that was done. */
  skip: (ids: readonly PaperId[]) => Promise<boolean>
  /** Shows the papers that were kept. */
  open: (kept: readonly PaperId[]) => Promise<void>
}

/** Coming back after an absence: how much to look at of what was missed; the rest is skipped in one step. */
export class CatchUp {
  readonly #client: Client
  readonly #hooks: CatchUpHooks
  #from = $state<Day>('')
  #to = $state<Day>('')
  #begun = $state(false)
  #by = $state<Wanted['by']>('papers')
  readonly #typed = $state({ papers: '', minutes: '' })
  #plan = $state.raw<CatchUpPlan | null>(null)
  #error = $state.raw<AppError | null>(null)
  #busy = $state(false)
  #request = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(client: Client, hooks: CatchUpHooks) {
    this.#client = client
    this.#hooks = hooks
  }

  /** First and last day; empty where there is none. */
  get from(): Day {
    return this.#from
  }

  get to(): Day {
    return this.#to
  }

  /** Whether decks that are begun are meant, too. */
  get begun(): boolean {
    return this.#begun
  }

  /** What the amount is of. */
  get by(): Wanted['by'] {
    return this.#by
  }

  /** How much is wanted, as it is typed. */
  get typed(): string {
    return this.#typed[this.#by]
  }

  /** How much that is; null where it is no amount, and nothing can be planned. */
  get amount(): number | null {
    return readAmount(this.typed)
  }

  /** What would be done; null while that is not known. */
  get plan(): CatchUpPlan | null {
    return this.#plan
  }

  get error(): AppError | null {
    return this.#error
  }

  /** Whether it is being done. */
  get busy(): boolean {
    return this.#busy
  }

  /** Papers that are kept or skipped. */
  get total(): number {
    return this.#plan ? this.#plan.keep.length + this.#plan.skip.length : 0
  }

  /** Starts over with the days that were missed; `refresh` is to follow. */
  reset(): void {
    const range = daysToCatchUp(this.#hooks.decks())
    this.#from = range?.from ?? ''
    this.#to = range?.to ?? ''
    this.#begun = false
    const { by, papers, minutes } = this.#hooks.remembered()
    this.#by = by
    this.#typed.papers = String(papers)
    this.#typed.minutes = String(minutes)
    this.#plan = null
    this.#error = null
  }

  setRange(range: Partial<{ from: Day; to: Day }>): void {
    this.#from = range.from ?? this.#from
    this.#to = range.to ?? this.#to
    this.#planSoon()
  }

  setBegun(begun: boolean): void {
    this.#begun = begun
    this.#planSoon()
  }

  setBy(by: Wanted['by']): void {
    this.#by = by
    this.#planSoon()
  }

  /** Takes the amount as it is being typed. */
  type(amount: string): void {
    this.#typed[this.#by] = amount
    this.#planSoon()
  }

  /** Asks what would be done now. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer)
    const request = ++this.#request
    const { amount } = this
    if (amount === null || this.#from === '' || this.#to === '' || this.#from > this.#to) {
      this.#plan = null
      this.#error = null
      return
    }
    const answer = await this.#client.call('triage.planCatchUp', {
      from: this.#from,
      to: this.#to,
      begun: this.#begun,
      ...(this.#by === 'papers' ? { papers: amount } : { minutes: amount })
    })
    if (request !== this.#request) return
    this.#plan = answer.ok ? answer.value : null
    this.#error = answer.ok ? null : answer.error
  }

  /** Does what is planned; true when done, so that the dialog may close. */
  async apply(): Promise<boolean> {
    const plan = this.#plan
    if (!plan || this.#busy) return false
    this.#busy = true
    this.#hooks.remember(this.#wanted())
    // With nothing to skip there is no step to make; what is kept is opened all the same.
    const done = plan.skip.length === 0 || (await this.#hooks.skip(plan.skip))
    this.#busy = false
    if (done) await this.#hooks.open(plan.keep.map(({ id }) => id))
    return done
  }

  #wanted(): Wanted {
    const before = this.#hooks.remembered()
    return {
      by: this.#by,
      papers: readAmount(this.#typed.papers) ?? before.papers,
      minutes: readAmount(this.#typed.minutes) ?? before.minutes
    }
  }

  /** What is shown is of before, until the answer comes. It may not be done any more. */
  #planSoon(): void {
    clearTimeout(this.#timer)
    this.#request += 1
    this.#plan = null
    this.#timer = setTimeout(() => void this.refresh(), PAUSE_MS)
  }
}
