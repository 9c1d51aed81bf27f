import type { Client } from '../../../contract/client.ts'
import type { AppError } from '../../../contract/errors.ts'
import type { DeckSummary, IngestStatus, Overview } from '../../../contract/library.ts'
import type { Day } from '../../../contract/model.ts'
import { deckBeside } from './months.ts'

/** What the frame of the screen shows: decks, counts, folders, what undo would do. */
export class Library {
  readonly #client: Client
  #overview = $state.raw<Overview | null>(null)
  #error = $state.raw<AppError | null>(null)
  #ingest = $state.raw<IngestStatus>({ phase: 'idle' })
  #reopening = $state(false)
  #running: Promise<void> | null = null
  /** How often the overview was asked for; a fetch that began earlier is not the last. */
  #asked = 0

  constructor(client: Client) {
    this.#client = client
  }

  get overview(): Overview | null {
    return this.#overview
  }

  /** Why the library can't be shown. */
  get error(): AppError | null {
    return this.#error
  }

  get ingest(): IngestStatus {
    return this.#ingest
  }

  get reopening(): boolean {
    return this.#reopening
  }

  get decks(): readonly DeckSummary[] {
    return this.#overview?.decks ?? []
  }

  /** The deck of the last day. */
  get newest(): DeckSummary | null {
    return deckBeside(this.decks, null, 1)
  }

  /** How many papers the deck of a day has. */
  papersOn(day: Day | null): number | undefined {
    return this.decks.find((deck) => deck.day === day)?.total
  }

  /** No folder and no paper: the first run. */
  get isNew(): boolean {
    return this.#overview !== null && this.#overview.folders.length === 0 && this.#overview.counts.all === 0
  }

  /** Whether a folder of that path is among those known so far. */
  watches(path: string): boolean {
    return this.#overview?.folders.some((folder) => folder.path === path) ?? false
  }

  /** Fetches the overview; calls while one is under way share one more. */
  refresh(): Promise<void> {
    this.#asked += 1
    if (this.#running) return this.#running
    this.#running = this.#fetch().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async reopen(): Promise<void> {
    this.#reopening = true
    const answer = await this.#client.call('library.reopen', {})
    if (answer.ok) await this.refresh()
    else this.#error = answer.error
    this.#reopening = false
  }

  takeIngest(status: IngestStatus): void {
    this.#ingest = status
  }

  async #fetch(): Promise<void> {
    let round: number
    do {
      round = this.#asked
      const answer = await this.#client.call('library.overview', {})
      if (answer.ok) {
        this.#overview = answer.value
        this.#ingest = answer.value.ingest
        this.#error = null
      } else if (this.#overview === null || answer.error.code !== 'disconnected') {
        // A cut connection is told by its banner, and leaves what is on screen.
        this.#error = answer.error
      }
    } while (round !== this.#asked)
  }
}
