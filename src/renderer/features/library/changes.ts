import type { PaperId } from '../../../contract/model.ts'

export type ChangedPapers = readonly PaperId[] | 'all'

/** Gathers news of changed papers, so that a burst of it, as during an import, is acted on once. */
export class Changes {
  readonly #act: (papers: ChangedPapers) => void
  readonly #pauseMs: number
  #gathered: Set<PaperId> | 'all' = new Set()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(pauseMs: number, act: (papers: ChangedPapers) => void) {
    this.#pauseMs = pauseMs
    this.#act = act
  }

  add(papers: ChangedPapers): void {
    if (papers === 'all') this.#gathered = 'all'
    else if (this.#gathered !== 'all') for (const id of papers) this.#gathered.add(id)
    // Not put off by more news, so that a long import shows as it goes.
    this.#timer ??= setTimeout(() => this.#flush(), this.#pauseMs)
  }

  #flush(): void {
    const papers = this.#gathered === 'all' ? 'all' : [...this.#gathered]
    this.#gathered = new Set()
    this.#timer = undefined
    this.#act(papers)
  }
}
