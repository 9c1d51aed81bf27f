import type { Client } from '../../../contract/client.ts'
import { plainView, type ListPage, type ListRef, type ListView } from '../../../contract/lists.ts'
import type { Day, PaperId, PaperRow } from '../../../contract/model.ts'
import type { Changed } from '../library/changes.ts'
import type { Around } from './around.ts'
import { isFresh, isOrderedByMarks } from './belongs.ts'
import { Bookmark } from './bookmark.ts'
import { loadList, type Loaded } from './load.ts'
import { mergeStable, neighbour } from './merge.ts'
import { firstFresh } from './progress.ts'
import { Selection } from './selection.svelte.ts'
import { ShownList } from './shown-list.svelte.ts'
import { stayers } from './stay.ts'

export const sameList = (a: ListRef | null, b: ListRef | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

const deckOf = (ref: ListRef): Day | null => (ref.kind === 'deck' ? ref.day : null)

/** The list in the middle pane: which papers, in which order, and where the user is in it. */
export class PaperList extends ShownList {
  readonly selection: Selection
  readonly #client: Client
  readonly #bookmark: Bookmark
  #finished = $state(false)
  /** Papers dealt with in this visit: they stay in place until the list is left or refreshed. */
  readonly #dealtWith = new Set<PaperId>()
  #request = 0
  /** Where the cursor was last in the list. */
  #last: { id: PaperId | null; index: number } = { id: null, index: 0 }

  constructor(client: Client, onMove: (id: PaperId | null) => void, around: Partial<Around> = {}) {
    super(client, around)
    this.#client = client
    this.#bookmark = new Bookmark(client)
    this.selection = new Selection(
      () => this.ids,
      (id) => {
        if (id !== null) {
          this.#finished = false
          if (this.ref && this.ref.kind !== 'search') this.#bookmark.put(this.ref, id)
        }
        onMove(id)
      }
    )
  }

  /** Whether the moment of having finished a deck is on screen. */
  get finished(): boolean {
    return this.#finished && this.loaded && !this.isEmptyDeck && (this.progress === null || this.complete)
  }

  get current(): PaperRow | null {
    const id = this.selection.cursor
    return id === null ? null : (this.rows.get(id) ?? null)
  }

  /**
   * Shows a list as it was looked at last: at a paper of it, else where the user was, in a deck at a paper that is to
   * be looked at.
   */
  async open(ref: ListRef, at?: PaperId): Promise<void> {
    this.#request += 1
    this.#bookmark.flush()
    // Each query is another list, but one goes on looking in the same way while it is typed.
    const kept = this.ref?.kind === 'search' ? this.view : plainView
    let page = await this.#load(ref, ref.kind === 'search' ? kept : 'remembered')
    // A paper that was asked for is shown, whatever is filtered out.
    if (page && at !== undefined && page.hidden > 0 && !page.ids.includes(at))
      page = await this.#load(ref, { ...page.view, filter: plainView.filter })
    if (!page) return
    this.#dealtWith.clear()
    this.#finished = false
    this.rows.reset(deckOf(ref), page.rows)
    this.show(ref, page, page.ids)
    this.#bookmark.turn(page.cursor)
    this.selection.clear()
    const start = at !== undefined && this.selection.has(at) ? at : this.#start(page)
    this.#last = { id: start, index: start === null ? 0 : page.ids.indexOf(start) }
    this.selection.moveTo(this.around.noted() ?? start)
  }

  /**
   * Fetches the list again. What is under the cursor stays there, and what was just dealt with stays in place.
   *
   * @param digests whether the digests changed, so that whatever is in the list no more is gone
   */
  async reload({ digests }: Pick<Changed, 'digests'>): Promise<void> {
    const ref = this.ref
    if (!ref) return
    const page = await this.#load(ref, this.view)
    if (!page || !sameList(ref, this.ref)) return
    const { cursor, index } = this.selection
    if (index >= 0) this.#last = { id: cursor, index }
    this.rows.put(page.rows)
    const { view, ids } = page
    const stay = stayers(this.#dealtWith, {
      ref,
      view,
      ids,
      rowOf: this.rowOf,
      today: this.around.today(),
      digests
    })
    this.show(ref, page, mergeStable(this.ids, ids, stay))
    this.settle()
  }

  /** Looks at the list in another way from now on. */
  async look(view: ListView): Promise<void> {
    if (!this.ref) return
    this.showView(view)
    if (this.ref.kind !== 'search') void this.#client.call('papers.remember', { list: this.ref, view })
    await this.#renew(() => false)
  }

  /** Lets what was dealt with go where it belongs. The cursor goes on to what stays. */
  async refresh(): Promise<void> {
    const ref = this.ref
    if (!ref) return
    const ordered = isOrderedByMarks(ref, this.view.sort)
    await this.#renew((id) => ordered && this.#dealtWith.has(id))
  }

  /** Shows papers in another order, before the core knows of it; an answer from before is no news. */
  rearrange(ids: readonly PaperId[]): void {
    this.#request += 1
    this.showIds(ids)
  }

  /** Papers changed, here or elsewhere. True when the list itself may have changed and should be reloaded. */
  async changed({ papers, digests }: Changed): Promise<boolean> {
    const ref = this.ref
    await this.rows.refresh(papers)
    this.settle()
    if (!ref || digests || papers === 'all' || ref.kind === 'queue') return true
    const ordered = isOrderedByMarks(ref, this.view.sort)
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
    if (cursor !== null && (this.selection.has(cursor) || cursor === this.around.noted())) return
    const todo = this.#finished ? this.#firstFresh() : undefined
    this.#finished = false
    const { id, index } = this.#last
    const back = id !== null && this.selection.has(id) ? id : undefined
    const near = this.ids[Math.max(0, Math.min(index, this.ids.length - 1))]
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
    if (!this.around.autoAdvance()) return
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
    const ref = this.ref
    this.#request += 1
    const page = ref && (await this.#load(ref, this.view))
    if (!page) return
    const there = new Set(page.ids)
    const next = neighbour(this.ids, this.selection.cursor, (id) => there.has(id) && !moves(id))
    this.#dealtWith.clear()
    this.rows.put(page.rows)
    this.show(ref, page, page.ids)
    if (!this.finished) this.selection.moveTo(this.around.noted() ?? next ?? page.ids[0] ?? null)
    this.settle()
  }

  async #load(ref: ListRef, view: ListView | 'remembered'): Promise<Loaded | null> {
    const request = this.#request
    const answer = await loadList(this.#client, ref, view)
    if (request !== this.#request) return null
    if (answer.ok) return answer.value
    const isNew = !sameList(ref, this.ref)
    this.fail(ref, answer.error, isNew)
    if (isNew) this.selection.moveTo(null)
    return null
  }

  /** Where a list opens: at the remembered place, as long as a deck has nothing fresher. */
  #start({ ids, cursor }: ListPage): PaperId | null {
    const row = cursor === null ? undefined : this.rows.get(cursor)
    if (this.ref?.kind === 'deck' && !(row && isFresh(row, this.around.today())))
      return this.#firstFresh() ?? cursor ?? ids[0] ?? null
    return cursor ?? ids[0] ?? null
  }

  /** The first paper of a deck that was not looked at. */
  #firstFresh(): PaperId | undefined {
    return this.ref?.kind === 'deck' ? firstFresh(this.ids, this.rowOf, this.around.today()) : undefined
  }
}
