import type { Client } from '../../../contract/client.ts'
import type { ListRef } from '../../../contract/lists.ts'
import type { PaperId } from '../../../contract/model.ts'

/** Tells the core where the user is in a list: after a moment of rest, and when the list is left. */
export class Bookmark {
  readonly #client: Client
  readonly #pauseMs: number
  #place: { list: ListRef; cursor: PaperId } | null = null
  /** What the core knows already of the list that is open. */
  #known: PaperId | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(client: Client, pauseMs = 500) {
    this.#client = client
    this.#pauseMs = pauseMs
  }

  /** Leaves a list for one that was left at a paper before. */
  turn(known: PaperId | null): void {
    this.flush()
    this.#known = known
  }

  put(list: ListRef, cursor: PaperId): void {
    clearTimeout(this.#timer)
    this.#place = cursor === this.#known ? null : { list, cursor }
    if (this.#place) this.#timer = setTimeout(() => this.flush(), this.#pauseMs)
  }

  /** Tells it now. Where that fails, the list opens at its former place: nothing to bother the user with. */
  flush(): void {
    clearTimeout(this.#timer)
    if (!this.#place) return
    void this.#client.call('papers.remember', this.#place)
    this.#known = this.#place.cursor
    this.#place = null
  }
}
