import { SvelteMap } from 'svelte/reactivity'
import { nameSchema, type PaperRow } from '../../../contract/model.ts'
import type { Client } from '../../../contract/client.ts'
import type { AppError, Result } from '../../../contract/errors.ts'
import type { ActionResult, Rule, RuleAction } from '../../../contract/triage.ts'

/** A query that is being typed changes often. */
const PAUSE_MS = 200

export interface Preview {
  total: number
  rows: readonly PaperRow[]
}

/** A rule that is being written. */
export interface Draft {
  /** null: a new one. */
  id: number | null
  query: string
  do: RuleAction['do']
  tag: string
  queueId: number | null
  enabled: boolean
}

/** What a draft would do; null while something of it is missing. */
export function draftAction({ do: act, tag, queueId }: Draft): RuleAction | null {
  switch (act) {
    case 'star':
    case 'skip':
      return { do: act }
    case 'tag': {
      const name = nameSchema.safeParse(tag)
      return name.success ? { do: 'tag', tag: name.data } : null
    }
    case 'enqueue':
      return queueId === null ? null : { do: 'enqueue', queueId }
  }
}

/** What is done with new papers when they arrive: the rules, and one that is being written. */
export class Rules {
  readonly #client: Client
  readonly #tell: (answer: Result<ActionResult>) => void
  #rules = $state.raw<readonly Rule[]>([])
  #loaded = $state(false)
  #error = $state.raw<AppError | null>(null)
  #draft = $state.raw<Draft | null>(null)
  #preview = $state.raw<Preview | null>(null)
  #previewError = $state.raw<AppError | null>(null)
  /** How many of the papers here each query finds. */
  readonly #found = new SvelteMap<string, number>()
  #request = 0
  #loads = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(client: Client, tell: (answer: Result<ActionResult>) => void) {
    this.#client = client
    this.#tell = tell
  }

  get rules(): readonly Rule[] {
    return this.#rules
  }

  get loaded(): boolean {
    return this.#loaded
  }

  get error(): AppError | null {
    return this.#error
  }

  get draft(): Draft | null {
    return this.#draft
  }

  /** What the draft's query finds among the papers here; null while that is not known. */
  get preview(): Preview | null {
    return this.#preview
  }

  get previewError(): AppError | null {
    return this.#previewError
  }

  /** How many of the papers here a rule's query finds; undefined while that is not known. */
  found(query: string): number | undefined {
    return this.#found.get(query)
  }

  /** Whether the draft says all that a rule needs. */
  get complete(): boolean {
    return this.#draft !== null && this.#draft.query.trim() !== '' && draftAction(this.#draft) !== null
  }

  /** Starts over; `load` is to follow. */
  reset(): void {
    this.cancel()
    this.#loaded = false
  }

  async load(): Promise<void> {
    const load = ++this.#loads
    const answer = await this.#client.call('rules.list', {})
    if (load !== this.#loads) return
    this.#error = answer.ok ? null : answer.error
    if (!answer.ok) return
    this.#rules = answer.value
    this.#loaded = true
    for (const query of new Set(answer.value.map((rule) => rule.query))) {
      const found = await this.#client.call('rules.preview', { query })
      if (load !== this.#loads) return
      if (found.ok) this.#found.set(query, found.value.total)
    }
  }

  /** Begins a new rule, or to change one. */
  edit(rule: Rule | null, query = ''): void {
    const action = rule?.action
    this.#draft = {
      id: rule?.id ?? null,
      query: rule?.query ?? query,
      do: action?.do ?? 'tag',
      tag: action?.do === 'tag' ? action.tag : '',
      queueId: action?.do === 'enqueue' ? action.queueId : null,
      enabled: rule?.enabled ?? true
    }
    this.#preview = null
    void this.#look()
  }

  change(change: Partial<Omit<Draft, 'id'>>): void {
    if (!this.#draft) return
    const looksAgain = change.query !== undefined && change.query !== this.#draft.query
    this.#draft = { ...this.#draft, ...change }
    if (!looksAgain) return
    clearTimeout(this.#timer)
    this.#request += 1
    this.#timer = setTimeout(() => void this.#look(), PAUSE_MS)
  }

  cancel(): void {
    clearTimeout(this.#timer)
    this.#request += 1
    this.#draft = null
    this.#preview = null
    this.#previewError = null
  }

  /** Keeps the draft, on or off. */
  async save(enabled: boolean): Promise<void> {
    const draft = this.#draft
    const action = draft && draftAction(draft)
    if (!draft || !action || !this.complete) return
    const answer = await this.#client.call('rules.save', {
      ...(draft.id !== null && { id: draft.id }),
      query: draft.query.trim(),
      action,
      enabled
    })
    this.#tell(answer)
    if (!answer.ok) this.#previewError = answer.error
    else if (this.#draft?.id === draft.id) this.cancel()
    await this.load()
  }

  async setEnabled({ id, query, action }: Rule, enabled: boolean): Promise<void> {
    this.#tell(await this.#client.call('rules.save', { id, query, action, enabled }))
    await this.load()
  }

  async delete({ id }: Rule): Promise<void> {
    this.#tell(await this.#client.call('rules.delete', { id }))
    if (this.#draft?.id === id) this.cancel()
    await this.load()
  }

  async #look(): Promise<void> {
    const request = ++this.#request
    const query = this.#draft?.query.trim() ?? ''
    if (query === '') {
      this.#preview = null
      return
    }
    const answer = await this.#client.call('rules.preview', { query })
    if (request !== this.#request) return
    this.#preview = answer.ok ? answer.value : null
    this.#previewError = answer.ok ? null : answer.error
  }
}
