import type { Client } from '../../../contract/client.ts'
import type { AppError } from '../../../contract/errors.ts'
import type { DeckSummary, ListPage, ListRef, PaperId, PaperRow } from '../../../contract/model.ts'
import type { Changed } from '../library/changes.ts'
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
  /** The paper whose note is in use: the cursor stays on it, also where the list has it no more. */
  readonly #noted: () => PaperId | null
  /** Where the cursor was last in the list. */
  #last: { id: PaperId | null; index: number } = { id: null, index: 0 }

  /** How far the deck is, from the rows themselves: null until all are here, and for other lists. */
  readonly progress: DeckSummary | null = $derived.by(() => this.#countDeck())

  constructor(
    client: Client,
    onMove: (id: PaperId | null) => void,
    noted: () => PaperId | null = () => null
  ) {
    this.#client = client
    this.#noted = noted
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
    return this.#finished && this.#ids.length > 0 && (this.progress === null || this.complete)
  }

  /** Whether this is a deck with papers, and all of them are dealt with. */
  get complete(): boolean {
    return this.progress !== null && this.progress.total > 0 && this.progress.left === 0
  }

  /** Whether this is a deck whose papers are all gone. */
  get isEmptyDeck(): boolean {
    return this.#loaded && this.#ref?.kind === 'deck' && this.#ids.length === 0
  }

  get current(): PaperRow | null {
    const id = this.selection.cursor
    return id === null ? null : (this.rows.get(id) ?? null)
  }

  /** Shows a list from its start, a deck at its first paper that was not looked at; or at a paper of it. */
  async open(ref: ListRef, at?: PaperId): Promise<void> {
    this.#request += 1
    const page = await this.#load(ref)
    if (!page) return
    this.#dealtWith.clear()
    this.#finished = false
    this.rows.reset(deckOf(ref), page.rows)
    this.#show(ref, page.ids)
    this.selection.clear()
    const start =
      at !== undefined && this.selection.has(at) ? at : (this.#firstFresh() ?? page.ids[0] ?? null)
    this.#last = { id: start, index: start === null ? 0 : page.ids.indexOf(start) }
    this.selection.moveTo(this.#noted() ?? start)
  }

  /**
   * Fetches the list again. What is under the cursor stays there, and what was just dealt with stays in place.
   *
   * @param digests whether the digests changed, so that whatever is in the list no more is gone
   */
  async reload({ digests }: Pick<Changed, 'digests'>): Promise<void> {
    const ref = this.#ref
    if (!ref) return
    const page = await this.#load(ref)
    if (!page || !sameList(ref, this.#ref)) return
    const { cursor, index } = this.selection
    if (index >= 0) this.#last = { id: cursor, index }
    this.rows.put(page.rows)
    const stay = new Set([...this.#dealtWith].filter((id) => this.#leftByItself(ref, id, digests)))
    this.#show(ref, mergeStable(this.#ids, page.ids, stay))
    this.settle()
  }

  /** Papers changed, here or elsewhere. True when the list itself may have changed and should be reloaded. */
  async changed({ papers, digests }: Changed): Promise<boolean> {
    await this.rows.refresh(papers)
    this.settle()
    return digests || papers === 'all' || papers.some((id) => !this.selection.has(id))
  }

  /**
   * Puts the cursor on a paper of the list where it is on none: on the one it was on last, else its neighbour; in a
   * deck that was finished and is so no more, on what there is to do.
   */
  settle(): void {
    this.selection.dropMissing()
    if (this.finished) return
    const { cursor } = this.selection
    if (cursor !== null && (this.selection.has(cursor) || cursor === this.#noted())) return
    const todo = this.#finished ? this.#firstFresh() : undefined
    this.#finished = false
    const { id, index } = this.#last
    const back = id !== null && this.selection.has(id) ? id : undefined
    const near = this.#ids[Math.max(0, Math.min(index, this.#ids.length - 1))]
    this.selection.moveTo(todo ?? back ?? near ?? null)
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

  /** Shows that a complete deck is finished, with nothing under the cursor. */
  finish(): void {
    if (!this.complete) return
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

  /** Whether a paper left this list because of what was done to it, rather than with its digest. */
  #leftByItself(ref: ListRef, id: PaperId, digests: boolean): boolean {
    const row = this.rows.get(id)
    if (!row) return false
    switch (ref.kind) {
      case 'deck':
      case 'all':
        return false
      case 'status':
        return row.status !== ref.status
      case 'queue':
        return row.status !== 'queued'
      case 'starred':
        return !row.starred
      case 'search':
        return !digests
    }
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
