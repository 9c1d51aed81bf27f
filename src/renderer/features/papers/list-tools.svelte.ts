import { plainView, type Filter, type Sort } from '../../../contract/lists.ts'
import type { Status } from '../../../contract/model.ts'
import { m } from '../../i18n/generated/messages.js'
import type { Toasts } from '../triage/toasts.svelte.ts'
import type { PaperList } from './list.svelte.ts'

export type SortKey = Sort['by']
export type ListTool = 'filter' | 'sort'

/** What one most likely wants first: most votes, newest, best rated, last changed. */
const descendingFirst: Record<SortKey, boolean> = {
  list: false,
  votes: true,
  date: true,
  title: false,
  rating: true,
  status: true
}

/** How the list is filtered and sorted by the user, and which of the two is open to be changed. */
export class ListTools {
  readonly #list: PaperList
  readonly #toasts: Toasts
  #open = $state<ListTool | null>(null)

  constructor(list: PaperList, toasts: Toasts) {
    this.#list = list
    this.#toasts = toasts
  }

  get open(): ListTool | null {
    return this.#open
  }

  show(tool: ListTool): void {
    if (this.#list.ref) this.#open = tool
  }

  close(): void {
    this.#open = null
  }

  get filter(): Filter {
    return this.#list.view.filter
  }

  get sort(): Sort {
    return this.#list.view.sort
  }

  /** Whether the list is in the order that it has by itself. */
  get isSorted(): boolean {
    return this.sort.by !== 'list' || this.sort.descending
  }

  set(change: Partial<Filter>): void {
    void this.#list.look({ ...this.#list.view, filter: { ...this.filter, ...change } })
  }

  toggleStatus(status: Status): void {
    this.set({ statuses: toggled(this.filter.statuses, status) })
  }

  toggleTag(tag: string): void {
    this.set({ tags: toggled(this.filter.tags, tag) })
  }

  /** The first and last day; where they cross, the other one follows. */
  setDays(change: Partial<Pick<Filter, 'from' | 'to'>>): void {
    const { from, to } = { ...this.filter, ...change }
    if (from === null || to === null || from <= to) this.set({ from, to })
    else if (change.from !== undefined) this.set({ from, to: from })
    else this.set({ from: to, to })
  }

  /** Sorts by something, its most useful end first. */
  sortBy(by: SortKey): void {
    this.setSort({ by, descending: descendingFirst[by] })
  }

  setSort(sort: Sort): void {
    void this.#list.look({ ...this.#list.view, sort })
  }

  /** Shows everything again; true where anything was hidden. One key does it, so another brings the filter back. */
  clear(): boolean {
    if (!this.#list.isFiltered) return false
    const before = this.filter
    const { ref } = this.#list
    this.set(plainView.filter)
    this.#toasts.say(() => m.filter_cleared(), {
      label: () => m.filter_restore(),
      run: () => {
        if (this.#list.ref === ref) this.set(before)
      }
    })
    return true
  }
}

const toggled = <Item>(items: readonly Item[], item: Item): Item[] =>
  items.includes(item) ? items.filter((one) => one !== item) : [...items, item]
