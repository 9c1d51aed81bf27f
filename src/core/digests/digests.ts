import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fail, failure, ok, type AppError, type Result } from '../../contract/errors.ts'
import type { FolderInfo, ImportReport, IngestStatus, Notice } from '../../contract/library.ts'
import type { Settings } from '../../contract/settings.ts'
import { isLocked } from '../db/errors.ts'
import type { Db } from '../db/open.ts'
import { markImported } from './arrival.ts'
import { expandPath } from './browse.ts'
import {
  countsOf,
  ensureFolder,
  folderInfos,
  foldersOf,
  hasDigest,
  setFolderState,
  type Folder
} from './folders.ts'
import { Ingest, type IngestOutcome } from './ingest.ts'
import { problemsOf } from './problems.ts'
import { checkFolder } from './scan.ts'
import { FolderWatch } from './watch.ts'

/** After so long a library that another program held is tried again. */
const BUSY_RETRY_MS = 2000

const notices = {
  'folder-lost': (path: string) =>
    `The folder ${path} is gone. Its papers stay; they are brought up to date when it is back.`,
  'folder-back': (path: string) => `The folder ${path} is back.`,
  'folder-emptied': (path: string) =>
    `The folder ${path} is empty now. Papers that were not touched are hidden until its files are back.`
}

export interface DigestsOptions {
  sampleDigests: string
  watch: boolean
  clock: () => Date
  settings: () => Pick<Settings, 'maxDigestMegabytes' | 'polling'>
  log: (message: string, error?: unknown) => void
  changed: (papers: readonly number[]) => void
  /** The library is what the folder that was looked at holds. */
  atRest: () => void
  /** Folders were added, removed or paused, or can or can't be read as against before. */
  foldersChanged: () => void
  status: (status: IngestStatus) => void
  notice: (notice: Notice) => void
}

/** The digest folders of a library: which there are, what they hold, and what happens to them. */
export class Digests {
  readonly #db: Db
  readonly #options: DigestsOptions
  readonly #ingest: Ingest
  readonly #watches = new Map<number, FolderWatch>()
  readonly #problems = new Map<number, AppError>()
  #closed = false

  constructor(db: Db, options: DigestsOptions) {
    this.#db = db
    this.#options = options
    this.#ingest = new Ingest(db, {
      clock: options.clock,
      maxBytes: () => options.settings().maxDigestMegabytes * 1024 * 1024,
      status: options.status,
      changed: (papers) => options.changed([...papers])
    })
    for (const folder of foldersOf(db))
      if (folder.state === 'removed') this.#inBackground(this.#ingest.forgetFolder(folder))
    this.foldersMayHaveChanged()
  }

  list(): FolderInfo[] {
    return folderInfos(this.#db, this.#problems)
  }

  /** Adds a folder and imports it. The sample days make room for the first folder of the user's own. */
  async add(path: string): Promise<Result<ImportReport>> {
    const report = await this.#add(expandPath(path), false)
    if (report.ok) for (const folder of foldersOf(this.#db)) if (folder.sample) await this.remove(folder.id)
    return report
  }

  addSample(): Promise<Result<ImportReport>> {
    return this.#add(this.#options.sampleDigests, true)
  }

  /**
   * Lets a folder go, or one that was let go with its papers kept.
   * @param papers whether those that the user did not touch stay as well
   */
  async remove(id: number, papers: 'hide' | 'keep' = 'hide'): Promise<void> {
    const folder = this.#find(id)
    if (!folder) return
    await this.#unwatch(id)
    const keeps = papers === 'keep' && countsOf(this.#db, id).files > 0
    setFolderState(this.#db, id, keeps ? 'kept' : 'removed')
    if (!keeps) await this.#ingest.forgetFolder(folder)
    this.#options.foldersChanged()
  }

  /** Pausing stops an import under way; resuming goes on with it. */
  async setPaused(id: number, paused: boolean): Promise<Result<null>> {
    const folder = this.#find(id)
    if (folder?.state !== 'active' && folder?.state !== 'paused')
      return fail('not-found', 'This folder is no longer watched.')
    setFolderState(this.#db, id, paused ? 'paused' : 'active')
    if (paused) {
      await this.#unwatch(id)
    } else if (this.#options.watch) this.foldersMayHaveChanged()
    else await this.#look(folder)
    this.#options.foldersChanged()
    return ok(null)
  }

  /** Looks at every active folder again; those that can't be read are left as they were. */
  async rescan(): Promise<ImportReport[]> {
    const reports: ImportReport[] = []
    for (const folder of foldersOf(this.#db)) {
      if (folder.state !== 'active') continue
      const report = await this.#import(folder)
      if (report.ok) reports.push(report.value)
    }
    return reports
  }

  /** Watches the active folders there are now, by the settings of now: either may have changed. */
  foldersMayHaveChanged(): void {
    if (!this.#options.watch || this.#closed) return
    const active = foldersOf(this.#db).filter(({ state }) => state === 'active')
    for (const [id, watch] of this.#watches)
      if (!active.some((folder) => folder.id === id) || watch.polling !== this.#options.settings().polling)
        this.#inBackground(this.#unwatch(id))
    for (const folder of active) this.#watch(folder)
  }

  /**
   * The absolute path of a digest that the library knows.
   * @returns `not-found` where it knows none; `file-missing` where its file is gone, as that of a folder that is kept
   */
  async locate(folder: string, file: string): Promise<Result<{ path: string }>> {
    const known = foldersOf(this.#db).find(({ path }) => path === folder)
    if (!known || !hasDigest(this.#db, known.id, file))
      return fail('not-found', 'This file is no longer in the library.')
    const path = join(folder, file)
    const isThere = await access(path).then(
      () => true,
      () => false
    )
    return isThere
      ? ok({ path })
      : fail('file-missing', `The file ${file} is no longer in ${folder}.`, { path: file, folder })
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#watches.keys()].map((id) => this.#unwatch(id)))
    await this.#ingest.close()
  }

  async #add(path: string, sample: boolean): Promise<Result<ImportReport>> {
    const usable = await checkFolder(path)
    if (!usable.ok) return usable
    const folder = ensureFolder(this.#db, path, sample, this.#options.clock())
    const report = await this.#import(folder)
    this.foldersMayHaveChanged()
    return report
  }

  async #import(folder: Folder): Promise<Result<ImportReport>> {
    const start = performance.now()
    const outcome = await this.#look(folder)
    if (!outcome.ok) return failure(outcome.error)
    const ms = Math.round(performance.now() - start)
    const { changed, complete } = outcome.value
    return ok({
      ...countsOf(this.#db, folder.id),
      changed,
      complete,
      problems: problemsOf(this.#db, folder.id),
      ms
    })
  }

  async #look(folder: Folder): Promise<Result<IngestOutcome>> {
    const outcome = await this.#ingest.importFolder(folder)
    const before = this.#problems.get(folder.id)?.code
    if (outcome.ok) this.#problems.delete(folder.id)
    else this.#problems.set(folder.id, outcome.error)
    const now = this.#problems.get(folder.id)?.code
    if (now !== before) this.#options.foldersChanged()
    if (now !== before && now === 'folder-unmounted') this.#tell('folder-lost', folder)
    if (outcome.ok && before === 'folder-unmounted') this.#tell('folder-back', folder)
    if (outcome.ok && outcome.value.emptied) this.#tell('folder-emptied', folder)
    if (outcome.ok) this.#watches.get(folder.id)?.follow(outcome.value.linked)
    if (outcome.ok && outcome.value.complete) {
      this.#options.atRest()
      markImported(this.#db, folder.id)
    }
    return outcome
  }

  /** Another program may be writing for longer than a statement waits. */
  async #lookUntilFree(folder: Folder): Promise<void> {
    try {
      await this.#look(folder)
    } catch (error) {
      if (!isLocked(error) || this.#closed) throw error
      await setTimeout(BUSY_RETRY_MS, undefined, { ref: false })
      if (this.#watches.has(folder.id)) await this.#lookUntilFree(folder)
    }
  }

  #find(id: number): Folder | undefined {
    return foldersOf(this.#db).find((folder) => folder.id === id)
  }

  #inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#options.log('work on a digest folder failed', error))
  }

  #watch(folder: Folder): void {
    if (this.#watches.has(folder.id)) return
    const look = (): void => this.#inBackground(this.#lookUntilFree(folder))
    const watch = new FolderWatch(folder.path, this.#options.settings().polling, {
      dirty: look,
      present: (present) => {
        this.#tell(present ? 'folder-back' : 'folder-lost', folder)
        look()
      }
    })
    this.#watches.set(folder.id, watch)
    look()
  }

  #tell(code: keyof typeof notices, { path }: Folder): void {
    this.#options.notice({ code, message: notices[code](path), details: { folder: path } })
  }

  async #unwatch(id: number): Promise<void> {
    const watch = this.#watches.get(id)
    this.#watches.delete(id)
    this.#problems.delete(id)
    await watch?.close()
  }
}
