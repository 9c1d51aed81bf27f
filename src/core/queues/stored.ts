import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import type { StoredQueue } from '../history/targets/queue.ts'
import { isSameName } from '../names.ts'

type QueueRow = StoredQueue & { id: number }

/** All queues in the user's order, To read first. */
export const storedQueues = (db: Db): QueueRow[] =>
  statement<[], QueueRow>(
    db,
    'SELECT id, name, color, due, place FROM queues ORDER BY built_in DESC, place, id'
  ).all()

/** The id of the queue of a name. */
export const queueNamed = (db: Db, name: string): number | undefined =>
  storedQueues(db).find((queue) => isSameName(queue.name, name))?.id
