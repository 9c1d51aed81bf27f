import type { DigestProblem } from '../../contract/library.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

const columns = `f.path AS folder, d.path AS file, p.line, p."column", p.code, p.severity, p.message, p.excerpt`
/** Of folders that were let go no problems are told: whether their files were mended is not known. */
const tables = `problems p JOIN digests d ON d.id = p.digest_id
  JOIN folders f ON f.id = d.folder_id AND f.state IN ('active', 'paused')`

/** What was not understood, by file and line; of one folder or of all. */
export function problemsOf(db: Db, folderId?: number): DigestProblem[] {
  const order = 'ORDER BY f.path, d.path, p.line, p.id'
  return folderId === undefined
    ? statement<[], DigestProblem>(db, `SELECT ${columns} FROM ${tables} ${order}`).all()
    : statement<[number], DigestProblem>(
        db,
        `SELECT ${columns} FROM ${tables} WHERE d.folder_id = ? ${order}`
      ).all(folderId)
}

/** How many of them are worth the user's attention: all but those of the mildest kind. */
export const problemCount = (db: Db): number =>
  statement<[], number>(db, `SELECT count(*) FROM ${tables} WHERE p.severity <> 'info'`).pluck().get() ?? 0
