import { realpath, stat } from 'node:fs/promises'
import { watch, type FSWatcher } from 'chokidar'
import { checkFolder } from './scan.ts'

/** A file is taken for whole when its size has stood still this long. */
const SETTLE_MS = 300
/** Changes that come closer together than this are looked at together. */
const GATHER_MS = 150
/** After signs of life that chokidar makes no change of, such as new bytes with the old times, once it is quiet. */
const QUIET_MS = 600
/** How often files are looked at where polling is asked for. */
const POLLING_MS = 2000
/** How often it is made sure that the folder is there, and the one that is watched, and so are those linked to. */
const CHECK_MS = 2000
/** How often the folder is looked at without any sign: systems drop events, and run out of watches. */
const LOOK_MS = 60_000

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
  readonly #check: NodeJS.Timeout
  readonly #look: NodeJS.Timeout
  #watcher: FSWatcher | undefined
  /** Real paths of what links in the folder lead to. */
  #linked: readonly string[] = []
  /** Tells what is watched from other folders that were put in its place. */
  #identity: string | undefined
  #gather: NodeJS.Timeout | undefined
  #quiet: NodeJS.Timeout | undefined
  #present = true
  #closed = false

  /** @param polling ask the file system again and again, where it tells nothing by itself */
  constructor(folder: string, polling: boolean, events: FolderWatchEvents) {
    this.#folder = folder
    this.polling = polling
    this.#events = events
    this.#check = setInterval(() => void this.#makeSure(), CHECK_MS)
    this.#look = setInterval(() => this.#touch(), LOOK_MS)
    void this.#makeSure()
  }

  /**
   * Watches what the folder's links lead to as well. The watcher follows none by itself: links in a circle would
   * have it walk for ever.
   * @param linked real paths, as the scan found them
   */
  follow(linked: readonly string[]): void {
    if (linked.join('\n') === this.#linked.join('\n')) return
    this.#linked = linked
    void this.#makeSure()
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const timer of [this.#check, this.#look, this.#gather, this.#quiet]) clearTimeout(timer)
    await this.#watcher?.close()
  }

  /** The watcher watches the folder that is there now, or none where there is none. */
  async #makeSure(): Promise<void> {
    const present = (await checkFolder(this.#folder)).ok
    const { roots, identity } = await this.#rootsNow()
    if (this.#closed) return
    if (!present || identity !== this.#identity) await this.#stop()
    if (present && !this.#watcher) this.#start(roots, identity)
    if (present === this.#present) return
    this.#present = present
    this.#events.present(present)
  }

  #start(roots: readonly string[], identity: string): void {
    if (this.#closed) return
    this.#identity = identity
    // On Windows the watcher gives paths with slashes of either kind.
    const slashed = roots.map((root) => root.replaceAll('\\', '/'))
    const isRoot = (path: string): boolean => slashed.includes(path.replaceAll('\\', '/'))
    this.#watcher = watch([...roots], {
      ignoreInitial: true,
      followSymlinks: false,
      usePolling: this.polling,
      interval: POLLING_MS,
      ignored: (path) => !isRoot(path) && /(?:^|[\\/])(?:\.[^\\/.][^\\/]*|node_modules)$/.test(path),
      awaitWriteFinish: { stabilityThreshold: SETTLE_MS, pollInterval: 50 }
    })
      .on('all', () => this.#touch())
      .on('raw', () => this.#touchWhenQuiet())
      // What came between the scan and the watcher's start is found by one more look.
      .on('ready', () => this.#touch())
      .on('error', () => this.#touch())
      // Once its folder has gone, if only for a moment, a watcher is blind.
      .on('unlinkDir', (path) => isRoot(path) && void this.#restart())
  }

  async #restart(): Promise<void> {
    await this.#stop()
    await this.#makeSure()
  }

  async #stop(): Promise<void> {
    const watcher = this.#watcher
    this.#watcher = undefined
    await watcher?.close()
  }

  /** The real paths of what is to be watched and is there, and what tells it from others of that name. */
  async #rootsNow(): Promise<{ roots: string[]; identity: string }> {
    const found = await Promise.all([this.#folder, ...this.#linked].map(realFolder))
    return {
      roots: found.flatMap((root) => root?.path ?? []),
      identity: found.map((root) => root?.identity ?? '').join(' ')
    }
  }

  #touch(): void {
    if (this.#closed || this.#gather) return
    this.#gather = setTimeout(() => {
      this.#gather = undefined
      this.#events.dirty()
    }, GATHER_MS)
  }

  #touchWhenQuiet(): void {
    clearTimeout(this.#quiet)
    if (!this.#closed) this.#quiet = setTimeout(() => this.#touch(), QUIET_MS)
  }
}

async function realFolder(path: string): Promise<{ path: string; identity: string } | undefined> {
  try {
    const { dev, ino, birthtimeMs } = await stat(path)
    // Inodes are used again, even at once.
    return { path: await realpath(path), identity: `${dev}/${ino}/${birthtimeMs}` }
  } catch {
    return undefined
  }
}
