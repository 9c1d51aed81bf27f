import { watch, type FSWatcher } from 'chokidar'
import { checkFolder } from './scan.ts'

/** A file is taken for whole when its size has stood still this long. */
const SETTLE_MS = 300
/** Changes that come closer together than this are looked at together. */
const GATHER_MS = 150
/** How often files are looked at where polling is asked for. */
const POLLING_MS = 2000
/** How often a folder that went away is looked for. */
const LOST_POLL_MS = 2000

export interface FolderWatchEvents {
  /** Something changed: look at the folder again. */
  dirty: () => void
  /** The folder went away, or came back. */
  present: (present: boolean) => void
}

/**
 * Watches one folder and says when to look again; what changed is for the scan to find out, which can't miss
 * anything. A folder that goes away is looked for until it is back.
 */
export class FolderWatch {
  readonly polling: boolean
  readonly #folder: string
  readonly #events: FolderWatchEvents
  #watcher: FSWatcher | undefined
  #gather: NodeJS.Timeout | undefined
  #poll: NodeJS.Timeout | undefined
  #present = true
  #closed = false

  /** @param polling ask the file system again and again, where it tells nothing by itself */
  constructor(folder: string, polling: boolean, events: FolderWatchEvents) {
    this.#folder = folder
    this.polling = polling
    this.#events = events
    this.#poll = setInterval(() => void this.#look(), LOST_POLL_MS)
    void this.#look()
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#poll)
    clearTimeout(this.#gather)
    await this.#watcher?.close()
  }

  async #look(): Promise<void> {
    const present = (await checkFolder(this.#folder)).ok
    if (this.#closed) return
    if (present && !this.#watcher) this.#start()
    if (!present) await this.#stop()
    if (present !== this.#present) {
      this.#present = present
      this.#events.present(present)
      if (present) this.#touch()
    }
  }

  #start(): void {
    this.#watcher = watch(this.#folder, {
      ignoreInitial: true,
      usePolling: this.polling,
      interval: POLLING_MS,
      ignored: (path) =>
        /(?:^|[\\/])(?:\.[^\\/.][^\\/]*|node_modules)$/.test(path.slice(this.#folder.length)),
      awaitWriteFinish: { stabilityThreshold: SETTLE_MS, pollInterval: 50 }
    })
      .on('all', () => this.#touch())
      // A file that came between the scan and the watcher's start is found by one more look.
      .on('ready', () => this.#touch())
      .on('error', () => this.#touch())
  }

  async #stop(): Promise<void> {
    const watcher = this.#watcher
    this.#watcher = undefined
    await watcher?.close()
  }

  #touch(): void {
    if (this.#closed || this.#gather) return
    this.#gather = setTimeout(() => {
      this.#gather = undefined
      this.#events.dirty()
    }, GATHER_MS)
  }
}
