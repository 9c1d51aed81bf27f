import { ok, type Result } from '../../contract/errors.ts'
import type { FolderInfo, ImportReport, IngestStatus, Notice } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { expandPath } from './browse.ts'
import { ensureFolder, folderInfos, foldersOf, type Folder } from './folders.ts'
import { Ingest } from './ingest.ts'
import { checkFolder } from './scan.ts'
import { FolderWatch } from './watch.ts'

export interface DigestsOptions {
  sampleDigests: string
  watch: boolean
  clock: () => Date
  log: (message: string, error?: unknown) => void
  changed: (papers: readonly number[]) => void
  status: (status: IngestStatus) => void
  notice: (notice: Notice) => void
}

/** The digest folders of a library: which there are, what they hold, and what happens to them. */
export class Digests {
  readonly #db: Db
  readonly #options: DigestsOptions
  readonly #ingest: Ingest
  readonly #watches = new Map<number, FolderWatch>()
  readonly #problems = new Map<number, string>()
  #closed = false

  constructor(db: Db, options: DigestsOptions) {
    this.#db = db
    this.#options = options
    this.#ingest = new Ingest(db, {
      status: options.status,
      changed: (papers) => options.changed([...papers])
    })
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

  async remove(id: number): Promise<void> {
    const folder = foldersOf(this.#db).find((known) => known.id === id)
    if (!folder) return
    await this.#unwatch(id)
    await this.#ingest.removeFolder(folder)
  }

  /** Looks at every folder again; those that can't be read are left as they were. */
  async rescan(): Promise<ImportReport[]> {
    const reports: ImportReport[] = []
    for (const folder of foldersOf(this.#db)) {
      const report = await this.#import(folder)
      if (report.ok) reports.push(report.value)
    }
    return reports
  }

  /** Watches the folders that the library has now: another program may have added or removed one. */
  foldersMayHaveChanged(): void {
    if (!this.#options.watch || this.#closed) return
    const folders = foldersOf(this.#db)
    for (const id of this.#watches.keys())
      if (!folders.some((folder) => folder.id === id)) void this.#unwatch(id)
    for (const folder of folders) this.#watch(folder)
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
    const report = await this.#ingest.importFolder(folder)
    if (report.ok) this.#problems.delete(folder.id)
    else this.#problems.set(folder.id, report.error.message)
    return report.ok ? ok(report.value) : report
  }

  #watch(folder: Folder): void {
    if (this.#watches.has(folder.id)) return
    const look = (): void => {
      this.#import(folder).catch((error: unknown) =>
        this.#options.log(`importing ${folder.path} failed`, error)
      )
    }
    const watch = new FolderWatch(folder.path, {
      dirty: look,
      present: (present) => {
        this.#options.notice({
          code: present ? 'folder-back' : 'folder-lost',
          message: present
            ? `The folder ${folder.path} is back.`
            : `The folder ${folder.path} is gone. Its papers stay; they are brought up to date when it is back.`,
          details: { folder: folder.path }
        })
        look()
      }
    })
    this.#watches.set(folder.id, watch)
    look()
  }

  async #unwatch(id: number): Promise<void> {
    const watch = this.#watches.get(id)
    this.#watches.delete(id)
    this.#problems.delete(id)
    await watch?.close()
  }
}
