import type Database from 'better-sqlite3'
import type { Db } from './open.ts'

const prepared = new WeakMap<Db, Map<string, Database.Statement>>()

/** A prepared statement, made once a database and text: preparing costs more than running most of ours. */
export function statement<Params extends unknown[], Row = unknown>(
  db: Db,
  sql: string
): Database.Statement<Params, Row> {
  const statements = prepared.get(db) ?? new Map<string, Database.Statement>()
  prepared.set(db, statements)
  let found = statements.get(sql)
  if (!found) statements.set(sql, (found = db.prepare(sql)))
  // The text decides what a statement takes and gives; the caller who wrote it says so.
  return found as unknown as Database.Statement<Params, Row>
}
