import type { PaperId, PaperRow } from '../../../contract/model.ts'
import type { Desk } from '../../desk.svelte.ts'
import { shortTitle } from '../../i18n/actions.ts'
import { m } from '../../i18n/generated/messages.js'

/** Of so many it is told how many have what; more are not fetched for that. */
const MOST_ROWS = 5000

/** The papers that an open picker is about: those selected when it was opened. */
export class PickedPapers {
  readonly ids: readonly PaperId[]
  readonly #desk: Desk
  readonly #end: () => void

  readonly rows: readonly (PaperRow | undefined)[] = $derived.by(() =>
    this.ids.map((id) => this.#desk.list.rows.get(id))
  )

  constructor(desk: Desk) {
    this.#desk = desk
    const { ids, end } = desk.triage.batch()
    this.ids = ids
    this.#end = end
    if (ids.length <= MOST_ROWS) desk.list.rows.want(ids)
  }

  /** "LayerPano3D", "12 papers". */
  get text(): string {
    const [row] = this.rows
    return this.ids.length === 1 && row ? shortTitle(row.title) : m.papers_count({ count: this.ids.length })
  }

  /** Closes the picker and goes on in the list. */
  close(): void {
    this.#desk.closeDialog()
    this.#end()
  }
}
