import type { FolderInfo } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

export interface Folder {
  id: number
  path: string
  sample: boolean
}

interface FolderRow {
  id: number
  path: string
  sample: number
}

const toFolder = (row: FolderRow): Folder => ({ ...row, sample: row.sample === 1 })

export const foldersOf = (db: Db): Folder[] =>
  statement<[], FolderRow>(db, 'SELECT id, path, sample FROM folders ORDER BY id').all().map(toFolder)

/** The folder of that path, added when it is new. */
export function ensureFolder(db: Db, path: string, sample: boolean, now: Date): Folder {
  statement(
    db,
    'INSERT INTO folders (path, sample, added_at) VALUES (?, ?, ?) ON CONFLICT (path) DO NOTHING'
  ).run(path, sample ? 1 : 0, now.toISOString())
  const row = statement<[string], FolderRow>(db, 'SELECT id, path, sample FROM folders WHERE path = ?').get(
    path
  )
  if (!row) throw new Error(`folder ${path} vanished after it was added`)
  return toFolder(row)
}

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

/** @param problems why a folder can't be read just now, by its id */
export function folderInfos(db: Db, problems: ReadonlyMap<number, string>): FolderInfo[] {
  return foldersOf(db).map((folder) => {
    const { files, papers } = countsOf(db, folder.id)
    return { ...folder, files, papers, problem: problems.get(folder.id) ?? null }
  })
}
