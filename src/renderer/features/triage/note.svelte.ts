import { MAX_NOTE_LENGTH } from '../../../contract/calls.ts'
import type { Client } from '../../../contract/client.ts'
import type { Paper, PaperId } from '../../../contract/model.ts'
import type { ActionResult } from '../../../contract/triage.ts'
import { join, saveNote } from './save-note.ts'

export type NoteState = 'clean' | 'typing' | 'saving' | 'saved' | 'failed' | 'too-long'

type NotedPaper = Pick<Paper, 'id' | 'title' | 'note'>

interface Unsaved {
  text: string
  /** Typed before the paper's own note had come: it goes behind that one. */
  behind: boolean
  title: string
  session: string
  state: 'sending' | 'failed' | 'too-long'
}

interface NoteHooks {
  onSaved: (result: ActionResult) => void
  /** A note was changed elsewhere in the meantime, and now holds both texts. */
  onMerged: () => void
  /** A note could not be saved while another paper is already on screen. */
  onFailedElsewhere: (title: string, why: 'failed' | 'too-long') => void
}

/** Waits this long after the last key, so that a pause in typing is saved within the second. */
export const SAVE_DELAY_MS = 600

const newSession = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`

/** The note of the paper on screen. It saves itself, in order, and never gives up typed text. */
export class NoteEditor {
  readonly #client: Client
  readonly #hooks: NoteHooks
  /** Texts on their way to the core, or refused by it. */
  readonly #unsaved = new Map<PaperId, Unsaved>()
  /** What the core had when a text was begun, or has since it was saved; for telling others' changes from ours. */
  readonly #bases = new Map<PaperId, string>()
  /** Texts that were sent and not answered: whether they were saved is not known. */
  readonly #unanswered = new Map<PaperId, string>()
  #paper = $state.raw<Pick<NotedPaper, 'id' | 'title'> | null>(null)
  /** Whether the paper's own note has come. */
  #known = false
  #text = $state('')
  #state = $state<NoteState>('clean')
  #session = newSession()
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<void> = Promise.resolve()

  constructor(client: Client, hooks: NoteHooks) {
    this.#client = client
    this.#hooks = hooks
  }

  get text(): string {
    return this.#text
  }

  get state(): NoteState {
    return this.#state
  }

  get paperId(): PaperId | null {
    return this.#paper?.id ?? null
  }

  /** Whether all that was typed is saved, is on its way, or can't be saved as things are. */
  get unsaved(): 'none' | 'pending' | 'stuck' {
    const states = [this.#state, ...[...this.#unsaved.values()].map(({ state }) => state)]
    if (states.includes('failed') || states.includes('too-long')) return 'stuck'
    return states.includes('typing') || states.includes('sending') ? 'pending' : 'none'
  }

  /** Turns to the paper under the cursor, while it is still being fetched: what is typed now is meant for it. */
  expect(paper: Pick<NotedPaper, 'id' | 'title'>): void {
    if (paper.id !== this.#paper?.id) this.#turnTo(paper)
  }

  /** Takes the paper on screen; again with the same one when it was fetched anew. */
  show(paper: NotedPaper | null): void {
    if (paper === null || paper.id !== this.#paper?.id) this.#turnTo(paper)
    if (paper && this.#known) this.#takeStored(paper)
    else if (paper) this.#takeFirst(paper)
  }

  /** A new stay in the field: its saves become one undo step. */
  focus(): void {
    this.#session = newSession()
  }

  type(text: string): void {
    this.#text = text
    clearTimeout(this.#timer)
    if (text.length > MAX_NOTE_LENGTH) {
      this.#state = 'too-long'
      return
    }
    this.#state = 'typing'
    if (this.#known) this.#timer = setTimeout(() => void this.flush(), SAVE_DELAY_MS)
  }

  /** Sends what was typed now, and what failed before; done when the core has answered. */
  async flush(): Promise<void> {
    if (this.#known) this.#saveNow()
    await this.#sending
  }

  /** Tries again to save every note that failed, such as after a lost connection. */
  async retry(): Promise<void> {
    for (const [id, unsaved] of this.#unsaved) {
      if (unsaved.state === 'failed' && id !== this.#paper?.id) this.#enqueue(id, unsaved)
    }
    await this.flush()
  }

  #saveNow(): void {
    clearTimeout(this.#timer)
    if (!this.#paper || (this.#state !== 'typing' && this.#state !== 'failed')) return
    this.#state = 'saving'
    this.#enqueue(this.#paper.id, this.#typed(this.#paper))
  }

  #typed({ title }: Pick<NotedPaper, 'title'>): Unsaved {
    return { text: this.#text, behind: !this.#known, title, session: this.#session, state: 'sending' }
  }

  #enqueue(id: PaperId, typed: Unsaved): void {
    const unsaved: Unsaved = { ...typed, state: 'sending' }
    this.#unsaved.set(id, unsaved)
    this.#sending = this.#sending.then(() => this.#send(id, unsaved))
  }

  async #send(id: PaperId, unsaved: Unsaved): Promise<void> {
    const base = this.#bases.get(id)
    const sentBefore = this.#unanswered.get(id)
    const outcome = await saveNote(this.#client, { ...unsaved, id, base, sentBefore })
    const onScreen = this.#paper?.id === id
    const newest = this.#unsaved.get(id) === unsaved
    const shownAsSent = onScreen && newest && this.#state === 'saving'
    if (outcome.kind === 'failed') {
      if (outcome.sent !== undefined) this.#unanswered.set(id, outcome.sent)
    } else {
      this.#unanswered.delete(id)
      this.#bases.set(id, outcome.base)
      const later = this.#unsaved.get(id)
      // Whatever was typed on meanwhile stands below what someone else wrote, too.
      if (later && !newest) later.text = join(outcome.theirs, later.text, '\n\n')
      if (shownAsSent) this.#text = outcome.text
      else if (onScreen) this.#text = join(outcome.theirs, this.#text, '\n\n')
      if (outcome.theirs !== '') this.#hooks.onMerged()
    }
    if (outcome.kind === 'saved') {
      if (newest) this.#unsaved.delete(id)
      if (newest && !onScreen) this.#bases.delete(id)
      if (shownAsSent) this.#state = 'saved'
      this.#hooks.onSaved(outcome.result)
      return
    }
    if (!newest) return
    if (onScreen && !shownAsSent) return
    this.#unsaved.set(id, {
      ...unsaved,
      ...(outcome.kind === 'too-long' && { text: outcome.text }),
      state: outcome.kind
    })
    if (onScreen) this.#state = outcome.kind
    else this.#hooks.onFailedElsewhere(unsaved.title, outcome.kind)
  }

  #turnTo(paper: Pick<NotedPaper, 'id' | 'title'> | null): void {
    this.#leave()
    const unsaved = paper ? this.#unsaved.get(paper.id) : undefined
    this.#paper = paper
    this.#known = false
    this.#text = unsaved?.text ?? ''
    this.#state = unsaved ? (unsaved.state === 'sending' ? 'saving' : unsaved.state) : 'clean'
    this.#session = newSession()
  }

  #leave(): void {
    const left = this.#paper
    if (!left) return
    this.#saveNow()
    if (this.#state === 'too-long') {
      this.#unsaved.set(left.id, { ...this.#typed(left), state: 'too-long' })
      this.#hooks.onFailedElsewhere(left.title, 'too-long')
    }
    if (!this.#unsaved.has(left.id)) this.#bases.delete(left.id)
  }

  /** The paper's own note, for the first time: what was typed already goes behind it. */
  #takeFirst(paper: NotedPaper): void {
    const unsaved = this.#unsaved.get(paper.id)
    this.#paper = paper
    this.#known = true
    if (!unsaved || unsaved.behind) this.#bases.set(paper.id, paper.note)
    if (this.#state === 'clean' || this.#state === 'saved') this.#text = paper.note
    else if (!unsaved || unsaved.behind) this.#text = join(paper.note, this.#text, '\n')
    if (this.#state === 'typing') this.type(this.#text)
  }

  /** A change from elsewhere is followed where nothing is being typed; else it shows when that is saved. */
  #takeStored({ id, note }: NotedPaper): void {
    if (this.#state !== 'clean' && this.#state !== 'saved') return
    if (note !== this.#text) this.#state = 'clean'
    this.#text = note
    this.#bases.set(id, note)
  }
}
