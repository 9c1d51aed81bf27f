import { z } from 'zod'
import { colorSchema, daySchema } from '../../../contract/model.ts'
import { isSameName } from '../../names.ts'
import { statement } from '../../db/statements.ts'
import type { Target } from '../target.ts'

export const queueSchema = z.object({
  name: z.string(),
  color: colorSchema.nullable(),
  due: daySchema.nullable(),
  /** Where it stands among the queues, ascending. */
  place: z.number()
})
export type StoredQueue = z.infer<typeof queueSchema>

/** A queue itself; its papers are places. */
export const queueTarget: Target<{ id: number }, StoredQueue> = {
  times: new Set(),
  position: 'place',
  read(db, things) {
    const read = statement<[number], StoredQueue>(
      db,
      'SELECT name, color, due, place FROM queues WHERE id = ?'
    )
    return things.map(({ id }) => read.get(id) ?? null)
  },
  write(db, things) {
    const put = statement(
      db,
      `INSERT INTO queues (id, name, color, due, place) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, color = excluded.color, due = excluded.due,
         place = excluded.place`
    )
    const remove = statement(db, 'DELETE FROM queues WHERE id = ?')
    for (const { id, state } of things) {
      if (state) put.run(id, state.name, state.color, state.due, state.place)
      else remove.run(id)
    }
  },
  isBlocked(db, { id }, state, together) {
    if (state === null) {
      const held = statement<[number], number>(db, 'SELECT count(*) FROM queue_items WHERE queue_id = ?')
      return held.pluck().get(id) !== together.length - 1
    }
    const others = statement<[number], string>(db, 'SELECT name FROM queues WHERE id <> ?').pluck().all(id)
    return others.some((name) => isSameName(name, state.name))
  }
}
