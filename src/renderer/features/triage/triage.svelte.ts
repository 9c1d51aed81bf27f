import type { Client } from '../../../contract/client.ts'
import type { Result } from '../../../contract/errors.ts'
import type { ActionResult, PaperId, Rating, Status } from '../../../contract/model.ts'
import { actionText } from '../../i18n/actions.ts'
import { m } from '../../i18n/generated/messages.js'
import type { PaperList } from '../papers/list.svelte.ts'
import type { RowMarks } from '../papers/rows.svelte.ts'
import type { Toasts } from './toasts.svelte.ts'

/** What the user does to papers: shown at once, put right by the core, always with the way back. */
export class Triage {
  readonly #client: Client
  readonly #list: PaperList
  readonly #toasts: Toasts

  constructor(client: Client, list: PaperList, toasts: Toasts) {
    this.#client = client
    this.#list = list
    this.#toasts = toasts
  }

  /**
   * Gives the selection a status and goes on, also where it has that status already: a key pressed once too often
   * takes nothing back. What is put back to the inbox is to be looked at, so that stays.
   */
  async setStatus(status: Status): Promise<void> {
    const ids = this.#list.selection.targets
    const last = ids.at(-1)
    if (last === undefined) return
    const left = this.#list.progress?.left ?? 0
    const done = this.#all(ids, (marks) => marks.status === status)
      ? undefined
      : this.#do(ids, { status }, () => this.#client.call('triage.setStatus', { ids, status }))
    if (this.#list.selection.clear() && last !== this.#list.ids.at(-1)) this.#list.selection.moveTo(last)
    if (status !== 'inbox') this.#list.advance(left)
    await done
  }

  /** What a button that shows a status does: gives it, or takes it back where all of the selection has it. */
  async toggleStatus(status: Exclude<Status, 'inbox'>): Promise<void> {
    const on = this.#all(this.#list.selection.targets, (marks) => marks.status === status)
    await this.setStatus(on ? 'inbox' : status)
  }

  async toggleStar(): Promise<void> {
    const ids = this.#list.selection.targets
    if (ids.length === 0) return
    const starred = !this.#all(ids, (marks) => marks.starred)
    await this.#do(ids, { starred }, () => this.#client.call('triage.setStarred', { ids, starred }))
  }

  /** null clears the rating. */
  async rate(rating: Rating | null): Promise<void> {
    const ids = this.#list.selection.targets
    if (ids.length === 0) return
    await this.#do(ids, { rating }, () => this.#client.call('triage.rate', { ids, rating }))
  }

  async undo(): Promise<void> {
    this.#takeStep(await this.#client.call('triage.undo', {}), 'undo')
  }

  async redo(): Promise<void> {
    this.#takeStep(await this.#client.call('triage.redo', {}), 'redo')
  }

  #all(ids: readonly PaperId[], holds: (marks: RowMarks) => boolean): boolean {
    return ids.every((id) => {
      const row = this.#list.rows.get(id)
      return row !== undefined && holds(row)
    })
  }

  async #do(
    ids: readonly PaperId[],
    marks: Partial<RowMarks>,
    ask: () => Promise<Result<ActionResult>>
  ): Promise<void> {
    this.#list.keep(ids)
    const guess = this.#list.rows.guess(ids, marks)
    const answer = await ask()
    if (!answer.ok) {
      const finished = this.#list.finished
      guess.rollback()
      // The deck is not finished after all.
      if (finished && ids[0] !== undefined) this.#list.selection.select(ids[0])
      this.#toasts.fail(answer.error)
      return
    }
    guess.settle(answer.value.papers)
    const { action } = answer.value
    if (action) {
      this.#toasts.say(() => actionText(action), {
        label: () => m.undo(),
        key: 'U',
        run: () => void this.undo()
      })
    }
  }

  #takeStep(answer: Result<ActionResult>, way: 'undo' | 'redo'): void {
    if (!answer.ok) {
      this.#toasts.fail(answer.error)
      return
    }
    const { action, papers, conflicts } = answer.value
    this.#list.keep(papers.map((row) => row.id))
    this.#list.rows.takeMarks(papers)
    const restored = papers.find((row) => this.#list.selection.has(row.id))
    if (restored) this.#list.selection.select(restored.id)
    if (conflicts > 0) this.#toasts.say(() => m.undo_conflicts({ count: conflicts }))
    else if (action && way === 'undo') {
      this.#toasts.say(() => m.undone({ what: actionText(action) }), {
        label: () => m.redo(),
        key: '⇧U',
        run: () => void this.redo()
      })
    } else if (action) {
      this.#toasts.say(() => m.redone({ what: actionText(action) }), {
        label: () => m.undo(),
        key: 'U',
        run: () => void this.undo()
      })
    }
  }
}
