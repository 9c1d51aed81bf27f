import { z } from 'zod'
import type { PaperId } from '../../../contract/model.ts'
import { statement } from '../../db/statements.ts'
import type { Target } from '../target.ts'

export const placeSchema = z.object({ position: z.number() })
export type Place = z.infer<typeof placeSchema>

/** A paper's place in a queue; null outside. */
export const placeTarget: Target<{ queue: number; paper: PaperId }, Place> = {
  times: new Set(),
  position: 'position',
  read(db, things) {
    const read = statement<[number, number], Place>(
      db,
      'SELECT position FROM queue_items WHERE queue_id = ? AND paper_id = ?'
    )
    return things.map(({ queue, paper }) => read.get(queue, paper) ?? null)
  },
  write(db, things) {
    const put = statement(
      db,
      `INSERT INTO queue_items (queue_id, paper_id, position) VALUES (?, ?, ?)
       ON CONFLICT (queue_id, paper_id) DO UPDATE SET position = excluded.position`
    )
    const remove = statement(db, 'DELETE FROM queue_items WHERE queue_id = ? AND paper_id = ?')
    for (const { queue, paper, state } of things) {
      if (state) put.run(queue, paper, state.position)
      else remove.run(queue, paper)
    }
  },
  isBlocked: (db, { queue }, state, together) =>
    state !== null &&
    !together.some((change) => change.on === 'queue') &&
    !statement<[number], object>(db, 'SELECT 1 FROM queues WHERE id = ?').get(queue)
}
