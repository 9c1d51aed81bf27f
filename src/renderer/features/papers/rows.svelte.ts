import { SvelteMap } from 'svelte/reactivity'
import type { Client } from '../../../contract/client.ts'
import type { Day, PaperId, PaperRow } from '../../../contract/model.ts'

/** The part of a row that the user changes. */
export type RowMarks = Pick<
  PaperRow,
  'status' | 'statusAt' | 'starred' | 'rating' | 'noteExcerpt' | 'snoozedUntil' | 'tags' | 'queueIds'
>

/** A change that is shown before the core has answered. */
export interface Guess {
  /** Takes the core's answer. */
  settle(rows: readonly PaperRow[]): void
  /** Shows again what was there. */
  rollback(): void
}

const PAGE = 100
const PARALLEL = 2
/** So many rows are fetched in one go, and kept wherever they are. */
const FEW = 1000

const marksOf = (row: PaperRow): RowMarks => ({
  status: row.status,
  statusAt: row.statusAt,
  starred: row.starred,
  rating: row.rating,
  noteExcerpt: row.noteExcerpt,
  snoozedUntil: row.snoozedUntil,
  tags: row.tags,
  queueIds: row.queueIds
})

/** Rows of one list: fetched in pages when they are wanted, changed at once and put right by the core. */
export class RowStore {
  readonly #client: Client
  readonly #rows = new SvelteMap<PaperId, PaperRow>()
  /** Number of the last guess about a row; an answer to an older one is stale. */
  readonly #guesses = new Map<PaperId, number>()
  readonly #asked = new Set<PaperId>()
  #wanted: readonly PaperId[] = []
  #near: ReadonlySet<PaperId> = new Set()
  #running = 0
  #clock = 0
  #deck: Day | null = null
  /** Grows with each list, so that answers for a former one are dropped. */
  #visit = 0

  constructor(client: Client) {
    this.#client = client
  }

  get(id: PaperId): PaperRow | undefined {
    return this.#rows.get(id)
  }

  /** Starts over for another list; a deck's rows carry the votes of that day. */
  reset(deck: Day | null, rows: readonly PaperRow[]): void {
    this.#visit += 1
    this.#deck = deck
    this.#rows.clear()
    this.#guesses.clear()
    this.#asked.clear()
    this.#wanted = []
    this.#near = new Set()
    this.put(rows)
  }

  /** Takes rows as the core has them, except marks that a guess is still out for. */
  put(rows: readonly PaperRow[]): void {
    for (const row of rows) {
      const known = this.#rows.get(row.id)
      this.#rows.set(row.id, known && this.#guesses.has(row.id) ? { ...row, ...marksOf(known) } : row)
    }
  }

  /** Says which rows are in view, or soon will be; those that are missing are fetched, the last wish first. */
  want(ids: readonly PaperId[]): void {
    this.#wanted = ids
    this.#near = new Set(ids)
    this.#pump()
  }

  /** Fetches the rows again that are in view; those elsewhere are forgotten until they are wanted. */
  async refresh(ids: Iterable<PaperId> | 'all'): Promise<void> {
    const near: PaperId[] = []
    for (const id of ids === 'all' ? [...this.#rows.keys()] : ids) {
      if (!this.#rows.has(id)) continue
      if (this.#near.has(id) || this.#guesses.has(id) || this.#rows.size <= FEW) near.push(id)
      else this.#rows.delete(id)
    }
    for (let at = 0; at < near.length; at += FEW) await this.#fetch(near.slice(at, at + FEW))
  }

  /** Changes rows at once: all in the same way, or each as follows from what it was. */
  guess(ids: readonly PaperId[], change: Partial<RowMarks> | ((row: PaperRow) => Partial<RowMarks>)): Guess {
    const marksFor = typeof change === 'function' ? change : () => change
    const stamp = ++this.#clock
    const visit = this.#visit
    const before = new Map<PaperId, RowMarks>()
    for (const id of ids) {
      const row = this.#rows.get(id)
      if (!row) continue
      before.set(id, marksOf(row))
      this.#guesses.set(id, stamp)
      this.#rows.set(id, { ...row, ...marksFor(row) })
    }
    const conclude = (id: PaperId, marks: RowMarks): void => {
      const row = this.#rows.get(id)
      if (visit !== this.#visit || !row || this.#guesses.get(id) !== stamp) return
      this.#guesses.delete(id)
      this.#rows.set(id, { ...row, ...marks })
    }
    return {
      settle: (rows) => {
        const answers = new Map(rows.map((row) => [row.id, marksOf(row)]))
        for (const id of before.keys()) {
          const row = this.#rows.get(id)
          if (row) conclude(id, answers.get(id) ?? marksOf(row))
        }
      },
      rollback: () => {
        for (const [id, marks] of before) conclude(id, marks)
      }
    }
  }

  /** Takes the marks of changed rows; their votes may be those of another day. */
  takeMarks(rows: readonly PaperRow[]): void {
    for (const row of rows) {
      const known = this.#rows.get(row.id)
      if (known && !this.#guesses.has(row.id)) this.#rows.set(row.id, { ...known, ...marksOf(row) })
    }
  }

  #pump(): void {
    while (this.#running < PARALLEL) {
      const page = this.#wanted.filter((id) => !this.#rows.has(id) && !this.#asked.has(id)).slice(0, PAGE)
      if (page.length === 0) return
      for (const id of page) this.#asked.add(id)
      this.#running += 1
      void this.#fetch(page).then(() => {
        for (const id of page) this.#asked.delete(id)
        this.#running -= 1
        // What was not answered just now is asked for again only when it is wanted again.
        const answered = new Set(page)
        this.#wanted = this.#wanted.filter((id) => !answered.has(id))
        this.#pump()
      })
    }
  }

  async #fetch(ids: PaperId[]): Promise<void> {
    const visit = this.#visit
    const answer = await this.#client.call(
      'papers.rows',
      this.#deck === null ? { ids } : { ids, deck: this.#deck }
    )
    if (answer.ok && visit === this.#visit) this.put(answer.value)
  }
}
