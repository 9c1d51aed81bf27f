import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { fail, ok, type Result } from '../../contract/errors.ts'
import { codeOf } from '../db/errors.ts'
import { Pace } from '../pace.ts'

export interface FoundFile {
  /** Relative to the folder, with `/`. */
  path: string
  absolute: string
  size: number
  mtimeMs: number
  ctimeMs: number
}

export interface FolderScan {
  /** Ordered by path. */
  files: FoundFile[]
  /**
   * Relative paths of what can't be read just now, so that what is in it is not known: a sub-folder with a `/`
   * at its end, or a file.
   */
  unreadable: string[]
}

const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name)
const isIgnored = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

/** Whether a folder is there and can be read. */
export async function checkFolder(folder: string): Promise<Result<null>> {
  try {
    if (!(await stat(folder)).isDirectory())
      return fail('folder-not-a-directory', `${folder} is a file, not a folder.`, { folder })
    await readdir(folder)
    return ok(null)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return fail('folder-missing', `The folder ${folder} is not there.`, { folder })
    return fail('folder-unreadable', `The folder ${folder} can’t be read (${code}).`, { folder })
  }
}

/**
 * Lists the Markdown files of a folder and its sub-folders. Links to folders outside are followed once; those that
 * lead back inside, or in a circle, are not.
 * @returns `folder-missing`, `folder-not-a-directory` or `folder-unreadable` where the folder itself can't be read
 */
export async function scanFolder(folder: string): Promise<Result<FolderScan>> {
  const usable = await checkFolder(folder)
  if (!usable.ok) return usable
  const scanner = new FolderScanner(folder)
  await scanner.scan('')
  scanner.files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return ok({ files: scanner.files, unreadable: scanner.unreadable })
}

/**
 * Asks the file system synchronously, since a thread pool costs ten times what a local disk takes for a `stat`,
 * but with a pause every few milliseconds; and through the thread pool where the file system is slow.
 */
class FolderScanner {
  readonly files: FoundFile[] = []
  readonly unreadable: string[] = []
  readonly #folder: string
  readonly #pace = new Pace()
  readonly #followed = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** @param prefix the sub-folder's relative path with a `/` at its end, empty for the folder itself */
  async scan(prefix: string): Promise<void> {
    for (const entry of (await this.#list(prefix)) ?? []) {
      if (isIgnored(entry.name)) continue
      const path = prefix + entry.name
      if (entry.isDirectory()) await this.scan(`${path}/`)
      else if (entry.isSymbolicLink()) await this.#link(path)
      else if (entry.isFile() && isMarkdown(entry.name)) {
        if (this.#pace.slow) this.#add(path, await this.#statSlowly(path))
        else this.#add(path, this.#stat(path))
      }
      if (this.#pace.isOver()) await this.#pace.rest()
    }
  }

  async #link(path: string): Promise<void> {
    const target = await this.#statSlowly(path)
    if (target?.isDirectory() && this.#leadsOut(path)) await this.scan(`${path}/`)
    else if (target?.isFile() && isMarkdown(path)) this.#add(path, target)
  }

  #add(path: string, stats: Stats | undefined): void {
    if (!stats) return
    const { size, mtimeMs, ctimeMs } = stats
    this.files.push({ path, absolute: this.#absolute(path), size, mtimeMs, ctimeMs })
  }

  /** Whether a link leads to a folder that is not, and will not be, come by in another way. */
  #leadsOut(path: string): boolean {
    const target = realpathSync(this.#absolute(path)) + sep
    const root = realpathSync(this.#folder) + sep
    const inside = target.startsWith(root) || root.startsWith(target)
    const nested = [...this.#followed].some((known) => target.startsWith(known) || known.startsWith(target))
    if (!inside && !nested) this.#followed.add(target)
    return !inside && !nested
  }

  async #list(prefix: string): Promise<Dirent[] | undefined> {
    const folder = this.#absolute(prefix)
    try {
      return this.#pace.slow
        ? await readdir(folder, { withFileTypes: true })
        : readdirSync(folder, { withFileTypes: true })
    } catch (error) {
      this.#note(prefix, error)
      return undefined
    }
  }

  #stat(path: string): Stats | undefined {
    try {
      return statSync(this.#absolute(path))
    } catch (error) {
      this.#note(path, error)
      return undefined
    }
  }

  async #statSlowly(path: string): Promise<Stats | undefined> {
    try {
      return await stat(this.#absolute(path))
    } catch (error) {
      this.#note(path, error)
      return undefined
    }
  }

  /** What is gone by the time it is looked at is no longer there; what can't be looked at is not known. */
  #note(path: string, error: unknown): void {
    if (codeOf(error) !== 'ENOENT') this.unreadable.push(path)
  }

  #absolute(path: string): string {
    return this.#folder + sep + path
  }
}
