import type { Client } from '../../../contract/client.ts'
import type { AppError } from '../../../contract/errors.ts'
import type { DeckSummary } from '../../../contract/library.ts'
import { plainView, type ListRef, type ListView } from '../../../contract/lists.ts'
import type { PaperId, PaperRow } from '../../../contract/model.ts'
import { alone, type Around } from './around.ts'
import { isFaded, isFiltering } from './belongs.ts'
import type { Loaded } from './load.ts'
import { deckProgress } from './progress.ts'
import { RowStore } from './rows.svelte.ts'

/** What of a list is on screen, and how far it is where it is a deck. */
export class ShownList {
  readonly rows: RowStore
  protected readonly around: Around
  #ref = $state.raw<ListRef | null>(null)
  #ids = $state.raw<readonly PaperId[]>([])
  #whole = $state.raw<readonly PaperId[]>([])
  #view = $state.raw<ListView>(plainView)
  #hidden = $state(0)
  #error = $state.raw<AppError | null>(null)
  #loaded = $state(false)
  protected readonly rowOf = (id: PaperId): PaperRow | undefined => this.rows.get(id)

  /** How far the deck is, from the rows themselves: null until all are here, and for other lists. */
  readonly progress: DeckSummary | null = $derived.by(() =>
    this.#ref?.kind === 'deck'
      ? deckProgress(this.#ref.day, this.#whole, this.rowOf, this.around.today())
      : null
  )

  constructor(client: Client, around: Partial<Around>) {
    this.rows = new RowStore(client)
    this.around = { ...alone, ...around }
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

  /** Whether this is a deck with papers, and all of them are dealt with. */
  get complete(): boolean {
    return this.progress !== null && this.progress.total > 0 && this.progress.left === 0
  }

  /** Whether this is a deck whose papers are all gone. */
  get isEmptyDeck(): boolean {
    return this.#loaded && this.#ref?.kind === 'deck' && this.#whole.length === 0
  }

  /** Whether a paper is shown greyed: it was dealt with, or belongs here no more and only stays in place. */
  isFaded(row: PaperRow): boolean {
    return this.#ref !== null && isFaded(this.#ref, this.#view.filter, row, this.around.today())
  }

  protected show(ref: ListRef, { view, hidden, whole }: Loaded, ids: readonly PaperId[]): void {
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

  /** Shows that a list could not be loaded; one that was on screen stays, for when that is over. */
  protected fail(ref: ListRef, error: AppError, isNew: boolean): void {
    this.#error = error
    if (!isNew) return
    this.rows.reset(null, [])
    this.#ref = ref
    this.#ids = this.#whole = []
    this.#hidden = 0
  }

  protected showView(view: ListView): void {
    this.#view = view
  }

  protected showIds(ids: readonly PaperId[]): void {
    this.#ids = ids
  }
}
