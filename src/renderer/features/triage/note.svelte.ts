import { MAX_NOTE_LENGTH } from '../../../contract/calls.ts'
import type { Client } from '../../../contract/client.ts'
import type { ActionResult, Paper, PaperId } from '../../../contract/model.ts'

export type NoteState = 'clean' | 'typing' | 'saving' | 'saved' | 'failed' | 'too-long'

type NotedPaper = Pick<Paper, 'id' | 'title' | 'note'>

interface Unsaved {
  text: string
  /** Typed before the paper's own note had come: it goes behind that one. */
  behind: boolean
  title: string
  session: string
  failed: boolean
}

interface NoteHooks {
  onSaved: (result: ActionResult) => void
  /** A note could not be saved while another paper is already on screen. */
  onFailedElsewhere: (title: string) => void
}

/** Waits this long after the last key, so that a pause in typing is saved within the second. */
export const SAVE_DELAY_MS = 600

const join = (first: string, second: string): string => (first === '' ? second : `${first}\n${second}`)

const newSession = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`

/** The note of the paper on screen. It saves itself, in order, and never gives up typed text. */
export class NoteEditor {
  readonly #client: Client
  readonly #hooks: NoteHooks
  /** Texts on their way to the core, or refused by it. */
  readonly #unsaved = new Map<PaperId, Unsaved>()
  #paper = $state.raw<Pick<NotedPaper, 'id' | 'title'> | null>(null)
  /** Whether the paper's own note has come. */
  #known = false
  #text = $state('')
  #state = $state<NoteState>('clean')
  #changedElsewhere = $state(false)
  /** What the core has, as far as is known, and what was sent to it, for telling own changes from others'. */
  #stored = ''
  readonly #sent = new Set<string>()
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

  get changedElsewhere(): boolean {
    return this.#changedElsewhere
  }

  get paperId(): PaperId | null {
    return this.#paper?.id ?? null
  }

  /** Turns to the paper under the cursor, while it is still being fetched: what is typed now is meant for it. */
  expect(paper: Pick<NotedPaper, 'id' | 'title'>): void {
    if (paper.id !== this.#paper?.id) this.#turnTo(paper)
  }

  /** Takes the paper on screen; again with the same one when it was fetched anew. */
  show(paper: NotedPaper | null): void {
    if (paper === null || paper.id !== this.#paper?.id) this.#turnTo(paper)
    if (paper && this.#known) this.#takeStored(paper.note)
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
      if (unsaved.failed && id !== this.#paper?.id) this.#enqueue(id, { ...unsaved, failed: false })
    }
    await this.flush()
  }

  #saveNow(): void {
    clearTimeout(this.#timer)
    const paper = this.#paper
    if (!paper || (this.#state !== 'typing' && this.#state !== 'failed')) return
    this.#state = 'saving'
    this.#changedElsewhere = false
    this.#enqueue(paper.id, {
      text: this.#text,
      behind: !this.#known,
      title: paper.title,
      session: this.#session,
      failed: false
    })
  }

  #enqueue(id: PaperId, unsaved: Unsaved): void {
    this.#unsaved.set(id, unsaved)
    if (id === this.#paper?.id) this.#sent.add(unsaved.text)
    this.#sending = this.#sending.then(() => this.#send(id, unsaved))
  }

  async #send(id: PaperId, unsaved: Unsaved): Promise<void> {
    const { session, title } = unsaved
    const stored = unsaved.behind ? await this.#client.call('papers.get', { id }) : null
    const note = stored?.ok ? join(stored.value.note, unsaved.text) : unsaved.text
    const answer =
      stored?.ok === false ? stored : await this.#client.call('triage.setNote', { id, note, session })
    const onScreen = this.#paper?.id === id
    const newest = this.#unsaved.get(id) === unsaved
    if (answer.ok) {
      if (newest) this.#unsaved.delete(id)
      if (onScreen) this.#stored = note
      if (onScreen && newest && this.#state === 'saving') this.#state = 'saved'
      this.#hooks.onSaved(answer.value)
      return
    }
    if (!newest) return
    this.#unsaved.set(id, { ...unsaved, failed: true })
    if (!onScreen) this.#hooks.onFailedElsewhere(title)
    else if (this.#state === 'saving') this.#state = 'failed'
  }

  #turnTo(paper: Pick<NotedPaper, 'id' | 'title'> | null): void {
    this.#saveNow()
    const unsaved = paper ? this.#unsaved.get(paper.id) : undefined
    this.#paper = paper
    this.#known = false
    this.#text = unsaved?.text ?? ''
    this.#state = unsaved ? (unsaved.failed ? 'failed' : 'saving') : 'clean'
    this.#changedElsewhere = false
    this.#sent.clear()
    if (unsaved) this.#sent.add(unsaved.text)
    this.#session = newSession()
  }

  /** The paper's own note, for the first time: what was typed already goes behind it. */
  #takeFirst(paper: NotedPaper): void {
    const unsaved = this.#unsaved.get(paper.id)
    this.#paper = paper
    this.#known = true
    this.#stored = paper.note
    if (this.#state === 'clean') this.#text = paper.note
    else if (!unsaved || unsaved.behind) this.#text = join(paper.note, this.#text)
    if (this.#state === 'typing') this.type(this.#text)
  }

  #takeStored(note: string): void {
    const untouched = this.#state === 'clean' || this.#state === 'saved'
    if (untouched) {
      this.#text = note
      if (note !== this.#stored) this.#state = 'clean'
    } else if (note !== this.#stored && !this.#sent.has(note)) {
      this.#changedElsewhere = true
    }
    this.#stored = note
  }
}
