import type { Client } from '../../../contract/client.ts'
import type { AppError } from '../../../contract/errors.ts'
import type { Destination } from '../../../contract/events.ts'
import { parseLink } from '../../../contract/links.ts'
import type { ListRef } from '../../../contract/lists.ts'
import type { PaperId } from '../../../contract/model.ts'

export interface DestinationEvents {
  open: (list: ListRef, at?: PaperId) => Promise<void>
  failed: (error: AppError) => void
}

/** Follows links to the app: those that its host hands over and, in a browser, those in the page's own address. */
export class Destinations {
  readonly #client: Client
  readonly #events: DestinationEvents
  readonly #address: () => string

  constructor(client: Client, events: DestinationEvents, address = (): string => location.hash) {
    this.#client = client
    this.#events = events
    this.#address = address
  }

  /** Goes where the app was asked to begin; false where it was not asked. */
  async first(): Promise<boolean> {
    const answer = await this.#client.call('host.destination', {})
    const to = (answer.ok ? answer.value : null) ?? parseLink(this.#address())
    return to !== null && this.go(to)
  }

  /** Follows the address of the page after it was changed by hand. */
  async addressChanged(): Promise<void> {
    const to = parseLink(this.#address())
    if (to) await this.go(to)
  }

  /** @returns false where there is no such paper, which is told */
  async go(to: Destination): Promise<boolean> {
    if (to.kind === 'deck') {
      await this.#events.open({ kind: 'deck', day: to.day })
      return true
    }
    const found = await this.#client.call('papers.resolve', { arxivIds: [to.arxivId] })
    const paper = found.ok ? found.value[0] : undefined
    if (!found.ok) this.#events.failed(found.error)
    if (!paper) return false
    await this.#events.open(paper.day === null ? { kind: 'all' } : { kind: 'deck', day: paper.day }, paper.id)
    return true
  }
}
