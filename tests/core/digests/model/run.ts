import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Paper, PaperId } from '../../../../src/contract/model.ts'
import { readDigest } from '../../../../src/core/digests/read.ts'
import { act } from './act.ts'
import { startChild, startHere, type App } from './app.ts'
import { checkDatabase } from './database.ts'
import { Disk } from './disk.ts'
import {
  isAppOperation,
  isUserOperation,
  type AppOperation,
  type FileOperation,
  type Operation
} from './operations.ts'
import { UserModel } from './user.ts'
import { ask, compare, keyOf, viewOf, type LibraryView } from './view.ts'

export interface RunOptions {
  /** In a process of its own, which can be killed. */
  child: boolean
  /** How long the app may take to come to rest. */
  restMs: number
}

/** How long nothing may happen any more before a library counts as at rest. */
const QUIET_MS = 250
/** No watcher is later than this with what it saw, once a folder is left alone. */
const LATEST_MS = 900

/**
 * Runs a sequence on a folder, a library and an app of its own, and compares at every rest and at the end.
 * @throws AssertionError where the library, or what the user did, is not as it should be
 */
export async function runSequence(operations: readonly Operation[], options: RunOptions): Promise<void> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'paperdeck-model-')))
  const run = new Run(root, options)
  try {
    for (const operation of operations) await run.do(operation)
    await run.do({ do: 'rest' })
    await run.end()
  } finally {
    await run.stop()
    rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

class Run {
  readonly #root: string
  readonly #library: string
  readonly #options: RunOptions
  readonly #disk: Disk
  readonly #user = new UserModel()
  readonly #logged: string[] = []
  #app: App | undefined
  /** Counts up with everything that the app tells. */
  #events = 0
  #secondWatched = false
  #held = false
  #lastChange = performance.now()
  /** Id and citation key of each paper seen at a rest; neither ever changes. */
  readonly #known = new Map<string, { id: PaperId; citationKey: string }>()
  /** Everything that files said of a paper at any time. */
  readonly #said = new Map<string, Set<string>>()
  /** Papers that some file was written with since the last rest. */
  readonly #sayings = new Set<string>()
  /** Papers that only the user's marks keep, as they were at the last rest. */
  #kept = new Map<string, string>()
  #fresh = 0

  constructor(root: string, options: RunOptions) {
    this.#root = root
    this.#options = options
    this.#library = join(root, 'library')
    mkdirSync(join(root, 'disk'))
    this.#disk = new Disk(join(root, 'disk'), (bytes, path) => this.#written(bytes, path))
  }

  async do(operation: Operation): Promise<void> {
    if (isUserOperation(operation)) {
      const known = [...this.#known.values()].map(({ id }) => id)
      if (this.#app) await act(this.#app, this.#user, known, operation)
    } else if (isAppOperation(operation)) await this.#steer(operation)
    else this.#change(operation)
  }

  /** Closes the app and looks at what it left on the disk. */
  async end(): Promise<void> {
    await this.stop()
    checkDatabase(this.#library)
    assert.deepEqual(this.#logged, [], 'something unexpected was logged')
  }

  async stop(): Promise<void> {
    const app = this.#app
    this.#app = undefined
    await app?.close()
  }

  async #steer(operation: AppOperation): Promise<void> {
    switch (operation.do) {
      case 'open':
        await this.#open()
        return
      case 'close':
        return this.stop()
      case 'kill': {
        const app = this.#app
        this.#app = undefined
        return app?.kill()
      }
      case 'second-folder':
        return this.#watchSecond(operation.watched)
      case 'hold':
        return this.#hold(operation.held)
      case 'pause':
        return sleep(operation.ms)
      case 'rest':
        return this.#rest()
    }
  }

  #change(operation: FileOperation): void {
    this.#disk.do(operation)
    this.#lastChange = performance.now()
  }

  async #open(): Promise<App> {
    if (this.#app) return this.#app
    const log = (message: string): void => void this.#logged.push(message)
    const options = { library: this.#library, watch: true, log }
    const app = this.#options.child ? startChild(options) : await startHere(options)
    this.#app = app
    app.subscribe(() => this.#events++)
    return app
  }

  async #watchSecond(watched: boolean): Promise<void> {
    if (!this.#app || watched === this.#secondWatched) return
    this.#secondWatched = watched
    if (watched) await ask(this.#app, 'folders.add', { path: this.#disk.second })
    else await this.#forget(this.#app, this.#disk.second)
    this.#lastChange = performance.now()
  }

  /** Pauses the first folder, or resumes it. */
  async #hold(held: boolean): Promise<void> {
    const id = this.#app && (await this.#folderId(this.#app, this.#disk.first))
    if (!this.#app || id === undefined) return
    this.#held = held
    await ask(this.#app, 'folders.setPaused', { id, paused: held })
  }

  async #folderId(app: App, path: string): Promise<number | undefined> {
    return (await ask(app, 'folders.list', {})).find((known) => known.path === path)?.id
  }

  async #forget(app: App, path: string): Promise<void> {
    const id = await this.#folderId(app, path)
    assert(id !== undefined, 'a folder that was added is not among the folders')
    await ask(app, 'folders.remove', { id })
  }

  async #rest(): Promise<void> {
    this.#disk.bringBack()
    const app = await this.#open()
    const { folders } = await ask(app, 'library.overview', {})
    if (folders.length === 0) await ask(app, 'folders.add', { path: this.#disk.first })
    if (this.#held) await this.#hold(false)
    const fresh = await this.#freshImport()
    const view = await this.#comesToRest(app, fresh)
    for (const { changed } of await ask(app, 'folders.rescan', {}))
      assert.equal(changed, 0, 'a library at rest read files again')
    compare(await viewOf(app), fresh, this.#user)
    this.#checkHistory(view, fresh)
  }

  /** Waits until the library is what it should be, and then whether it stays so. */
  async #comesToRest(app: App, fresh: LibraryView): Promise<LibraryView> {
    const deadline = performance.now() + this.#options.restMs
    for (;;) {
      const seen = this.#events
      const view = await viewOf(app)
      const wrong = difference(() => {
        compare(view, fresh, this.#user)
      })
      if (wrong && performance.now() > deadline) throw wrong
      const quiet = await this.#staysQuiet(seen)
      if (!wrong && quiet && performance.now() - this.#lastChange > LATEST_MS) return view
    }
  }

  async #staysQuiet(seen: number): Promise<boolean> {
    const end = performance.now() + QUIET_MS
    while (performance.now() < end) {
      if (this.#events !== seen) return false
      await sleep(25)
    }
    return true
  }

  async #freshImport(): Promise<LibraryView> {
    const library = join(this.#root, `fresh-${++this.#fresh}`)
    const log = (message: string): void => void this.#logged.push(message)
    const app = await startHere({ library, watch: false, log })
    try {
      await ask(app, 'folders.add', { path: this.#disk.first })
      if (this.#secondWatched) await ask(app, 'folders.add', { path: this.#disk.second })
      return await viewOf(app)
    } finally {
      await app.close()
      rmSync(library, { recursive: true })
    }
  }

  #written(bytes: Buffer, path: string): void {
    for (const paper of readDigest(bytes, path).papers) {
      const said = this.#said.get(keyOf(paper)) ?? new Set()
      this.#said.set(keyOf(paper), said.add(content(paper)))
      this.#sayings.add(keyOf(paper))
    }
  }

  /** What must hold from one rest to the next. */
  #checkHistory(view: LibraryView, fresh: LibraryView): void {
    for (const { title, url, id, citationKey } of view.papers) {
      const key = keyOf({ title, url })
      assert.deepEqual({ id, citationKey }, this.#known.get(key) ?? { id, citationKey }, `${key} was renamed`)
      this.#known.set(key, { id, citationKey })
    }
    const inDigests = new Set(fresh.papers.map(keyOf))
    const kept = view.papers.filter((paper) => !inDigests.has(keyOf(paper)))
    for (const paper of kept) {
      const before = this.#sayings.has(keyOf(paper)) ? undefined : this.#kept.get(keyOf(paper))
      if (before !== undefined) assert.equal(content(paper), before, 'a kept paper changed')
      const said = this.#said.get(keyOf(paper))
      assert(said?.has(content(paper)), `no file ever said this of a kept paper: ${content(paper)}`)
    }
    this.#kept = new Map(kept.map((paper) => [keyOf(paper), content(paper)]))
    this.#sayings.clear()
  }
}

const content = (
  paper: Pick<Paper, 'title' | 'url' | 'authors' | 'authorsComplete' | 'media' | 'summary'>
): string =>
  JSON.stringify([paper.title, paper.url, paper.authors, paper.authorsComplete, paper.media, paper.summary])

/** What a check throws; undefined where it passes. */
export function difference(check: () => void): Error | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
