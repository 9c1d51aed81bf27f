import type { Client } from '../../../contract/client.ts'
import type { AppError } from '../../../contract/errors.ts'
import type { DeckSummary, ListPage, ListRef, PaperId, PaperRow } from '../../../contract/model.ts'
import { mergeStable } from './merge.ts'
import { RowStore } from './rows.svelte.ts'
import { Selection } from './selection.svelte.ts'

export const sameList = (a: ListRef | null, b: ListRef | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

const deckOf = (ref: ListRef): string | null => (ref.kind === 'deck' ? ref.day : null)

/** The list in the middle pane: which papers, in which order, and where the user is in it. */
export class PaperList {
  readonly rows: RowStore
  readonly selection: Selection
  readonly #client: Client
  #ref = $state.raw<ListRef | null>(null)
  #ids = $state.raw<readonly PaperId[]>([])
  #error = $state.raw<AppError | null>(null)
  #loaded = $state(false)
  #finished = $state(false)
  /** Papers dealt with in this visit: they stay in place until the list is left. */
  readonly #dealtWith = new Set<PaperId>()
  #request = 0

  /** How far the deck is, from the rows themselves: null until all are here, and for other lists. */
  readonly progress: DeckSummary | null = $derived.by(() => this.#countDeck())

  constructor(client: Client, onMove: (id: PaperId | null) => void) {
    this.#client = client
    this.rows = new RowStore(client)
    this.selection = new Selection(
      () => this.#ids,
      (id) => {
        if (id !== null) this.#finished = false
        onMove(id)
      }
    )
  }

  get ref(): ListRef | null {
    return this.#ref
  }

  get ids(): readonly PaperId[] {
    return this.#ids
  }

  get error(): AppError | null {
    return this.#error
  }

  /** Whether an answer for this list has come, be it empty. */
  get loaded(): boolean {
    return this.#loaded
  }

  /** Whether the moment of having finished a deck is on screen. */
  get finished(): boolean {
    return this.#finished
  }

  /** Whether this is a deck with papers, and all of them are dealt with. */
  get complete(): boolean {
    return this.progress !== null && this.progress.total > 0 && this.progress.left === 0
  }

  get current(): PaperRow | null {
    const id = this.selection.cursor
    return id === null ? null : (this.rows.get(id) ?? null)
  }

  /** Shows a list from its start: a deck at its first paper that was not looked at. */
  async open(ref: ListRef): Promise<void> {
    this.#request += 1
    const page = await this.#load(ref)
    if (!page) return
    this.#dealtWith.clear()
    this.#finished = false
    this.rows.reset(deckOf(ref), page.rows)
    this.#show(ref, page.ids)
    this.selection.clear()
    this.selection.moveTo(this.#firstFresh() ?? page.ids[0] ?? null)
  }

  /** Fetches the list again and keeps what is under the cursor, and what was just dealt with, in place. */
  async reload(): Promise<void> {
    const ref = this.#ref
    if (!ref) return
    const place = this.selection.index
    const page = await this.#load(ref)
    if (!page || !sameList(ref, this.#ref)) return
    this.rows.put(page.rows)
    this.#show(ref, mergeStable(this.#ids, page.ids, this.#dealtWith))
    if (!this.#finished) this.selection.settle(place)
  }

  /** Papers changed, here or elsewhere. True when the list itself may have changed and should be reloaded. */
  async changed(papers: readonly PaperId[] | 'all'): Promise<boolean> {
    await this.rows.refresh(papers)
    return papers === 'all' || papers.some((id) => !this.selection.has(id))
  }

  /** Notes that papers were dealt with, so that they stay. */
  keep(ids: readonly PaperId[]): void {
    for (const id of ids) this.#dealtWith.add(id)
  }

  /**
   * Goes on after an action: to the row below; from the end of a deck to the first paper that was not looked at, or
   * to the end of a deck that it finished.
   */
  advance(leftBefore: number): void {
    if (this.complete && leftBefore > 0) return this.finish()
    if (this.selection.step(1)) return
    if (this.complete) return this.finish()
    const fresh = this.#firstFresh()
    if (fresh !== undefined) this.selection.moveTo(fresh)
  }

  /** Shows that the deck is finished, with nothing under the cursor. */
  finish(): void {
    this.selection.clear()
    this.selection.moveTo(null)
    this.#finished = true
  }

  async #load(ref: ListRef): Promise<ListPage | null> {
    const request = this.#request
    const answer = await this.#client.call('papers.list', { list: ref })
    if (request !== this.#request) return null
    if (answer.ok) return answer.value
    this.#error = answer.error
    if (!sameList(ref, this.#ref)) {
      this.rows.reset(null, [])
      this.#ref = ref
      this.#ids = []
      this.selection.moveTo(null)
    }
    return null
  }

  #show(ref: ListRef, ids: readonly PaperId[]): void {
    this.#error = null
    this.#ref = ref
    this.#ids = ids
    this.#loaded = true
    // A deck is short, and its progress is counted from its rows.
    if (ref.kind === 'deck') this.rows.want(ids)
  }

  /** The first paper of a deck that was not looked at. */
  #firstFresh(): PaperId | undefined {
    if (this.#ref?.kind !== 'deck') return undefined
    return this.#ids.find((id) => this.rows.get(id)?.status === 'inbox')
  }

  #countDeck(): DeckSummary | null {
    if (this.#ref?.kind !== 'deck') return null
    const counts = { inbox: 0, queued: 0, reading: 0, read: 0, skipped: 0 }
    for (const id of this.#ids) {
      const row = this.rows.get(id)
      if (!row) return null
      counts[row.status] += 1
    }
    return {
      day: this.#ref.day,
      total: this.#ids.length,
      left: counts.inbox,
      queued: counts.queued + counts.reading,
      read: counts.read,
      skipped: counts.skipped
    }
  }
}
