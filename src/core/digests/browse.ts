import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { ok, type Result } from '../../contract/errors.ts'
import type { FolderListing } from '../../contract/library.ts'
import { checkFolder } from './scan.ts'

/** An absolute path of what a person typed: `~` is the home folder, and so is nothing. */
export function expandPath(path: string): string {
  const trimmed = path.trim()
  if (trimmed === '' || trimmed === '~') return homedir()
  if (/^~[\\/]/.test(trimmed)) return join(homedir(), trimmed.slice(2))
  return isAbsolute(trimmed) ? resolve(trimmed) : resolve(homedir(), trimmed)
}

/** Lists a folder's sub-folders, hidden ones left out. */
export async function browseFolder(path: string | null): Promise<Result<FolderListing>> {
  const folder = expandPath(path ?? '')
  const usable = await checkFolder(folder)
  if (!usable.ok) return usable
  const entries = await readdir(folder, { withFileTypes: true })
  const visible = entries.filter(({ name }) => !name.startsWith('.'))
  const parent = dirname(folder)
  return ok({
    path: folder,
    parent: parent === folder ? null : parent,
    folders: visible
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => ({ name, path: join(folder, name) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    markdownFiles: visible.filter((entry) => !entry.isDirectory() && /\.(?:md|markdown)$/i.test(entry.name))
      .length
  })
}
