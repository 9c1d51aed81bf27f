import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../contract/errors.ts'
import { codeOf } from '../db/errors.ts'

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
  /** Relative paths of sub-folders and files that can't be read just now: what is in them is not known. */
  unreadable: string[]
}

const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name)
const isIgnored = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

/** Files are looked at so many at a time. */
const CONCURRENCY = 16

/**
 * Lists the Markdown files of a folder and its sub-folders, links followed once.
 * @returns `folder-missing`, `folder-not-a-directory` or `folder-unreadable` where the folder itself can't be read
 */
export async function scanFolder(folder: string): Promise<Result<FolderScan>> {
  const usable = await checkFolder(folder)
  if (!usable.ok) return usable
  const scan: FolderScan = { files: [], unreadable: [] }
  await scanInto(scan, folder, '', new Set())
  scan.files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return ok(scan)
}

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

async function scanInto(scan: FolderScan, folder: string, prefix: string, seen: Set<string>): Promise<void> {
  const here = join(folder, prefix)
  try {
    const real = await realpath(here)
    if (seen.has(real)) return
    seen.add(real)
    const entries = (await readdir(here, { withFileTypes: true })).filter(({ name }) => !isIgnored(name))
    const folders: string[] = []
    const files: string[] = []
    for (const entry of entries) {
      const path = prefix + entry.name
      if (entry.isDirectory()) folders.push(path)
      else if (entry.isFile() && isMarkdown(entry.name)) files.push(path)
      else if (entry.isSymbolicLink()) await sortLink(folder, path, folders, files)
    }
    for (let i = 0; i < files.length; i += CONCURRENCY)
      await Promise.all(files.slice(i, i + CONCURRENCY).map((path) => addFile(scan, folder, path)))
    for (const path of folders.sort()) await scanInto(scan, folder, `${path}/`, seen)
  } catch (error) {
    if (!isGone(error)) scan.unreadable.push(prefix)
  }
}

async function sortLink(folder: string, path: string, folders: string[], files: string[]): Promise<void> {
  try {
    const target = await stat(join(folder, path))
    if (target.isDirectory()) folders.push(path)
    else if (target.isFile() && isMarkdown(path)) files.push(path)
  } catch {
    // A link that leads nowhere holds no digest.
  }
}

async function addFile(scan: FolderScan, folder: string, path: string): Promise<void> {
  const absolute = join(folder, path)
  try {
    const { size, mtimeMs, ctimeMs } = await stat(absolute)
    scan.files.push({ path, absolute, size, mtimeMs, ctimeMs })
  } catch (error) {
    if (!isGone(error) && (await isThere(absolute))) scan.unreadable.push(path)
  }
}

const isGone = (error: unknown): boolean => codeOf(error) === 'ENOENT'

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false
  )
