import type { ListRef } from '../../../contract/lists.ts'
import type { PaperList } from '../papers/list.svelte.ts'

const PAUSE_MS = 60

/** Search as one types: the results are a list like any other, and leaving it goes back to the former one. */
export class Search {
  readonly #list: PaperList
  readonly #leave: (back: ListRef | null) => void
  #query = $state('')
  #active = $state(false)
  #back: ListRef | null = null
  /** What was searched for last; its results are on screen, or on their way. */
  #asked: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(list: PaperList, leave: (back: ListRef | null) => void) {
    this.#list = list
    this.#leave = leave
  }

  get query(): string {
    return this.#query
  }

  /** Whether the field is in use, which shows it in a folded sidebar too. */
  get active(): boolean {
    return this.#active
  }

  open(): void {
    this.#active = true
  }

  /** Takes what is in the field, also in the middle of a composition. */
  type(query: string): void {
    this.#query = query
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.run(), PAUSE_MS)
  }

  /** Runs the query now. An answer that a newer query overtook is dropped by the list. */
  async run(): Promise<void> {
    clearTimeout(this.#timer)
    const query = this.#query.trim()
    if (query === '') {
      this.#return()
      return
    }
    if (query === this.#asked) return
    const shown = this.#list.ref
    if (this.#asked === null && shown && shown.kind !== 'search') this.#back = shown
    this.#asked = query
    await this.#list.open({ kind: 'search', query })
  }

  /** Empties the field and goes back to the list before the search. */
  clear(): void {
    const asked = this.#asked
    this.end()
    this.#asked = asked
    this.#return()
  }

  /** Empties the field, as another list is being opened. */
  end(): void {
    clearTimeout(this.#timer)
    this.#query = ''
    this.#active = false
    this.#asked = null
  }

  /** Leaves the results, also those that are on their way. */
  #return(): void {
    const searching = this.#asked !== null || this.#list.ref?.kind === 'search'
    this.#asked = null
    if (searching) this.#leave(this.#back)
  }
}
