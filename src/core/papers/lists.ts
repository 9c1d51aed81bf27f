import type { ListRef, PaperId } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import type { Search } from '../search/index.ts'

/** Most hits that a search shows as a list. */
const MAX_HITS = 10_000

/** Papers without a day, and so without a place in a deck, stand as their files and these list them. */
const newestFirst = `v.day DESC, e.position,
  CASE WHEN v.day IS NULL THEN (
    SELECT f.path || '/' || d.path FROM appearances a
    JOIN digests d ON d.id = a.digest_id JOIN folders f ON f.id = d.folder_id WHERE a.id = v.shown_id
  ) END,
  CASE WHEN v.day IS NULL THEN (SELECT position FROM appearances WHERE id = v.shown_id) END,
  v.id`
const fromVisible = `
  SELECT v.id FROM visible_papers v LEFT JOIN deck_entries e ON e.day = v.day AND e.paper_id = v.id`

/** The papers of a list, in its order. */
export function listIds(db: Db, search: Search, list: ListRef): PaperId[] {
  const ids = (sql: string, ...params: (string | number)[]) =>
    statement<(string | number)[], number>(db, sql)
      .pluck()
      .all(...params)
  switch (list.kind) {
    case 'deck':
      return ids('SELECT paper_id FROM deck_entries WHERE day = ? ORDER BY position', list.day)
    case 'all':
      return ids(`${fromVisible} ORDER BY ${newestFirst}`)
    case 'starred':
      return ids('SELECT paper_id FROM marks WHERE starred = 1 ORDER BY starred_at DESC, paper_id')
    case 'queue':
      return ids('SELECT paper_id FROM queue_items WHERE queue_id = ? ORDER BY position', list.queueId)
    case 'status':
      return list.status === 'inbox'
        ? ids(`${fromVisible} WHERE v.status = 'inbox' ORDER BY ${newestFirst}`)
        : ids('SELECT paper_id FROM marks WHERE status = ? ORDER BY status_at DESC, paper_id', list.status)
    case 'search':
      return search.query(list.query, MAX_HITS).ids
  }
}
