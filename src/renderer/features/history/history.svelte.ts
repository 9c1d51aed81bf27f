import { SvelteMap } from 'svelte/reactivity'
import type { Client } from '../../../contract/client.ts'
import type { AppError, Result } from '../../../contract/errors.ts'
import type { Day, PaperId, PaperRow } from '../../../contract/model.ts'
import type { ActionResult, ActionSummary, HistoryEntry } from '../../../contract/triage.ts'
import { stepText } from '../../i18n/actions.ts'
import { errorText } from '../../i18n/errors.ts'
import { m } from '../../i18n/generated/messages.js'

/** Undoes and redoes steps, and shows what that gives. It is told here, so that nobody hears it twice. */
interface Steps {
  undoStep(step: ActionSummary, told: false): Promise<Result<ActionResult>>
  redoStep(step: ActionSummary, told: false): Promise<Result<ActionResult>>
}

const PAGE = 100
/** The most that the core gives at once. */
const MOST = 500

export interface HistoryDay {
  day: Day
  entries: HistoryEntry[]
}

/** The day on which something was, where the user is. */
export function localDay(at: string): Day {
  const date = new Date(at)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

export function byDay(entries: readonly HistoryEntry[]): HistoryDay[] {
  const days: HistoryDay[] = []
  for (const entry of entries) {
    const day = localDay(entry.at)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

/** What the user did, newest first, fetched as it is looked at; each step can be taken back by itself. */
export class History {
  readonly #client: Client
  readonly #steps: Steps
  #entries = $state.raw<readonly HistoryEntry[]>([])
  #more = $state(false)
  #loaded = $state(false)
  #error = $state.raw<AppError | null>(null)
  #said = $state.raw<() => string>(() => '')
  readonly #rows = new SvelteMap<PaperId, PaperRow>()
  readonly #unfolded = new SvelteMap<number, 'loading' | 'loaded'>()
  #request = 0
  #loading = false
  #busy = false

  readonly days: HistoryDay[] = $derived(byDay(this.#entries))

  constructor(client: Client, steps: Steps) {
    this.#client = client
    this.#steps = steps
  }

  get entries(): readonly HistoryEntry[] {
    return this.#entries
  }

  get loaded(): boolean {
    return this.#loaded
  }

  /** Whether there are older steps. */
  get more(): boolean {
    return this.#more
  }

  get error(): AppError | null {
    return this.#error
  }

  /** What the last undo or redo here did. */
  get said(): string {
    return this.#said()
  }

  /** Starts over; `load` is to follow. */
  reset(): void {
    this.#entries = []
    this.#loaded = false
    this.#said = () => ''
    this.#unfolded.clear()
  }

  /** Fetches again what is here, and what was done since. */
  async load(): Promise<void> {
    const request = ++this.#request
    const wanted = Math.max(PAGE, this.#entries.length)
    const entries: HistoryEntry[] = []
    let more = true
    while (more && entries.length < wanted) {
      const page = await this.#page(entries.at(-1)?.step, Math.min(wanted - entries.length, MOST))
      if (request !== this.#request) return
      this.#error = page.ok ? null : page.error
      if (!page.ok) return
      entries.push(...page.value.entries)
      more = page.value.more && page.value.entries.length > 0
    }
    this.#entries = entries
    this.#more = more
    this.#loaded = true
  }

  /** Fetches older steps, when the end of those here comes into view. */
  async loadMore(): Promise<void> {
    const last = this.#entries.at(-1)
    if (!this.#more || this.#loading || !last) return
    this.#loading = true
    const request = this.#request
    const page = await this.#page(last.step, PAGE)
    this.#loading = false
    if (request !== this.#request) return
    this.#error = page.ok ? null : page.error
    if (!page.ok) return
    this.#entries = [...this.#entries, ...page.value.entries]
    this.#more = page.value.more && page.value.entries.length > 0
  }

  /** Takes back a step that stands, or does again one that was undone. */
  async toggle(entry: HistoryEntry): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    const way = entry.state === 'done' ? 'undo' : 'redo'
    const answer = await (way === 'undo'
      ? this.#steps.undoStep(entry, false)
      : this.#steps.redoStep(entry, false))
    this.#said = () => (answer.ok ? (stepText(answer.value, way, entry) ?? '') : errorText(answer.error))
    await this.load()
    this.#busy = false
  }

  /** A paper of a step, once they were asked for. */
  row(id: PaperId): PaperRow | undefined {
    return this.#rows.get(id)
  }

  /** Whether the papers of a step are shown. */
  isUnfolded(step: number): boolean {
    return this.#unfolded.has(step)
  }

  /** Whether they are here: one that is not then is no longer in the library. */
  hasPapers(step: number): boolean {
    return this.#unfolded.get(step) === 'loaded'
  }

  /** Shows the papers of a step, or hides them. */
  async fold({ step, papers }: Pick<HistoryEntry, 'step' | 'papers'>): Promise<void> {
    if (this.#unfolded.delete(step)) return
    this.#unfolded.set(step, 'loading')
    await this.#fetchRows(papers)
    if (this.#unfolded.has(step)) this.#unfolded.set(step, 'loaded')
  }

  /** A paper of a step; null, and said, where it is no longer in the library. */
  async paper(id: PaperId): Promise<PaperRow | null> {
    await this.#fetchRows([id])
    const row = this.#rows.get(id) ?? null
    if (row === null) this.#said = () => m.history_gone()
    return row
  }

  #page(
    before: number | undefined,
    limit: number
  ): Promise<Result<{ entries: HistoryEntry[]; more: boolean }>> {
    return this.#client.call('history.list', before === undefined ? { limit } : { before, limit })
  }

  async #fetchRows(ids: readonly PaperId[]): Promise<void> {
    const missing = ids.filter((id) => !this.#rows.has(id))
    if (missing.length === 0) return
    const answer = await this.#client.call('papers.rows', { ids: missing })
    if (answer.ok) for (const row of answer.value) this.#rows.set(row.id, row)
    else this.#error = answer.error
  }
}
