import type { Client } from '../../../contract/client.ts'
import type { AppError } from '../../../contract/errors.ts'
import type { Paper, PaperId, PaperVersion } from '../../../contract/model.ts'
import { diffVersion, type VersionDiff } from './diff.ts'

/** The other wordings of the paper on screen, compared with what is shown. */
export class Versions {
  readonly #client: Client
  readonly #shown: () => Paper | null
  #of: PaperId | null = null
  #versions = $state.raw<PaperVersion[] | null>(null)
  #error = $state.raw<AppError | null>(null)

  /** Newest first; null until they are here. */
  readonly diffs: VersionDiff[] | null = $derived.by(() => {
    const shown = this.#shown()
    return shown && this.#versions ? this.#versions.map((version) => diffVersion(version, shown)) : null
  })

  constructor(client: Client, shown: () => Paper | null) {
    this.#client = client
    this.#shown = shown
  }

  get error(): AppError | null {
    return this.#error
  }

  /** Fetches them for the paper on screen, again where that is the same. */
  async load(): Promise<void> {
    const id = this.#shown()?.id ?? null
    if (id !== this.#of) this.#versions = null
    this.#of = id
    if (id === null) return
    const answer = await this.#client.call('papers.versions', { id })
    if (id !== this.#of) return
    this.#error = answer.ok ? null : answer.error
    if (answer.ok) this.#versions = answer.value
  }
}
