import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openDatabase, type Db } from '../../src/core/db/open.ts'

const tables = [
  'folders',
  'digests',
  'problems',
  'papers',
  'appearances',
  'deck_entries',
  'citation_keys'
] as const

/**
 * What no import can be faster than: reading the files, and the very rows that the import made put into an
 * empty library by prepared inserts, five digests' worth in a transaction.
 * @returns milliseconds
 */
export function measureFloor(imported: string, library: string, folder: string, paths: string[]): number {
  const source = new Database(join(imported, 'library.db'), { readonly: true })
  const rows = tables.map((table) => ({
    table,
    rows: source.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()
  }))
  source.close()
  const opened = openDatabase(library)
  if (!opened.ok) throw new Error(opened.error.message)
  const db = opened.value
  db.pragma('foreign_keys = OFF')
  db.pragma('synchronous = NORMAL')
  const start = performance.now()
  for (const path of paths) readFileSync(join(folder, path))
  const count = rows.reduce((sum, { rows }) => sum + rows.length, 0)
  insertAll(db, rows, Math.ceil((5 * count) / paths.length))
  const ms = performance.now() - start
  db.close()
  return ms
}

function insertAll(
  db: Db,
  content: { table: string; rows: Record<string, unknown>[] }[],
  batch: number
): void {
  for (const { table, rows } of content) {
    const columns = Object.keys(rows[0] ?? {})
    if (columns.length === 0) continue
    const insert = db.prepare(
      `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')})
       VALUES (${columns.map((name) => `@${name}`).join(', ')})`
    )
    for (let from = 0; from < rows.length; from += batch)
      db.transaction(() => {
        for (const row of rows.slice(from, from + batch)) insert.run(row)
      })()
  }
}
