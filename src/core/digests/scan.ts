import { readdirSync, statSync, type Dirent, type Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
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
   * at its end, or a file. Of a link it is not known which of them it is, so it is here as both.
   */
  unreadable: string[]
  /** Real paths of the folders and files that links were followed to. */
  linked: string[]
  /** The device that the folder is on, `dev` of a `stat`. */
  device: number
}

const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name)
const isIgnored = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

/** @returns whether a path is that of a folder, or lies in it; both real paths */
const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

/** Whether a folder is there and can be read. */
export async function checkFolder(folder: string): Promise<Result<{ device: number }>> {
  try {
    const stats = await stat(folder)
    if (!stats.isDirectory())
      return fail('folder-not-a-directory', `${folder} is a file, not a folder.`, { folder })
    await readdir(folder)
    return ok({ device: stats.dev })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return fail('folder-missing', `The folder ${folder} is not there.`, { folder })
    return fail('folder-unreadable', `The folder ${folder} can’t be read (${code}).`, { folder })
  }
}

/**
 * Lists the Markdown files of a folder and its sub-folders. Links are followed, but those that lead in a circle, up
 * to a folder that the link or the digest folder is in; what can be reached in several ways is listed once: where it
 * really is, if that is in the folder, else by the first link in the order of their paths.
 * @returns `folder-missing`, `folder-not-a-directory` or `folder-unreadable` where the folder itself can't be read
 */
export async function scanFolder(folder: string): Promise<Result<FolderScan>> {
  const usable = await checkFolder(folder)
  if (!usable.ok) return usable
  const scanner = new FolderScanner(folder)
  await scanner.scan()
  const { unreadable } = scanner
  const files = scanner.files.sort(byPath)
  return ok({ files, unreadable, linked: [...scanner.linked], device: usable.value.device })
}

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1)

interface Link {
  path: string
  /** The real path of the folder that it is in. */
  within: string
}

/**
 * Asks the file system synchronously, since a thread pool costs ten times what a local disk takes for a `stat`,
 * but with a pause every few milliseconds; and through the thread pool where the file system is slow.
 */
class FolderScanner {
  readonly files: FoundFile[] = []
  readonly unreadable: string[] = []
  readonly linked = new Set<string>()
  readonly #folder: string
  readonly #pace = new Pace()
  /** Real paths of the folders that were read. */
  readonly #read = new Set<string>()
  /** Links that were come by and not yet followed. */
  #links: Link[] = []
  readonly #fileLinks: { path: string; target: string; stats: Stats }[] = []

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Reads the folder's own tree, then what links in it lead to, then what links in that lead to. */
  async scan(): Promise<void> {
    const root = await this.#realpath('')
    if (root === undefined) return
    await this.#readFolder('', root)
    while (this.#links.length > 0) {
      const links = this.#links.sort(byPath)
      this.#links = []
      for (const link of links) await this.#follow(link, root)
    }
    for (const link of this.#fileLinks.sort(byPath)) this.#addLinked(link)
  }

  /**
   * @param prefix the sub-folder's relative path with a `/` at its end, empty for the folder itself
   * @param real its real path
   */
  async #readFolder(prefix: string, real: string): Promise<void> {
    this.#read.add(real)
    for (const entry of (await this.#list(prefix)) ?? []) {
      if (isIgnored(entry.name)) continue
      const path = prefix + entry.name
      if (entry.isDirectory()) {
        const below = join(real, entry.name)
        if (!this.#read.has(below)) await this.#readFolder(`${path}/`, below)
      } else if (entry.isSymbolicLink()) this.#links.push({ path, within: real })
      else if (entry.isFile() && isMarkdown(entry.name)) {
        if (this.#pace.slow) this.#add(path, await this.#statSlowly(path))
        else this.#add(path, this.#stat(path))
      }
      if (this.#pace.isOver()) await this.#pace.rest()
    }
  }

  async #follow({ path, within }: Link, root: string): Promise<void> {
    const stats = await this.#statSlowly(path, true)
    if (!stats) return
    const target = await this.#realpath(path)
    if (target === undefined) return
    if (stats.isFile() && isMarkdown(path)) this.#fileLinks.push({ path, target, stats })
    if (!stats.isDirectory() || this.#read.has(target)) return
    if (isWithin(within, target) || isWithin(root, target)) return
    this.linked.add(target)
    await this.#readFolder(`${path}/`, target)
  }

  #addLinked({ path, target, stats }: { path: string; target: string; stats: Stats }): void {
    const name = basename(target)
    const known = this.#read.has(dirname(target)) && isMarkdown(name) && !isIgnored(name)
    if (known || this.linked.has(target)) return
    this.linked.add(target)
    this.#add(path, stats)
  }

  #add(path: string, stats: Stats | undefined): void {
    if (!stats) return
    const { size, mtimeMs, ctimeMs } = stats
    this.files.push({ path, absolute: this.#absolute(path), size, mtimeMs, ctimeMs })
  }

  async #list(prefix: string): Promise<Dirent[] | undefined> {
    const folder = this.#absolute(prefix)
    try {
      return this.#pace.slow
        ? await readdir(folder, { withFileTypes: true })
        : readdirSync(folder, { withFileTypes: true })
    } catch (error) {
      this.#note(error, prefix)
      return undefined
    }
  }

  #stat(path: string): Stats | undefined {
    try {
      return statSync(this.#absolute(path))
    } catch (error) {
      this.#note(error, path)
      return undefined
    }
  }

  async #statSlowly(path: string, link = false): Promise<Stats | undefined> {
    try {
      return await stat(this.#absolute(path))
    } catch (error) {
      this.#note(error, path, ...(link ? [`${path}/`] : []))
      return undefined
    }
  }

  async #realpath(path: string): Promise<string | undefined> {
    try {
      return await realpath(this.#absolute(path))
    } catch (error) {
      this.#note(error, path, `${path}/`)
      return undefined
    }
  }

  /**
   * What is gone by the time it is looked at, or a link in a circle, is not there; what can't be looked at is not
   * known.
   */
  #note(error: unknown, ...paths: string[]): void {
    const code = codeOf(error)
    if (code !== 'ENOENT' && code !== 'ELOOP') this.unreadable.push(...paths)
  }

  #absolute(path: string): string {
    return this.#folder + sep + path
  }
}
