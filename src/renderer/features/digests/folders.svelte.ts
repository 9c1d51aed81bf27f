import type { Client } from '../../../contract/client.ts'
import type { AppError, Result } from '../../../contract/errors.ts'
import type { FolderInfo, FolderListing, ImportReport } from '../../../contract/library.ts'
import type { Host } from '../../host.ts'
import { m } from '../../i18n/generated/messages.js'
import type { Library } from '../library/library.svelte.ts'
import type { Toasts } from '../triage/toasts.svelte.ts'

interface FolderHooks {
  /** An import came to rest, with something new to show. */
  onImported: () => Promise<void>
  showDiagnostics: () => void
}

/** The watched folders: choosing, importing, pausing, letting go. */
export class Folders {
  readonly #client: Client
  readonly #host: Host
  readonly #library: Library
  readonly #toasts: Toasts
  readonly #hooks: FolderHooks
  #choosing = $state(false)
  #busy = $state(false)
  #error = $state.raw<AppError | null>(null)

  constructor(client: Client, host: Host, library: Library, toasts: Toasts, hooks: FolderHooks) {
    this.#client = client
    this.#host = host
    this.#library = library
    this.#toasts = toasts
    this.#hooks = hooks
  }

  /** Whether the window's own folder dialog is open. */
  get choosing(): boolean {
    return this.#choosing
  }

  get busy(): boolean {
    return this.#busy
  }

  /** Why the last folder could not be added. */
  get error(): AppError | null {
    return this.#error
  }

  /** In the system's dialog where there is one, else in the window's own. */
  async choose(): Promise<void> {
    this.#error = null
    if (!this.#host.info.nativeDialogs) {
      this.#choosing = true
      return
    }
    const answer = await this.#client.call('host.chooseFolder', {})
    if (!answer.ok) this.#toasts.fail(answer.error)
    else if (answer.value.path !== null) await this.add(answer.value.path)
  }

  closeChooser(): void {
    this.#choosing = false
    this.#error = null
  }

  add(path: string): Promise<boolean> {
    return this.#import(() => this.#client.call('folders.add', { path }))
  }

  addSample(): Promise<boolean> {
    return this.#import(() => this.#client.call('folders.addSample', {}))
  }

  /** Watches a folder again that was let go with its papers kept. */
  takeBack({ path, sample }: FolderInfo): Promise<boolean> {
    return sample ? this.addSample() : this.add(path)
  }

  async rescan(): Promise<void> {
    this.#busy = true
    const answer = await this.#client.call('folders.rescan', {})
    this.#busy = false
    if (!answer.ok) this.#toasts.fail(answer.error)
    else this.#toasts.say(() => m.rescanned())
  }

  /** Pausing stops an import that is under way, and resuming goes on with it. */
  async setPaused(folder: FolderInfo, paused: boolean): Promise<void> {
    const answer = await this.#client.call('folders.setPaused', { id: folder.id, paused })
    if (answer.ok) await this.#library.refresh()
    else this.#toasts.fail(answer.error)
  }

  /** Lets a folder go. `hide`: of its papers, only those that the user touched stay; `keep`: all do. */
  async remove(folder: FolderInfo, papers: 'hide' | 'keep'): Promise<void> {
    const answer = await this.#client.call('folders.remove', { id: folder.id, papers })
    if (!answer.ok) {
      this.#toasts.fail(answer.error)
      return
    }
    const name = watchedName(folder)
    const text = (): string => {
      if (papers === 'keep') return m.folders_kept({ name })
      return isWatched(folder) ? m.folders_removed({ name }) : m.folders_hidden({ name })
    }
    this.#toasts.say(text)
    await this.#library.refresh()
  }

  /** Sub-folders on the core's machine; null: the user's home. */
  browse(path: string | null): Promise<Result<FolderListing>> {
    return this.#client.call('folders.browse', { path })
  }

  async #import(run: () => Promise<Result<ImportReport>>): Promise<boolean> {
    this.#busy = true
    this.#error = null
    const answer = await run()
    if (answer.ok) {
      await this.#library.refresh()
      this.#choosing = false
      this.#tell(answer.value)
      await this.#hooks.onImported()
    } else {
      this.#error = answer.error
      if (!this.#choosing) this.#toasts.fail(answer.error)
    }
    this.#busy = false
    return answer.ok
  }

  #tell({ complete, files, papers: count, problems }: ImportReport): void {
    const grave = problems.filter((problem) => problem.severity !== 'info').length
    const text = (): string => {
      const papers = m.papers_count({ count })
      if (!complete) return m.import_paused({ papers })
      if (count === 0) return m.imported_none()
      return m.imported({ papers, files: m.files_count({ count: files }) })
    }
    this.#toasts.say(
      () => (grave > 0 ? `${text()} · ${m.ingest_problems({ count: grave })}` : text()),
      grave > 0 ? { label: () => m.diagnostics_review(), run: this.#hooks.showDiagnostics } : undefined
    )
  }
}

/** The last part of a path, whichever way its slashes lean. */
const folderName = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path

/** Whether a folder is one of those watched, if paused; else only its papers were kept. */
export const isWatched = ({ state }: Pick<FolderInfo, 'state'>): boolean => state !== 'kept'

/** What a watched folder is called on screen. */
export const watchedName = ({ path, sample }: Pick<FolderInfo, 'path' | 'sample'>): string =>
  sample ? m.folders_sample() : folderName(path)
