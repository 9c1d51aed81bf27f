import type { Client } from '../../../contract/client.ts'
import type { Result } from '../../../contract/errors.ts'
import type { QueueSummary } from '../../../contract/library.ts'
import { nameSchema, TO_READ_QUEUE_ID, type Color, type Day } from '../../../contract/model.ts'
import type { ActionResult } from '../../../contract/triage.ts'
import { queueName } from '../../i18n/names.ts'
import type { Library } from '../library/library.svelte.ts'

interface Surroundings {
  /** Tells what was done, with the way back, or why it was not. */
  tell: (answer: Result<ActionResult>) => void
  /** A queue is about to go. */
  leave: (id: number) => Promise<void>
}

/** What of a queue can be set in its dialog. */
export interface QueueDraft {
  name: string
  color: Color | null
  due: Day | null
}

/** What is being named or edited: a queue by its id, or one that is still to be made. */
export type Edited = number | 'new'

/** Why a name can't be had. */
export type NameProblem = 'empty' | 'taken'

const compared = (name: string): string => name.normalize('NFC').toLowerCase()

/** The user's queues: each change is one step that can be undone, and says so. */
export class Queues {
  readonly #client: Client
  readonly #library: Library
  readonly #around: Surroundings
  #naming = $state<Edited | null>(null)
  #inDialog = $state<Edited | null>(null)
  #wantsFocus = $state<number | null>(null)

  constructor(client: Client, library: Library, around: Surroundings) {
    this.#client = client
    this.#library = library
    this.#around = around
  }

  get all(): readonly QueueSummary[] {
    return this.#library.overview?.queues ?? []
  }

  /** Those besides To read. */
  get own(): readonly QueueSummary[] {
    return this.all.filter((queue) => !queue.builtIn)
  }

  /** What is being named in its place in the sidebar. */
  get naming(): Edited | null {
    return this.#naming
  }

  /** What the dialog is about; null while it is closed. */
  get inDialog(): Edited | null {
    return this.#inDialog
  }

  /** The queue whose entry in the sidebar is to have the focus as soon as it is there. */
  get wantsFocus(): number | null {
    return this.#wantsFocus
  }

  byId(id: number): QueueSummary | undefined {
    return this.all.find((queue) => queue.id === id)
  }

  startNaming(what: Edited): void {
    this.#naming = what
  }

  /** Ends the naming as it was; an entry that had the focus has it again. */
  stopNaming(): void {
    if (typeof this.#naming === 'number') this.#wantsFocus = this.#naming
    this.#naming = null
  }

  /** Ends the naming where the focus has gone elsewhere. */
  leaveNaming(): void {
    this.#naming = null
  }

  openDialog(what: Edited): void {
    this.#inDialog = what
  }

  closeDialog(): void {
    this.#inDialog = null
  }

  focus(id: number): void {
    this.#wantsFocus = id
  }

  /** To be told by the entry that took the focus. */
  focused(): void {
    this.#wantsFocus = null
  }

  /** Why a queue can't be called so; null where it can. To read has its name in both languages. */
  nameProblem(name: string, what: Edited): NameProblem | null {
    const parsed = nameSchema.safeParse(name)
    if (!parsed.success) return 'empty'
    const taken = this.all.some(
      (queue) =>
        queue.id !== what &&
        [queue.name, queueName(queue)].some((other) => compared(other) === compared(parsed.data))
    )
    return taken ? 'taken' : null
  }

  /** Names what is being named; says why not where that can't be. */
  async name(name: string): Promise<NameProblem | null> {
    const what = this.#naming
    if (what === null) return null
    const known = what === 'new' ? undefined : this.byId(what)
    if (known && name.trim() === known.name) {
      this.stopNaming()
      return null
    }
    const problem = this.nameProblem(name, what)
    if (problem) return problem
    const id = what === 'new' ? await this.#create({ name }) : await this.#rename(what, name)
    if (id === 'conflict') return 'taken'
    this.#naming = null
    if (id !== null) this.#wantsFocus = id
    return null
  }

  /** Takes what was set in the dialog, each change a step of its own; says why not where the name can't be had. */
  async save(draft: QueueDraft): Promise<NameProblem | null> {
    const what = this.#inDialog
    if (what === null) return null
    const known = what === 'new' ? undefined : this.byId(what)
    const renames = what === 'new' || (known?.builtIn === false && draft.name.trim() !== known.name)
    const problem = renames ? this.nameProblem(draft.name, what) : null
    if (problem) return problem
    const named =
      what === 'new' ? await this.#create(draft) : renames ? await this.#rename(what, draft.name) : what
    if (named === 'conflict') return 'taken'
    this.#inDialog = null
    if (named === null) return null
    if (known && draft.color !== known.color) await this.setColor(named, draft.color)
    if (draft.due !== (known?.due ?? null)) await this.setDue(named, draft.due)
    this.#wantsFocus = named
    return null
  }

  async setColor(id: number, color: Color | null): Promise<void> {
    await this.#do(this.#client.call('queues.setColor', { id, color }))
  }

  async setDue(id: number, due: Day | null): Promise<void> {
    await this.#do(this.#client.call('queues.setDue', { id, due }))
  }

  /** Puts an own queue before another one; null: last. */
  async move(id: number, before: number | null): Promise<void> {
    const { own } = this
    const at = own.findIndex((queue) => queue.id === id)
    // Where it is already.
    if (id === before || (own[at + 1]?.id ?? null) === before) return
    await this.#do(this.#client.call('queues.move', { id, before }))
  }

  /** One place up (-1) or down (1) among the own queues. */
  async moveBy(id: number, steps: 1 | -1): Promise<void> {
    const { own } = this
    const at = own.findIndex((queue) => queue.id === id)
    const to = at + steps
    if (at < 0 || to < 0 || to >= own.length) return
    const before = own[steps === 1 ? to + 1 : to]?.id ?? null
    await this.move(id, before)
    this.#wantsFocus = id
  }

  /** Deletes at once; the toast is the way back. */
  async delete(id: number): Promise<void> {
    const { own } = this
    const at = own.findIndex((queue) => queue.id === id)
    if (at < 0) return
    const neighbour = own[at + 1] ?? own[at - 1]
    await this.#around.leave(id)
    const done = await this.#do(this.#client.call('queues.delete', { id }))
    if (done) this.#wantsFocus = neighbour?.id ?? TO_READ_QUEUE_ID
  }

  async #create(draft: { name: string; color?: Color | null }): Promise<number | 'conflict' | null> {
    const { name, color = null } = draft
    const answer = await this.#client.call('queues.create', { name, color })
    if (!answer.ok && answer.error.code === 'conflict') return 'conflict'
    const done = await this.#do(Promise.resolve(answer))
    return done && answer.ok ? answer.value.id : null
  }

  async #rename(id: number, name: string): Promise<number | 'conflict' | null> {
    const answer = await this.#client.call('queues.rename', { id, name })
    if (!answer.ok && answer.error.code === 'conflict') return 'conflict'
    return (await this.#do(Promise.resolve(answer))) ? id : null
  }

  /** Waits for an action and tells it; whether it was done. */
  async #do(asked: Promise<Result<ActionResult>>): Promise<boolean> {
    const answer = await asked
    if (answer.ok) await this.#library.refresh()
    this.#around.tell(answer)
    return answer.ok
  }
}
