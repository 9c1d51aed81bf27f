import type { Client } from '../../../contract/client.ts'
import type { AppError, Result } from '../../../contract/errors.ts'
import type { DigestProblem, FolderInfo, FolderListing, ImportReport } from '../../../contract/model.ts'
import type { Host } from '../../host.ts'
import { m } from '../../i18n/generated/messages.js'
import type { Library } from '../library/library.svelte.ts'
import type { Toasts } from '../triage/toasts.svelte.ts'

interface FolderHooks {
  /** An import came to rest, with something new to show. */
  onImported: () => Promise<void>
  showProblems: () => void
}

/** The watched folders: choosing, importing, letting go, and what was not understood in them. */
export class Folders {
  readonly #client: Client
  readonly #host: Host
  readonly #library: Library
  readonly #toasts: Toasts
  readonly #hooks: FolderHooks
  #choosing = $state(false)
  #busy = $state(false)
  #error = $state.raw<AppError | null>(null)
  #problems = $state.raw<DigestProblem[]>([])

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

  get problems(): DigestProblem[] {
    return this.#problems
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

  async rescan(): Promise<void> {
    this.#busy = true
    const answer = await this.#client.call('folders.rescan', {})
    this.#busy = false
    if (!answer.ok) this.#toasts.fail(answer.error)
    else this.#toasts.say(() => m.rescanned())
  }

  async remove(folder: FolderInfo): Promise<void> {
    const answer = await this.#client.call('folders.remove', { id: folder.id })
    if (!answer.ok) {
      this.#toasts.fail(answer.error)
      return
    }
    this.#toasts.say(() =>
      m.folders_removed({ name: folder.sample ? m.folders_sample() : folderName(folder.path) })
    )
    await this.#library.refresh()
  }

  async loadProblems(): Promise<void> {
    const answer = await this.#client.call('digests.problems', {})
    if (answer.ok) this.#problems = answer.value
    else this.#toasts.fail(answer.error)
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

  #tell({ papers, problems }: ImportReport): void {
    const decks = this.#library.decks.length
    const grave = problems.filter((problem) => problem.severity !== 'info').length
    this.#toasts.say(
      () =>
        papers === 0
          ? m.imported_none()
          : m.imported({
              papers: m.papers_count({ count: papers }),
              decks: m.decks_count({ count: decks })
            }) + (grave > 0 ? ` · ${m.ingest_problems({ count: grave })}` : ''),
      grave > 0 ? { label: () => m.show_problems(), run: this.#hooks.showProblems } : undefined
    )
  }
}

/** The last part of a path, whichever way its slashes lean. */
export const folderName = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path
