import type { Client } from '../../../contract/client.ts'
import type { ActionSummary } from '../../../contract/triage.ts'
import { actionText } from '../../i18n/actions.ts'
import { m } from '../../i18n/generated/messages.js'
import { cap } from '../keyboard/caps.ts'
import type { Toasts } from '../triage/toasts.svelte.ts'
import { arranged, dropAt, stepMove, type Move } from './arrange.ts'
import type { PaperList } from './list.svelte.ts'

interface Ways {
  undo: (step: ActionSummary) => void
  /** Shows the queue in its own order. */
  sortByHand: () => void
}

/** The order of a queue by hand: shown at once, kept by the core, with the way back. */
export class Arranger {
  readonly #client: Client
  readonly #list: PaperList
  readonly #toasts: Toasts
  readonly #ways: Ways

  constructor(client: Client, list: PaperList, toasts: Toasts, ways: Ways) {
    this.#client = client
    this.#list = list
    this.#toasts = toasts
    this.#ways = ways
  }

  /** Whether the order on screen is one that can be changed by hand. */
  get possible(): boolean {
    const { by, descending } = this.#list.view.sort
    return this.#list.ref?.kind === 'queue' && by === 'list' && !descending
  }

  /** Moves the selection one place up or down; papers that are apart come together. */
  async step(way: 'up' | 'down'): Promise<void> {
    if (this.#explain()) return
    await this.#move(stepMove(this.#list.ids, new Set(this.#list.selection.targets), way))
  }

  /** Puts papers before a place of the list, its length: at the end. */
  async drop(papers: ReadonlySet<number>, place: number): Promise<void> {
    if (this.possible) await this.#move(dropAt(this.#list.ids, papers, place))
  }

  async #move(move: Move | null): Promise<void> {
    const { ref } = this.#list
    if (!move || ref?.kind !== 'queue') return
    this.#list.rearrange(arranged(this.#list.ids, move.ids, move.before))
    const answer = await this.#client.call('queues.arrange', { id: ref.queueId, ...move })
    if (!answer.ok) {
      this.#toasts.fail(answer.error)
      await this.#list.reload({ digests: false })
      return
    }
    const { action } = answer.value
    if (action)
      this.#toasts.say(() => actionText(action), {
        label: () => m.undo(),
        key: cap('undo'),
        run: () => this.#ways.undo(action)
      })
  }

  /** Says why nothing can be moved here; true where that is so. */
  #explain(): boolean {
    if (this.possible) return false
    if (this.#list.ref?.kind === 'queue')
      this.#toasts.say(() => m.arrange_sorted(), {
        label: () => m.sort_list_queue(),
        run: this.#ways.sortByHand
      })
    else this.#toasts.say(() => m.arrange_no_queue())
    return true
  }
}
