import type { PaperId } from '../../../contract/model.ts'

const NONE: ReadonlySet<PaperId> = new Set()

/** Where the cursor is in a list, and which papers are marked for one action: one of them, or fifty thousand. */
export class Selection {
  readonly #ids: () => readonly PaperId[]
  readonly #onMove: (id: PaperId | null) => void
  readonly #places: ReadonlyMap<PaperId, number> = $derived.by(() => this.#index())
  /** Replaced rather than changed: what shows a row asks for one paper, and a change of many is one. */
  #marked = $state.raw(NONE)
  #cursor = $state<PaperId | null>(null)
  /** Where a range that is being extended began. */
  #anchor: PaperId | null = null
  /** What was marked when that range began, and stays so. */
  #beside = NONE

  constructor(ids: () => readonly PaperId[], onMove: (id: PaperId | null) => void) {
    this.#ids = ids
    this.#onMove = onMove
  }

  get cursor(): PaperId | null {
    return this.#cursor
  }

  get marked(): ReadonlySet<PaperId> {
    return this.#marked
  }

  /** The cursor's place in the list, -1 without one. */
  get index(): number {
    return this.#cursor === null ? -1 : (this.#places.get(this.#cursor) ?? -1)
  }

  /** What an action applies to: the marked papers in list order, else the one under the cursor. */
  get targets(): PaperId[] {
    const marked = this.#marked
    if (marked.size > 0) return this.#ids().filter((id) => marked.has(id))
    return this.#cursor === null ? [] : [this.#cursor]
  }

  has(id: PaperId): boolean {
    return this.#places.has(id)
  }

  /** Puts the cursor on a paper and leaves the marks alone. */
  moveTo(id: PaperId | null): void {
    this.#anchor = id
    this.#beside = this.#marked
    this.#setCursor(id)
  }

  /** Puts the cursor on a paper and forgets the marks, as a plain click does. */
  select(id: PaperId): void {
    this.clear()
    this.moveTo(id)
  }

  /** Moves by rows; false at either end. */
  step(rows: number): boolean {
    return this.#moveToIndex(this.index + rows, (id) => this.moveTo(id))
  }

  first(): void {
    this.moveTo(this.#ids()[0] ?? null)
  }

  last(): void {
    this.moveTo(this.#ids().at(-1) ?? null)
  }

  /** Adds a paper to what is selected, which without marks is the one under the cursor, or takes it away. */
  pick(id: PaperId): void {
    if (this.#marked.size === 0 && this.#cursor !== null && this.has(this.#cursor))
      this.#marked = new Set([this.#cursor])
    this.toggle(id)
  }

  toggle(id: PaperId): void {
    const marked = new Set(this.#marked)
    if (!marked.delete(id)) marked.add(id)
    this.#marked = marked
    this.moveTo(id)
  }

  /** Moves the cursor by rows and adds everything from where the range began to what is marked. */
  extend(rows: number): void {
    this.#moveToIndex(this.index + rows, (id) => this.extendTo(id))
  }

  extendTo(id: PaperId): void {
    if (this.#anchor === null || !this.has(this.#anchor)) {
      this.#anchor = this.#cursor ?? id
      this.#beside = this.#marked
    }
    const ends = [this.#places.get(this.#anchor) ?? 0, this.#places.get(id) ?? 0]
    const range = this.#ids().slice(Math.min(...ends), Math.max(...ends) + 1)
    this.#marked = new Set([...[...this.#beside].filter((kept) => this.has(kept)), ...range])
    this.#setCursor(id)
  }

  markAll(): void {
    this.#mark(new Set(this.#ids()))
  }

  /** Marks those of some papers that are in the list, and goes to the first of them. */
  mark(ids: readonly PaperId[]): void {
    const wanted = new Set(ids)
    const there = this.#ids().filter((id) => wanted.has(id))
    this.#mark(new Set(there))
    if (there[0] !== undefined) this.moveTo(there[0])
  }

  /** True when there were marks to forget. A range that is extended begins anew. */
  clear(): boolean {
    const had = this.#marked.size > 0
    this.#mark(NONE)
    return had
  }

  /** After the list changed: drops marks that left it. */
  dropMissing(): void {
    const marked = this.#marked
    if (marked.size === 0) return
    const left = new Set(this.#ids().filter((id) => marked.has(id)))
    if (left.size < marked.size) this.#marked = left
  }

  #mark(marked: ReadonlySet<PaperId>): void {
    this.#marked = this.#beside = marked
    this.#anchor = this.#cursor
  }

  #index(): Map<PaperId, number> {
    return new Map(this.#ids().map((id, index) => [id, index]))
  }

  #moveToIndex(index: number, move: (id: PaperId) => void): boolean {
    const ids = this.#ids()
    const id = ids[Math.max(0, Math.min(index, ids.length - 1))]
    if (id === undefined || id === this.#cursor) return false
    move(id)
    return true
  }

  #setCursor(id: PaperId | null): void {
    this.#cursor = id
    this.#onMove(id)
  }
}
