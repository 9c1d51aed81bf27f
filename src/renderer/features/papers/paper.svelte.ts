import type { Client } from '../../../contract/client.ts'
import type { AppError } from '../../../contract/errors.ts'
import type { Paper, PaperId } from '../../../contract/model.ts'

/** The paper in the reading pane. While the cursor runs through a list, only the last one is fetched. */
export class PaperPane {
  readonly #client: Client
  readonly #onShown: (paper: Paper | null) => void
  #paper = $state.raw<Paper | null>(null)
  #error = $state.raw<AppError | null>(null)
  #wanted: PaperId | null = null
  #running = false
  /** Set when the wanted paper changed, or must be fetched again. */
  #stale = false

  constructor(client: Client, onShown: (paper: Paper | null) => void) {
    this.#client = client
    this.#onShown = onShown
  }

  get paper(): Paper | null {
    return this.#paper
  }

  get error(): AppError | null {
    return this.#error
  }

  async show(id: PaperId | null): Promise<void> {
    if (id === this.#wanted) return
    this.#wanted = id
    this.#stale = true
    if (id === null) this.#take(null, null)
    await this.#run()
  }

  /** Fetches the paper on screen again. */
  async refresh(): Promise<void> {
    this.#stale = this.#wanted !== null
    await this.#run()
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    while (this.#stale && this.#wanted !== null) {
      this.#stale = false
      const id = this.#wanted
      const answer = await this.#client.call('papers.get', { id })
      if (id !== this.#wanted) continue
      if (answer.ok) this.#take(answer.value, null)
      // One that is on screen stays there, with the note that may be being written.
      else if (this.#paper?.id !== id) this.#take(null, answer.error)
    }
    this.#running = false
  }

  #take(paper: Paper | null, error: AppError | null): void {
    this.#paper = paper
    this.#error = error
    this.#onShown(paper)
  }
}
