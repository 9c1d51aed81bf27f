import type { Client } from '../../../contract/client.ts'
import type { Result } from '../../../contract/errors.ts'
import type { Day, PaperId, Rating, Status } from '../../../contract/model.ts'
import type { ActionResult, ActionSummary } from '../../../contract/triage.ts'
import { actionText, stepText } from '../../i18n/actions.ts'
import { m } from '../../i18n/generated/messages.js'
import { cap } from '../keyboard/caps.ts'
import type { PaperList } from '../papers/list.svelte.ts'
import type { RowMarks } from '../papers/rows.svelte.ts'
import { inQueue, outOfQueue, snoozedUntil, tagged, untagged, withStatus, type Change } from './marks.ts'
import type { ToastAction, Toasts } from './toasts.svelte.ts'

/** Papers that a picker works on, as they were selected when it was opened. */
export interface Batch {
  readonly ids: readonly PaperId[]
  /** Goes on in the list where they were dealt with meanwhile. */
  readonly end: () => void
}

/** Whether a step was done to papers that the user had selected, rather than to what Paperdeck proposed or moved. */
const isOfSelection = (step: ActionSummary | null): boolean =>
  step !== null && !['catch-up', 'rule-apply', 'arrange'].includes(step.kind)

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
    if (ids.length === 0) return
    const left = this.#list.progress?.left ?? 0
    // What is snoozed is in the inbox, too, but not as one that was brought back is.
    const done = this.#all(ids, (marks) => marks.status === status && marks.snoozedUntil === null)
      ? undefined
      : this.#do(ids, withStatus(status), () => this.#client.call('triage.setStatus', { ids, status }))
    this.#leaveMarks(ids)
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
    await this.#do(
      ids,
      () => ({ starred }),
      () => this.#client.call('triage.setStarred', { ids, starred })
    )
  }

  /** null clears the rating. */
  async rate(rating: Rating | null): Promise<void> {
    const ids = this.#list.selection.targets
    if (ids.length === 0) return
    await this.#do(
      ids,
      () => ({ rating }),
      () => this.#client.call('triage.rate', { ids, rating })
    )
  }

  /** The selection as it is now, for an action that is still to be chosen. */
  batch(): Batch {
    const ids = this.#list.selection.targets
    const left = this.#list.progress?.left ?? 0
    const before = new Map(ids.map((id) => [id, this.#list.rows.get(id)]))
    // Several papers that only went into a queue stay selected, for what is to be done with them next.
    const several = this.#list.selection.marked.size > 0
    const isDealtWith = (id: PaperId): boolean => {
      const [was, is] = [before.get(id), this.#list.rows.get(id)]
      if (!was || !is || (was.status === is.status && was.snoozedUntil === is.snoozedUntil)) return false
      return is.snoozedUntil !== null || (is.status !== 'inbox' && !several)
    }
    return {
      ids,
      end: () => {
        if (!ids.some(isDealtWith)) return
        this.#leaveMarks(ids)
        this.#list.advance(left)
      }
    }
  }

  /** Away until a day after today; null brings papers back. */
  async snooze(ids: readonly PaperId[], until: Day | null): Promise<void> {
    await this.#do(ids, snoozedUntil(until), () =>
      this.#client.call('triage.snooze', { ids: [...ids], until })
    )
  }

  async addTag(ids: readonly PaperId[], tag: string): Promise<void> {
    await this.#do(ids, tagged(tag), () => this.#client.call('tags.add', { ids: [...ids], tag }))
  }

  async removeTag(ids: readonly PaperId[], tag: string): Promise<void> {
    await this.#do(ids, untagged(tag), () => this.#client.call('tags.remove', { ids: [...ids], tag }))
  }

  async enqueue(ids: readonly PaperId[], queueId: number): Promise<void> {
    await this.#do(ids, inQueue(queueId), () =>
      this.#client.call('queues.add', { id: queueId, ids: [...ids] })
    )
  }

  async dequeue(ids: readonly PaperId[], queueId: number): Promise<void> {
    await this.#do(ids, outOfQueue(queueId), () =>
      this.#client.call('queues.remove', { id: queueId, ids: [...ids] })
    )
  }

  /** Makes a queue and puts papers in it. */
  async enqueueInNew(ids: readonly PaperId[], name: string): Promise<void> {
    const made = await this.#client.call('queues.create', { name })
    if (made.ok) await this.enqueue(ids, made.value.id)
    else this.#toasts.fail(made.error)
  }

  /** Skips what was missed. */
  async catchUp(skip: readonly PaperId[]): Promise<boolean> {
    return this.#do(skip, withStatus('skipped'), () =>
      this.#client.call('triage.catchUp', { skip: [...skip] })
    )
  }

  async undo(): Promise<void> {
    this.#takeStep(await this.#client.call('triage.undo', {}), 'undo')
  }

  async redo(): Promise<void> {
    this.#takeStep(await this.#client.call('triage.redo', {}), 'redo')
  }

  /** Tells what was done, with its way back, or why it was not. */
  tell(answer: Result<ActionResult>): void {
    if (!answer.ok) {
      this.#toasts.fail(answer.error)
      return
    }
    const { action } = answer.value
    if (action) this.#toasts.say(() => actionText(action), this.#wayBack(action, 'newest'))
  }

  /**
   * Tells what rules did to papers that arrived, after what is being told.
   * @param showHistory where the steps of several rules are found
   */
  tellRules(steps: readonly ActionSummary[], showHistory: () => void): void {
    const [step] = steps
    if (!step) return
    if (steps.length === 1) this.#toasts.tell(() => actionText(step), this.#wayBack(step, 'any'))
    else
      this.#toasts.tell(() => m.rules_did_apply({ count: steps.length }), {
        label: () => m.history(),
        run: showHistory
      })
  }

  /** Takes back a step, whichever came after it. @param told false: whoever asks tells of it */
  async undoStep(wanted: ActionSummary, told = true): Promise<Result<ActionResult>> {
    const answer = await this.#client.call('history.undo', { step: wanted.step })
    this.#takeStep(answer, 'undo', wanted, told)
    return answer
  }

  /** Does a step again. @param told false: whoever asks tells of it */
  async redoStep(wanted: ActionSummary, told = true): Promise<Result<ActionResult>> {
    const answer = await this.#client.call('history.redo', { step: wanted.step })
    this.#takeStep(answer, 'redo', wanted, told)
    return answer
  }

  /** Shows what undoing or redoing a step gave, and tells it. */
  #takeStep(answer: Result<ActionResult>, way: 'undo' | 'redo', wanted?: ActionSummary, told = true): void {
    if (!answer.ok) {
      if (told) this.#toasts.fail(answer.error)
      return
    }
    const { papers, conflicts, action } = answer.value
    this.#list.keep(papers.map((row) => row.id))
    this.#list.rows.takeMarks(papers)
    const restored = papers.map((row) => row.id).filter((id) => this.#list.selection.has(id))
    if (way === 'undo' && restored.length > 1 && isOfSelection(answer.value.action))
      this.#list.selection.mark(restored)
    else if (restored[0] !== undefined) this.#list.selection.select(restored[0])
    const text = (): string | null => stepText(answer.value, way, wanted ?? action)
    if (!told || text() === null) return
    const isWhole = action !== null && conflicts === 0
    const back = isWhole && way === 'undo' ? this.#wayForth(action) : undefined
    const again = isWhole && way === 'redo' ? this.#wayBack(action, wanted ? 'any' : 'newest') : undefined
    this.#toasts.say(() => text() ?? '', back ?? again)
  }

  /** The way back from this step, whatever was done since. By key it is the newest that is taken back. */
  #wayBack(step: ActionSummary, place: 'newest' | 'any'): ToastAction {
    const run = (): void => void this.undoStep(step)
    return { label: () => m.undo(), run, ...(place === 'newest' && { key: cap('undo') }) }
  }

  #wayForth(step: ActionSummary): ToastAction {
    return { label: () => m.redo(), key: cap('redo'), run: () => void this.redoStep(step) }
  }

  #all(ids: readonly PaperId[], holds: (marks: RowMarks) => boolean): boolean {
    return ids.every((id) => {
      const row = this.#list.rows.get(id)
      return row !== undefined && holds(row)
    })
  }

  /** What was marked is dealt with; the cursor goes to its end, to go on from there. */
  #leaveMarks(ids: readonly PaperId[]): void {
    const last = ids.at(-1)
    if (this.#list.selection.clear() && last !== undefined && last !== this.#list.ids.at(-1))
      this.#list.selection.moveTo(last)
  }

  async #do(
    ids: readonly PaperId[],
    change: Change,
    ask: () => Promise<Result<ActionResult>>
  ): Promise<boolean> {
    if (ids.length === 0) return false
    this.#list.keep(ids)
    const guess = this.#list.rows.guess(ids, change)
    const answer = await ask()
    if (answer.ok) {
      guess.settle(answer.value.papers)
    } else {
      const finished = this.#list.finished
      guess.rollback()
      // The deck is not finished after all.
      if (finished && ids[0] !== undefined) this.#list.selection.select(ids[0])
    }
    this.tell(answer)
    return answer.ok
  }
}
