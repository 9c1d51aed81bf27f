import type { PaperId } from '../../../contract/model.ts'

export interface Changed {
  papers: readonly PaperId[] | 'all'
  /** Digest files changed: lists may hold other papers, or in another order. */
  digests: boolean
}

/** Gathers news of changed papers, so that a burst of it, as during an import, is acted on once. */
export class Changes {
  readonly #act: (changed: Changed) => void
  readonly #pauseMs: number
  #gathered: Set<PaperId> | 'all' = new Set()
  #digests = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(pauseMs: number, act: (changed: Changed) => void) {
    this.#pauseMs = pauseMs
    this.#act = act
  }

  add({ papers, digests }: Changed): void {
    this.#digests ||= digests
    if (papers === 'all') this.#gathered = 'all'
    else if (this.#gathered !== 'all') for (const id of papers) this.#gathered.add(id)
    // Not put off by more news, so that a long import shows as it goes.
    this.#timer ??= setTimeout(() => this.#flush(), this.#pauseMs)
  }

  #flush(): void {
    const papers = this.#gathered === 'all' ? 'all' : [...this.#gathered]
    const digests = this.#digests
    this.#gathered = new Set()
    this.#digests = false
    this.#timer = undefined
    this.#act({ papers, digests })
  }
}
