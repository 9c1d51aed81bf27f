import type { QueueSummary } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

export const queuesOf = (db: Db): QueueSummary[] =>
  statement<[], { id: number; name: string; builtIn: number; count: number }>(
    db,
    `SELECT id, name, built_in AS builtIn,
       (SELECT count(*) FROM queue_items WHERE queue_id = queues.id) AS count
     FROM queues ORDER BY built_in DESC, id`
  )
    .all()
    .map((queue) => ({ ...queue, builtIn: queue.builtIn === 1 }))
