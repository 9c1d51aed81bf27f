import type { PaperId } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import type { Change } from '../history/change.ts'
import { changesTo } from '../history/plan.ts'
import { order } from './order.ts'

const placesOf = (queue: number, papers: readonly PaperId[]): { queue: number; paper: PaperId }[] =>
  papers.map((paper) => ({ queue, paper }))

/** What puts papers at the end of a queue; those in it stay where they are. */
export function joining(db: Db, queue: number, papers: readonly PaperId[]): Change[] {
  const end = statement<[number], number>(
    db,
    'SELECT coalesce(max(position), 0) FROM queue_items WHERE queue_id = ?'
  )
  let position = end.pluck().get(queue) ?? 0
  return changesTo(db, 'place', placesOf(queue, papers), (place) => place ?? { position: ++position })
}

/** What takes papers out of a queue. */
export const leaving = (db: Db, queue: number, papers: readonly PaperId[]): Change[] =>
  changesTo(db, 'place', placesOf(queue, papers), () => null)

/** The papers of a queue, in its order. */
export const papersInQueue = (db: Db, queue: number): PaperId[] =>
  itemsOf(db, queue).map(({ paper }) => paper)

/**
 * What puts papers of a queue, in the order given, before another one; null: at the end. Papers that are not in it
 * are let be.
 * @returns undefined where the other one is not in it
 */
export function arranging(
  db: Db,
  queue: number,
  papers: readonly PaperId[],
  before: PaperId | null
): Change[] | undefined {
  const items = itemsOf(db, queue)
  const placed = order(
    items.map(({ paper, position }) => ({ id: paper, place: position })),
    papers,
    before
  )
  if (!placed) return undefined
  const moved = new Set(papers)
  const things = [...placed.keys()].map((paper) =>
    moved.has(paper) ? { queue, paper } : { queue, paper, aside: true as const }
  )
  return changesTo(db, 'place', things, (place, { paper }) => {
    const position = placed.get(paper)
    return position === undefined ? place : { position }
  })
}

const itemsOf = (db: Db, queue: number): { paper: PaperId; position: number }[] =>
  statement<[number], { paper: PaperId; position: number }>(
    db,
    'SELECT paper_id AS paper, position FROM queue_items WHERE queue_id = ? ORDER BY position, paper_id'
  ).all(queue)
