import type { Client } from '../../../contract/client.ts'
import type { AppError } from '../../../contract/errors.ts'
import {
  plainView,
  type Day,
  type DeckSummary,
  type ListPage,
  type ListRef,
  type ListView,
  type PaperId,
  type PaperRow
} from '../../../contract/model.ts'
import type { Changed } from '../library/changes.ts'
import { belongs, isFiltering, isFresh, isOrderedByMarks } from './belongs.ts'
import { Bookmark } from './bookmark.ts'
import { mergeStable, neighbour } from './merge.ts'
import { deckProgress } from './progress.ts'
import { RowStore } from './rows.svelte.ts'
import { Selection } from './selection.svelte.ts'

export const sameList = (a: ListRef | null, b: ListRef | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

const deckOf = (ref: ListRef): Day | null => (ref.kind === 'deck' ? ref.day : null)

/** What a list has to know of the rest of the screen. */
export interface Around {
  /** The paper whose note is in use: the cursor stays on it, also where the list has it no more. */
  noted: () => PaperId | null
  /** The day it is for the library. */
  today: () => Day
  /** Whether the cursor goes on after a paper got its status. */
  autoAdvance: () => boolean
}

const alone: Around = {
  noted: () => null,
  today: () => new Date().toISOString().slice(0, 10),
  autoAdvance: () => true
}

/** A list as the core gave it, with all papers of a deck, also those that the filter hides. */
interface Loaded extends ListPage {
  whole: readonly PaperId[]
}

/** The list in the middle pane: which papers, in which order, and where the user is in it. */
export class PaperList {
  readonly rows: RowStore
  readonly selection: Selection
  readonly #client: Client
  readonly #around: Around
  readonly #bookmark: Bookmark
  #ref = $state.raw<ListRef | null>(null)
  #ids = $state.raw<readonly PaperId[]>([])
  #whole = $state.raw<readonly PaperId[]>([])
  #view = $state.raw<ListView>(plainView)
  #hidden = $state(0)
  #error = $state.raw<AppError | null>(null)
  #loaded = $state(false)
  #finished = $state(false)
  /** Papers dealt with in this visit: they stay in place until the list is left or refreshed. */
  readonly #dealtWith = new Set<PaperId>()
  #request = 0
  /** Where the cursor was last in the list. */
  #last: { id: PaperId | null; index: number } = { id: null, index: 0 }

  /** How far the deck is, from the rows themselves: null until all are here, and for other lists. */
  readonly progress: DeckSummary | null = $derived.by(() =>
    this.#ref?.kind === 'deck'
      ? deckProgress(this.#ref.day, this.#whole, (id) => this.rows.get(id), this.#around.today())
      : null
  )

  constructor(client: Client, onMove: (id: PaperId | null) => void, around: Partial<Around> = {}) {
    this.#client = client
    this.#around = { ...alone, ...around }
    this.#bookmark = new Bookmark(client)
    this.rows = new RowStore(client)
    this.selection = new Selection(
      () => this.#ids,
      (id) => {
        if (id !== null) {
          this.#finished = false
          if (this.#ref && this.#ref.kind !== 'search') this.#bookmark.put(this.#ref, id)
        }
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

  /** How the list is looked at: in which order, and what of it. */
  get view(): ListView {
    return this.#view
  }

  /** How many papers of the list the filter leaves out. */
  get hidden(): number {
    return this.#hidden
  }

  get isFiltered(): boolean {
    return isFiltering(this.#view.filter)
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
    return this.#finished && this.#whole.length > 0 && (this.progress === null || this.complete)
  }

  /** Whether this is a deck with papers, and all of them are dealt with. */
  get complete(): boolean {
    return this.progress !== null && this.progress.total > 0 && this.progress.left === 0
  }

  /** Whether this is a deck whose papers are all gone. */
  get isEmptyDeck(): boolean {
    return this.#loaded && this.#ref?.kind === 'deck' && this.#whole.length === 0
  }

  get current(): PaperRow | null {
    const id = this.selection.cursor
    return id === null ? null : (this.rows.get(id) ?? null)
  }

  /** Whether a paper is shown greyed: it was dealt with, or belongs here no more and only stays in place. */
  isFaded(row: PaperRow): boolean {
    if (!this.#ref) return false
    const { filter } = this.#view
    const today = this.#around.today()
    const triaged = this.#ref.kind === 'deck' && filter.statuses.length === 0 && !isFresh(row, today)
    return triaged || !belongs(this.#ref, filter, row, today)
  }

  /**
   * Shows a list as it was looked at last: at a paper of it, else where the user was, in a deck at a paper that is to
   * be looked at.
   */
  async open(ref: ListRef, at?: PaperId): Promise<void> {
    this.#request += 1
    this.#bookmark.flush()
    // Each query is another list, but one goes on looking in the same way while it is typed.
    const kept = this.#ref?.kind === 'search' ? this.#view : plainView
    let page = await this.#load(ref, ref.kind === 'search' ? kept : 'remembered')
    // A paper that was asked for is shown, whatever is filtered out.
    if (page && at !== undefined && page.hidden > 0 && !page.ids.includes(at))
      page = await this.#load(ref, { ...page.view, filter: plainView.filter })
    if (!page) return
    this.#dealtWith.clear()
    this.#finished = false
    this.rows.reset(deckOf(ref), page.rows)
    this.#show(ref, page, page.ids)
    this.selection.clear()
    const start = at !== undefined && this.selection.has(at) ? at : this.#start(page)
    this.#last = { id: start, index: start === null ? 0 : page.ids.indexOf(start) }
    this.selection.moveTo(this.#around.noted() ?? start)
  }

  /**
   * Fetches the list again. What is under the cursor stays there, and what was just dealt with stays in place.
   *
   * @param digests whether the digests changed, so that whatever is in the list no more is gone
   */
  async reload({ digests }: Pick<Changed, 'digests'>): Promise<void> {
    const ref = this.#ref
    if (!ref) return
    const page = await this.#load(ref, this.#view)
    if (!page || !sameList(ref, this.#ref)) return
    const { cursor, index } = this.selection
    if (index >= 0) this.#last = { id: cursor, index }
    this.rows.put(page.rows)
    const there = new Set(this.#dealtWith.size > 0 ? page.ids : [])
    const ordered = isOrderedByMarks(ref, page.view.sort)
    const stays = (id: PaperId): boolean => (there.has(id) ? ordered : this.#leftByItself(ref, id, digests))
    this.#show(ref, page, mergeStable(this.#ids, page.ids, new Set([...this.#dealtWith].filter(stays))))
    this.settle()
  }

  /** Looks at the list in another way from now on. */
  async look(view: ListView): Promise<void> {
    if (!this.#ref) return
    this.#view = view
    if (this.#ref.kind !== 'search') void this.#client.call('papers.remember', { list: this.#ref, view })
    await this.#renew(() => false)
  }

  /** Lets what was dealt with go where it belongs. The cursor goes on to what stays. */
  async refresh(): Promise<void> {
    const ref = this.#ref
    if (!ref) return
    const ordered = isOrderedByMarks(ref, this.#view.sort)
    await this.#renew((id) => ordered && this.#dealtWith.has(id))
  }

  /** Shows papers in another order, before the core knows of it; an answer from before is no news. */
  rearrange(ids: readonly PaperId[]): void {
    this.#request += 1
    this.#ids = ids
  }

  /** Papers changed, here or elsewhere. True when the list itself may have changed and should be reloaded. */
  async changed({ papers, digests }: Changed): Promise<boolean> {
    const ref = this.#ref
    await this.rows.refresh(papers)
    this.settle()
    if (!ref || digests || papers === 'all' || ref.kind === 'queue') return true
    const ordered = isOrderedByMarks(ref, this.#view.sort)
    return papers.some((id) => !this.selection.has(id) || (ordered && !this.#dealtWith.has(id)))
  }

  /**
   * Puts the cursor on a paper of the list where it is on none: on the one it was on last, else its neighbour; in a
   * deck that was finished and is so no more, on what there is to do.
   */
  settle(): void {
    this.selection.dropMissing()
    if (this.finished) return
    const { cursor } = this.selection
    if (cursor !== null && (this.selection.has(cursor) || cursor === this.#around.noted())) return
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
   * Goes on after an action, if the user wants that: to the row below; from the end of a deck to the first paper that
   * was not looked at, or to the end of a deck that it finished.
   */
  advance(leftBefore: number): void {
    if (!this.#around.autoAdvance()) return
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

  /** Tells at once where the user is, as the page is being left. */
  leave(): void {
    this.#bookmark.flush()
  }

  async #renew(moves: (id: PaperId) => boolean): Promise<void> {
    const ref = this.#ref
    this.#request += 1
    const page = ref && (await this.#load(ref, this.#view))
    if (!page) return
    const there = new Set(page.ids)
    const next = neighbour(this.#ids, this.selection.cursor, (id) => there.has(id) && !moves(id))
    this.#dealtWith.clear()
    this.rows.put(page.rows)
    this.#show(ref, page, page.ids)
    if (!this.finished) this.selection.moveTo(this.#around.noted() ?? next ?? page.ids[0] ?? null)
    this.settle()
  }

  async #load(ref: ListRef, view: ListView | 'remembered'): Promise<Loaded | null> {
    const request = this.#request
    const answer = await this.#client.call('papers.list', { list: ref, view })
    // A filter hides papers, but finishes no deck.
    const all =
      answer.ok && answer.value.hidden > 0 && ref.kind === 'deck'
        ? await this.#client.call('papers.list', { list: ref })
        : answer
    if (request !== this.#request) return null
    if (answer.ok) return { ...answer.value, whole: all.ok ? all.value.ids : answer.value.ids }
    this.#error = answer.error
    if (!sameList(ref, this.#ref)) {
      this.rows.reset(null, [])
      this.#ref = ref
      this.#ids = this.#whole = []
      this.#hidden = 0
      this.selection.moveTo(null)
    }
    return null
  }

  #show(ref: ListRef, { view, hidden, whole }: Loaded, ids: readonly PaperId[]): void {
    this.#error = null
    this.#ref = ref
    this.#ids = ids
    this.#whole = hidden > 0 ? whole : ids
    this.#view = view
    this.#hidden = hidden
    this.#loaded = true
    // A deck is short, and its progress is counted from its rows.
    if (ref.kind === 'deck') this.rows.want(this.#whole)
  }

  /** Where a list opens: at the remembered place, as long as a deck has nothing fresher. */
  #start({ ids, cursor }: ListPage): PaperId | null {
    const row = cursor === null ? undefined : this.rows.get(cursor)
    if (this.#ref?.kind === 'deck' && !(row && isFresh(row, this.#around.today())))
      return this.#firstFresh() ?? cursor ?? ids[0] ?? null
    return cursor ?? ids[0] ?? null
  }

  /** Whether a paper left this list because of what was done to it, rather than with its digest. */
  #leftByItself(ref: ListRef, id: PaperId, digests: boolean): boolean {
    const row = this.rows.get(id)
    if (!row || ref.kind === 'search') return !digests
    return !belongs(ref, this.#view.filter, row, this.#around.today())
  }

  /** The first paper of a deck that was not looked at. */
  #firstFresh(): PaperId | undefined {
    if (this.#ref?.kind !== 'deck') return undefined
    const today = this.#around.today()
    return this.#ids.find((id) => {
      const row = this.rows.get(id)
      return row !== undefined && isFresh(row, today)
    })
  }
}
