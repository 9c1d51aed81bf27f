import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeArchive } from '../../../../bench/ingest/archive.ts'
import { seededRandom } from '../../../../bench/random.ts'
import { startChild, startHere, type App } from '../model/app.ts'
import { checkDatabase } from '../model/database.ts'
import { difference } from '../model/run.ts'
import { UserModel } from '../model/user.ts'
import {
  ask,
  compare,
  compareUser,
  compareWholeDays,
  keyOf,
  viewOf,
  type LibraryView
} from '../model/view.ts'
import { act, type Action } from './actions.ts'

export interface KillOptions {
  seed: number
  kills: number
  /** Size of the archive that is imported. */
  files: number
  /** A library is imported anew after so many kills. */
  killsPerLibrary: number
}

export interface KillResult {
  kills: number
  /** How many of them came while there was something in the library, and not yet everything. */
  inTheMiddle: number
  /** What the user did, over all libraries. */
  actions: number
}

/** A child that does not get on within this time is killed as it stands. */
const PATIENCE_MS = 30_000
/** A start takes about so long until the import begins. */
const START_MS = 600

/**
 * Kills imports at random moments, while the user works on what is there already. After each kill the database is
 * sound, holds whole digests only and everything that the user was told is done; and an import that goes on in the
 * end gives what a fresh one gives.
 * @throws AssertionError where that is not so
 */
export async function killImports(options: KillOptions): Promise<KillResult> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'paperdeck-kill-')))
  try {
    const archive = join(root, 'archive')
    writeArchive(archive, options.files)
    const fresh = await freshImport(root, archive)
    const result: KillResult = { kills: 0, inTheMiddle: 0, actions: 0 }
    const random = seededRandom(options.seed)
    for (let count = 1; result.kills < options.kills; count++) {
      const victim = new Victim({ library: join(root, `library-${count}`), archive, fresh, random, result })
      for (let i = 0; i < options.killsPerLibrary && result.kills < options.kills; i++) await victim.kill()
      await victim.finish()
      rmSync(join(root, `library-${count}`), { recursive: true })
    }
    return result
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

const throwing = (message: string): never => assert.fail(`unexpectedly logged: ${message}`)

async function freshImport(root: string, archive: string): Promise<LibraryView> {
  const app = await startHere({ library: join(root, 'fresh'), watch: false, log: throwing })
  try {
    await ask(app, 'folders.add', { path: archive })
    return await viewOf(app)
  } finally {
    await app.close()
  }
}

interface VictimOptions {
  library: string
  archive: string
  fresh: LibraryView
  random: () => number
  result: KillResult
}

/** One library whose imports are killed. */
class Victim {
  readonly #options: VictimOptions
  readonly #user = new UserModel()

  constructor(options: VictimOptions) {
    this.#options = options
  }

  async kill(): Promise<void> {
    const { archive, random, result } = this.#options
    const logged: string[] = []
    const app = this.#start(logged)
    const moment = this.#moment(app)
    const added = app.call('folders.add', { path: archive })
    const acting = this.#work(app)
    await Promise.race([moment, added.then(() => sleep(random() * 50))])
    await app.kill()
    result.kills++
    const unsure = await acting
    await added
    assert.deepEqual(logged, [], 'something unexpected was logged')
    await this.#inspect(unsure)
  }

  /** Lets the import come to its end, and compares. */
  async finish(): Promise<void> {
    const { archive, fresh, library } = this.#options
    const logged: string[] = []
    const app = this.#start(logged)
    try {
      await ask(app, 'folders.add', { path: archive })
      compare(await viewOf(app), fresh, this.#user)
    } finally {
      await app.close()
    }
    checkDatabase(library)
    assert.deepEqual(logged, [], 'something unexpected was logged')
  }

  #start(logged: string[]): App {
    const { library } = this.#options
    return startChild({ library, watch: false, log: (message) => void logged.push(message) })
  }

  /** Some time after the start, or some way through the import. */
  #moment(app: App): Promise<void> {
    const { random } = this.#options
    if (random() < 0.25) return sleep(random() * START_MS)
    const part = random()
    const late = random() * 10
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PATIENCE_MS)
      app.subscribe((event) => {
        if (event.type !== 'ingest.progress' || event.status.phase !== 'reading') return
        if (event.status.done < part * event.status.total) return
        clearTimeout(timer)
        setTimeout(resolve, late)
      })
    })
  }

  /** Does things until the app is gone. @returns what was asked for and never answered */
  async #work(app: App): Promise<Action | undefined> {
    for (;;) {
      const outcome = await act(app, this.#user, this.#options.random)
      if (outcome.kind === 'unanswered') return outcome.action
      if (outcome.kind === 'done') this.#options.result.actions++
      await sleep(1)
    }
  }

  /** Looks at a copy, so that it is the next start that recovers the library. */
  async #inspect(unsure: Action | undefined): Promise<void> {
    const { library, fresh, result } = this.#options
    // Killed before it had begun.
    if (!existsSync(library)) return
    const copy = `${library}-copy`
    rmSync(copy, { recursive: true, force: true })
    // The index of the log is for programs that run; a power cut would leave none either.
    cpSync(library, copy, { recursive: true, filter: (path) => !path.endsWith('-shm') })
    const app = await startHere({ library: copy, watch: false, log: throwing })
    try {
      const view = await viewOf(app)
      if (view.papers.length > 0 && view.papers.length < fresh.papers.length) result.inTheMiddle++
      compareWholeDays(view, fresh)
      this.#compareUser(view, unsure)
    } finally {
      await app.close()
    }
    checkDatabase(copy)
    rmSync(copy, { recursive: true })
  }

  /** What was asked for at the very end may have been done or not, but not by half. */
  #compareUser(view: LibraryView, unsure: Action | undefined): void {
    const keys = new Set(view.papers.map(keyOf))
    try {
      compareUser(view, this.#user, keys)
    } catch (error) {
      if (!unsure) throw error
      unsure.expect(this.#user)
      const other = difference(() => compareUser(view, this.#user, keys))
      if (other)
        throw new AggregateError([error, other], 'what was asked for last is neither done nor not done')
    }
  }
}
