import type { Db } from './open.ts'
import { statement } from './statements.ts'

/** Counts up with every change of the digest tables, whichever program made it. */
export const digestRevision = (db: Db): number =>
  statement<[], number>(db, 'SELECT digest_revision FROM library_state').pluck().get() ?? 0

/**
 * Remembers what a function reads from the digest tables until these change.
 * @param read must read nothing of what the user did
 */
export function perRevision<T>(read: (db: Db) => T): (db: Db) => T {
  const remembered = new WeakMap<Db, { revision: number; value: T }>()
  return (db) => {
    const revision = digestRevision(db)
    const known = remembered.get(db)
    if (known?.revision === revision) return known.value
    const value = read(db)
    remembered.set(db, { revision, value })
    return value
  }
}
