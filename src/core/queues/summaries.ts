import type { QueueSummary } from '../../contract/library.ts'
import { TO_READ_QUEUE_ID } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { storedQueues } from './stored.ts'

/** The queues in the user's order, with how many papers they have. */
export function queuesOf(db: Db): QueueSummary[] {
  const counts = statement<[number], number>(
    db,
    'SELECT count(*) FROM queue_items WHERE queue_id = ?'
  ).pluck()
  const dealtWith = statement<[number], number>(
    db,
    `SELECT count(*) FROM queue_items i JOIN marks m ON m.paper_id = i.paper_id
     WHERE i.queue_id = ? AND m.status IN ('read', 'skipped')`
  ).pluck()
  return storedQueues(db).map(({ id, name, color, due }) => {
    const count = counts.get(id) ?? 0
    // Papers leave To read when they are read or skipped.
    const builtIn = id === TO_READ_QUEUE_ID
    const left = builtIn ? count : count - (dealtWith.get(id) ?? 0)
    return { id, name, builtIn, color, due, count, left }
  })
}
