import { z } from 'zod'
import type { PaperId } from '../../../contract/model.ts'
import { statement } from '../../db/statements.ts'
import { findTag } from '../../tags/names.ts'
import type { Target } from '../target.ts'

/** That a paper has a tag says nothing more. */
export const taggedSchema = z.object({})
const isTagged = {}

/** A tag of a paper, by its name. A tag exists while a paper has it. */
export const taggedTarget: Target<{ tag: string; paper: PaperId }, object> = {
  times: new Set(),
  position: null,
  read(db, things) {
    const read = statement<[number, number], object>(
      db,
      'SELECT 1 FROM paper_tags WHERE paper_id = ? AND tag_id = ?'
    )
    const ids = new Map([...new Set(things.map(({ tag }) => tag))].map((tag) => [tag, findTag(db, tag)?.id]))
    return things.map(({ tag, paper }) => (read.get(paper, ids.get(tag) ?? 0) ? isTagged : null))
  },
  write(db, things) {
    const put = statement(db, 'INSERT OR IGNORE INTO paper_tags (paper_id, tag_id) VALUES (?, ?)')
    const remove = statement(db, 'DELETE FROM paper_tags WHERE paper_id = ? AND tag_id = ?')
    const create = statement(db, 'INSERT INTO tags (name) VALUES (?)')
    const drop = statement(
      db,
      'DELETE FROM tags WHERE id = ? AND NOT EXISTS (SELECT 1 FROM paper_tags WHERE tag_id = tags.id)'
    )
    for (const [tag, changed] of Map.groupBy(things, (thing) => thing.tag)) {
      const wanted = changed.some(({ state }) => state !== null)
      const id = findTag(db, tag)?.id ?? (wanted ? Number(create.run(tag).lastInsertRowid) : undefined)
      if (id === undefined) continue
      for (const { paper, state } of changed) {
        if (state) put.run(paper, id)
        else remove.run(paper, id)
      }
      drop.run(id)
    }
  }
}
