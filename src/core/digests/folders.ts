import type { AppError } from '../../contract/errors.ts'
import type { FolderInfo } from '../../contract/library.ts'
import type { Db } from '../db/open.ts'
import { perRevision } from '../db/revision.ts'
import { statement } from '../db/statements.ts'

export type FolderState = 'active' | 'paused' | 'kept' | 'removed'

export interface Folder {
  id: number
  path: string
  sample: boolean
  state: FolderState
}

interface FolderRow extends Omit<Folder, 'sample'> {
  sample: number
}

const toFolder = (row: FolderRow): Folder => ({ ...row, sample: row.sample === 1 })

export const foldersOf = (db: Db): Folder[] =>
  statement<[], FolderRow>(db, 'SELECT id, path, sample, state FROM folders ORDER BY id').all().map(toFolder)

/** The folder of that path, added when it is new, and active. */
export function ensureFolder(db: Db, path: string, sample: boolean, now: Date): Folder {
  statement(
    db,
    `INSERT INTO folders (path, sample, added_at) VALUES (?, ?, ?)
     ON CONFLICT (path) DO UPDATE SET
       state = 'active', imported = CASE WHEN state IN ('active', 'paused') THEN imported ELSE 0 END`
  ).run(path, sample ? 1 : 0, now.toISOString())
  const folder = foldersOf(db).find((known) => known.path === path)
  if (!folder) throw new Error(`folder ${path} vanished after it was added`)
  return folder
}

export function setFolderState(db: Db, id: number, state: FolderState): void {
  statement(db, 'UPDATE folders SET state = ? WHERE id = ?').run(state, id)
}

export const stateOf = (db: Db, id: number): FolderState | undefined =>
  statement<[number], FolderState>(db, 'SELECT state FROM folders WHERE id = ?').pluck().get(id)

/** Drops a removed folder once nothing of it is left. */
export function forgetRemovedFolder(db: Db, id: number): void {
  statement(
    db,
    `DELETE FROM folders WHERE id = ? AND state = 'removed'
       AND NOT EXISTS (SELECT 1 FROM digests WHERE folder_id = folders.id)`
  ).run(id)
}

/** Whether a folder holds a digest of that relative path. */
export const hasDigest = (db: Db, folderId: number, path: string): boolean =>
  statement<[number, string], number>(db, 'SELECT 1 FROM digests WHERE folder_id = ? AND path = ?')
    .pluck()
    .get(folderId, path) === 1

export interface FolderCounts {
  files: number
  papers: number
  appearances: number
}

export function countsOf(db: Db, folderId: number): FolderCounts {
  const counts = statement<[number, number], FolderCounts>(
    db,
    `SELECT (SELECT count(*) FROM digests WHERE folder_id = ?) AS files,
       count(DISTINCT a.paper_id) AS papers, count(*) AS appearances
     FROM appearances a JOIN digests d ON d.id = a.digest_id WHERE d.folder_id = ?`
  ).get(folderId, folderId)
  return counts ?? { files: 0, papers: 0, appearances: 0 }
}

const folderCounts = perRevision((db) => new Map(foldersOf(db).map(({ id }) => [id, countsOf(db, id)])))

/**
 * The folders that the user has: active and paused ones, and those let go whose papers are kept.
 * @param problems why a folder can't be read just now, by its id
 */
export function folderInfos(db: Db, problems: ReadonlyMap<number, AppError>): FolderInfo[] {
  return foldersOf(db).flatMap(({ id, path, sample, state }) => {
    if (state === 'removed') return []
    const { files, papers } = folderCounts(db).get(id) ?? { files: 0, papers: 0 }
    return { id, path, sample, state, files, papers, problem: problems.get(id) ?? null }
  })
}
