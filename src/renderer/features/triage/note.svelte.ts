import { MAX_NOTE_LENGTH } from '../../../contract/calls.ts'
import type { Client } from '../../../contract/client.ts'
import type { ActionResult, Paper, PaperId } from '../../../contract/model.ts'

export type NoteState = 'clean' | 'typing' | 'saving' | 'saved' | 'failed' | 'too-long'

type NotedPaper = Pick<Paper, 'id' | 'title' | 'note'>

interface Unsaved {
  text: string
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

const newSession = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`

/** The note of the paper on screen. It saves itself, in order, and never gives up typed text. */
export class NoteEditor {
  readonly #client: Client
  readonly #hooks: NoteHooks
  /** Texts on their way to the core, or refused by it. */
  readonly #unsaved = new Map<PaperId, Unsaved>()
  #paper = $state.raw<NotedPaper | null>(null)
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

  /** Takes the paper on screen; again with the same one when it was fetched anew. */
  show(paper: NotedPaper | null): void {
    if (paper && paper.id === this.#paper?.id) {
      this.#takeStored(paper)
      return
    }
    void this.flush()
    const unsaved = paper ? this.#unsaved.get(paper.id) : undefined
    this.#paper = paper
    this.#stored = paper?.note ?? ''
    this.#text = unsaved?.text ?? this.#stored
    this.#state = unsaved ? (unsaved.failed ? 'failed' : 'saving') : 'clean'
    this.#changedElsewhere = false
    this.#sent.clear()
    if (unsaved) this.#sent.add(unsaved.text)
    this.#session = newSession()
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
    this.#timer = setTimeout(() => void this.flush(), SAVE_DELAY_MS)
  }

  /** Sends what was typed now, and what failed before; done when the core has answered. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    const paper = this.#paper
    if (paper && (this.#state === 'typing' || this.#state === 'failed')) {
      this.#state = 'saving'
      this.#changedElsewhere = false
      this.#enqueue(paper.id, { text: this.#text, title: paper.title, session: this.#session, failed: false })
    }
    await this.#sending
  }

  /** Tries again to save every note that failed, such as after a lost connection. */
  async retry(): Promise<void> {
    for (const [id, unsaved] of this.#unsaved) {
      if (unsaved.failed && id !== this.#paper?.id) this.#enqueue(id, { ...unsaved, failed: false })
    }
    await this.flush()
  }

  #enqueue(id: PaperId, unsaved: Unsaved): void {
    this.#unsaved.set(id, unsaved)
    if (id === this.#paper?.id) this.#sent.add(unsaved.text)
    this.#sending = this.#sending.then(() => this.#send(id, unsaved))
  }

  async #send(id: PaperId, unsaved: Unsaved): Promise<void> {
    const { text: note, session, title } = unsaved
    const answer = await this.#client.call('triage.setNote', { id, note, session })
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

  #takeStored(paper: NotedPaper): void {
    const untouched = this.#state === 'clean' || this.#state === 'saved'
    if (untouched) {
      this.#text = paper.note
      if (paper.note !== this.#stored) this.#state = 'clean'
    } else if (paper.note !== this.#stored && !this.#sent.has(paper.note)) {
      this.#changedElsewhere = true
    }
    this.#paper = paper
    this.#stored = paper.note
  }
}
