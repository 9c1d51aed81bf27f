import type { AppError } from '../../../contract/errors.ts'
import type { FolderListing } from '../../../contract/library.ts'
import type { Folders } from './folders.svelte.ts'

/** A walk through the folders of the machine that the core runs on. */
export class FolderChooser {
  path = $state('')
  readonly #folders: Pick<Folders, 'browse' | 'add' | 'error'>
  #asked = 0
  #listing = $state.raw<FolderListing | null>(null)
  #error = $state.raw<AppError | null>(null)

  constructor(folders: Pick<Folders, 'browse' | 'add' | 'error'>) {
    this.#folders = folders
  }

  get listing(): FolderListing | null {
    return this.#listing
  }

  /** Why a folder can't be shown, or could not be added. */
  get error(): AppError | null {
    return this.#error ?? this.#folders.error
  }

  /** null: the user's home. What is typed while the answer is on its way stays in the field. */
  async go(path: string | null): Promise<void> {
    const asked = ++this.#asked
    const inField = this.path
    const answer = await this.#folders.browse(path)
    if (asked !== this.#asked) return
    this.#error = answer.ok ? null : answer.error
    if (!answer.ok) return
    this.#listing = answer.value
    if (this.path === inField) this.path = answer.value.path
  }

  async use(): Promise<void> {
    const path = this.path.trim()
    if (path !== '') await this.#folders.add(path)
  }
}
