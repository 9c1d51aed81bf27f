import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { isSameName } from '../names.ts'

interface Tag {
  id: number
  name: string
}

/** The tag of a name, as it was first written. SQLite knows the case of ASCII letters only. */
export const findTag = (db: Db, name: string): Tag | undefined =>
  statement<[string], Tag>(db, 'SELECT id, name FROM tags WHERE name = ?').get(name) ??
  statement<[], Tag>(db, 'SELECT id, name FROM tags')
    .all()
    .find((tag) => isSameName(tag.name, name))
