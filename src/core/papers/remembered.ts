import { listViewSchema, plainView, type ListRef, type ListView } from '../../contract/lists.ts'
import type { PaperId } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

/** So many lists are known by where the user was in them; those left longest ago are forgotten. */
const MAX_CURSORS = 500

/** Names a list by its kind and what else tells it from others. */
function listName(list: ListRef): string {
  switch (list.kind) {
    case 'deck':
      return `deck:${list.day}`
    case 'status':
      return `status:${list.status}`
    case 'queue':
      return `queue:${list.queueId}`
    case 'tag':
      return `tag:${list.tag.normalize('NFC').toLowerCase()}`
    case 'search':
      return `search:${list.query}`
    case 'starred':
    case 'all':
    case 'snoozed':
      return list.kind
  }
}

/** Decks are looked at the same way, and so are searches. */
const viewName = (list: ListRef): string =>
  list.kind === 'deck' || list.kind === 'search' ? list.kind : listName(list)

/** How a list was looked at last. */
export function rememberedView(db: Db, list: ListRef): ListView {
  const stored = statement<[string], string>(db, 'SELECT view FROM list_views WHERE list = ?')
    .pluck()
    .get(viewName(list))
  if (stored === undefined) return plainView
  // One that another version wrote may not make sense here.
  const view = listViewSchema.safeParse(JSON.parse(stored))
  return view.success ? view.data : plainView
}

export function rememberView(db: Db, list: ListRef, view: ListView): void {
  statement(db, 'INSERT OR REPLACE INTO list_views (list, view) VALUES (?, ?)').run(
    viewName(list),
    JSON.stringify(view)
  )
}

/** Where the user was in a list; null where that is not known. */
export const rememberedCursor = (db: Db, list: ListRef): PaperId | null =>
  statement<[string], number>(db, 'SELECT paper_id FROM list_cursors WHERE list = ?')
    .pluck()
    .get(listName(list)) ?? null

/** @param at ISO 8601 */
export function rememberCursor(db: Db, list: ListRef, paper: PaperId, at: string): void {
  statement(db, 'INSERT OR REPLACE INTO list_cursors (list, paper_id, at) VALUES (?, ?, ?)').run(
    listName(list),
    paper,
    at
  )
  statement(
    db,
    `DELETE FROM list_cursors WHERE list IN (
       SELECT list FROM list_cursors ORDER BY at DESC, list LIMIT -1 OFFSET ${MAX_CURSORS})`
  ).run()
}
