import { app } from 'electron'
import { badgeCount } from '../contract/badge.ts'
import type { Client } from '../contract/client.ts'
import type { Settings } from '../contract/settings.ts'

/** Changes come in bursts; the number may be a moment late. */
const AFTER_MS = 500

/** Keeps the number on the app's icon, where the system has such numbers. */
export class Badge {
  readonly #client: Client
  readonly #settings: () => Settings
  #timer: NodeJS.Timeout | undefined

  constructor(client: Client, settings: () => Settings) {
    this.#client = client
    this.#settings = settings
    void this.#show()
  }

  /** Counts again soon. */
  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.#show()
    }, AFTER_MS)
  }

  async #show(): Promise<void> {
    const overview = await this.#client.call('library.overview', {})
    if (overview.ok) app.setBadgeCount(badgeCount(overview.value, this.#settings().badge))
  }
}
