import { SvelteSet } from 'svelte/reactivity'
import type { Client } from '../../../contract/client.ts'
import type { AppError, Result } from '../../../contract/errors.ts'
import type { DigestProblem, Severity } from '../../../contract/library.ts'
import { byFile, type ProblemFile } from './problem-files.ts'

/** Problems shown at first, and with each further step. */
const PAGE = 100

/** What was not understood in the digests, as it is now, and the ways to where it stands. */
export class Diagnostics {
  /** Severities that are shown; the mildest kind is not, until asked for. */
  readonly severities = new SvelteSet<Severity>(['error', 'warning'])
  readonly #client: Client
  #problems = $state.raw<DigestProblem[] | null>(null)
  #error = $state.raw<AppError | null>(null)
  #most = $state(PAGE)
  #loading = false
  #stale = false
  readonly #listed = $derived(byFile(this.#problems ?? [], this.severities, this.#most))

  readonly counts: Record<Severity, number> = $derived.by(() => {
    const counts = { error: 0, warning: 0, info: 0 }
    for (const { severity } of this.#problems ?? []) counts[severity] += 1
    return counts
  })

  constructor(client: Client) {
    this.#client = client
  }

  /** Whether an answer has come. */
  get loaded(): boolean {
    return this.#problems !== null
  }

  get files(): ProblemFile[] {
    return this.#listed.files
  }

  /** How many further problems there are to show. */
  get more(): number {
    return this.#listed.more
  }

  /** Why they can't be shown, or a file could not be opened. */
  get error(): AppError | null {
    return this.#error
  }

  /** Fetches them; calls while that is under way, as in a long import, share one more. */
  async load(): Promise<void> {
    this.#stale = true
    if (this.#loading) return
    this.#loading = true
    while (this.#stale) {
      this.#stale = false
      const answer = this.#take(await this.#client.call('digests.problems', {}))
      if (answer.ok) this.#problems = answer.value
    }
    this.#loading = false
  }

  showMore(): void {
    this.#most += PAGE
  }

  toggle(severity: Severity): void {
    if (!this.severities.delete(severity)) this.severities.add(severity)
  }

  /** Opens a digest in the user's editor, where that can at the line. */
  async open({ folder, file, line }: Pick<DigestProblem, 'folder' | 'file' | 'line'>): Promise<void> {
    this.#take(await this.#client.call('host.openDigest', { folder, file, line }))
  }

  async showInFolder({ folder, file }: Pick<DigestProblem, 'folder' | 'file'>): Promise<void> {
    this.#take(await this.#client.call('host.showDigest', { folder, file }))
  }

  #take<T>(answer: Result<T>): Result<T> {
    this.#error = answer.ok ? null : answer.error
    return answer
  }
}
