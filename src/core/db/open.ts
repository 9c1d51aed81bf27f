import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../contract/errors.ts'
import { libraryError } from './errors.ts'
import { migrations } from './migrations/index.ts'

export type Db = Database.Database

/** How long a statement waits for another program that is writing, in milliseconds. */
const BUSY_TIMEOUT_MS = 5000

/**
 * Opens `library.db` in the library folder, made when missing, and brings it to the newest schema. A database
 * that exists is copied to `backups/` before a migration.
 * @returns `library-newer`, `library-corrupt`, `library-locked` or `library-unwritable` where it can't be
 *   opened; the file is then left as it was.
 */
export function openDatabase(library: string): Result<Db> {
  let db: Db | undefined
  try {
    mkdirSync(library, { recursive: true })
    db = new Database(join(library, 'library.db'), { timeout: BUSY_TIMEOUT_MS })
    const version = schemaVersion(db)
    if (version > migrations.length) {
      db.close()
      return fail(
        'library-newer',
        'This library was made by a newer version of Paperdeck. Update Paperdeck, or choose another library.'
      )
    }
    const damage = db.pragma('quick_check(1)', { simple: true })
    if (damage !== 'ok') {
      db.close()
      return libraryError({ code: 'SQLITE_CORRUPT' }, library)
    }
    db.pragma('journal_mode = WAL')
    // In WAL mode NORMAL keeps the database sound but may lose the last commits at a power cut; what the user
    // did must be durable when it was acknowledged.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    if (version < migrations.length) migrate(db, library, version)
    return ok(db)
  } catch (error) {
    db?.close()
    return libraryError(error, library)
  }
}

function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

function migrate(db: Db, library: string, from: number): void {
  if (from > 0) backUp(db, library, from)
  const run = db.transaction(() => {
    // Another program may have migrated while this one waited for the lock.
    for (let version = schemaVersion(db); version < migrations.length; version++) {
      db.exec(migrations[version] ?? '')
      db.pragma(`user_version = ${version + 1}`)
    }
  })
  run.immediate()
}

/** A copy that was cut short is never taken for one. */
function backUp(db: Db, library: string, version: number): void {
  const folder = join(library, 'backups')
  mkdirSync(folder, { recursive: true })
  const time = new Date().toISOString().replace(/[:.]/g, '-')
  const file = join(folder, `library-schema-${version}-${time}.db`)
  const partial = `${file}.partial`
  rmSync(partial, { force: true })
  db.prepare('VACUUM INTO ?').run(partial)
  renameSync(partial, file)
}
