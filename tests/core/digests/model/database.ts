import assert from 'node:assert/strict'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/**
 * Holds a library's file to SQLite's own checks. Nothing else should have it open.
 * @throws AssertionError with what SQLite found
 */
export function checkDatabase(library: string): void {
  const db = new Database(join(library, 'library.db'))
  try {
    assert.deepEqual(db.pragma('integrity_check'), [{ integrity_check: 'ok' }])
    assert.deepEqual(db.pragma('foreign_key_check'), [])
  } finally {
    db.close()
  }
}
