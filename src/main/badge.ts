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
    this.changed()
  }

  /** Counts again soon. */
  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.#show()
    }, AFTER_MS)
  }

  async #show(): Promise<void> {
    const { badge } = this.#settings()
    // What the whole library comes to is not asked for where nobody wants to see it.
    if (badge === 'none') return void app.setBadgeCount(0)
    const overview = await this.#client.call('library.overview', {})
    if (overview.ok) app.setBadgeCount(badgeCount(overview.value, badge))
  }
}
