import type { Db } from './open.ts'
import { statement } from './statements.ts'

/** The id that a new row of a table gets: one that no row ever had. */
export const nextId = (db: Db, table: 'queues' | 'rules'): number =>
  (statement<[string], number>(db, 'SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table) ??
    0) + 1
