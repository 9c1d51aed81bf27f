import type { Client } from '../../../contract/client.ts'
import type { AppError } from '../../../contract/errors.ts'
import type { Destination } from '../../../contract/events.ts'
import { parseLink } from '../../../contract/links.ts'
import type { ListRef } from '../../../contract/lists.ts'
import type { PaperId } from '../../../contract/model.ts'

export interface DestinationEvents {
  open: (list: ListRef, at?: PaperId) => Promise<void>
  failed: (error: AppError) => void
  /** There is nothing where the link leads. */
  nowhere: () => void
}

/** What stands after the `#` of the page's address. */
export interface Address {
  read: () => string
  /** Leaves no trace in the browser's history. */
  write: (hash: string) => void
}

const pageAddress: Address = {
  read: () => location.hash,
  write: (hash) => history.replaceState(null, '', `${location.pathname}${location.search}${hash}`)
}

/** Follows links to the app: those that its host hands over and, in a browser, those in the page's own address. */
export class Destinations {
  readonly #client: Client
  readonly #events: DestinationEvents
  readonly #address: Address

  constructor(client: Client, events: DestinationEvents, address = pageAddress) {
    this.#client = client
    this.#events = events
    this.#address = address
  }

  /** Goes where the app was asked to begin; false where it was not asked. */
  async first(): Promise<boolean> {
    const answer = await this.#client.call('host.destination', {})
    const to = (answer.ok ? answer.value : null) ?? this.#readAddress()
    return to !== null && this.go(to)
  }

  /** Keeps the address at what is open, so that it can be loaded again, and passed on. */
  opened(list: ListRef | null): void {
    const hash = list?.kind === 'deck' ? `#/deck/${list.day}` : ''
    if (list && this.#address.read() !== hash) this.#address.write(hash)
  }

  /** Follows the address of the page after it was changed by hand. */
  async addressChanged(): Promise<void> {
    const to = this.#readAddress()
    if (to) await this.go(to)
  }

  #readAddress(): Destination | null {
    const hash = this.#address.read()
    const to = parseLink(hash)
    if (to === null && hash.startsWith('#/')) this.#events.nowhere()
    return to
  }

  /** @returns false where there is no such paper, which is told */
  async go(to: Destination): Promise<boolean> {
    if (to.kind === 'deck') {
      await this.#events.open({ kind: 'deck', day: to.day })
      return true
    }
    const found = await this.#client.call('papers.resolve', { arxivIds: [to.arxivId] })
    const paper = found.ok ? found.value[0] : undefined
    if (!found.ok && found.error.code === 'not-found') this.#events.nowhere()
    else if (!found.ok) this.#events.failed(found.error)
    if (!paper) return false
    await this.#events.open(paper.day === null ? { kind: 'all' } : { kind: 'deck', day: paper.day }, paper.id)
    return true
  }
}
