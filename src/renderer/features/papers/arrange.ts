import type { PaperId } from '../../../contract/model.ts'

/** A list in which some papers, in the order given, stand before another one; null: at the end. Linear. */
export function arranged(
  ids: readonly PaperId[],
  moving: readonly PaperId[],
  before: PaperId | null
): PaperId[] {
  const moved = new Set(moving)
  const rest: PaperId[] = []
  for (const id of ids) {
    if (id === before) rest.push(...moving)
    if (!moved.has(id)) rest.push(id)
  }
  return before === null ? rest.concat(moving) : rest
}

export interface Move {
  /** In the order of the list. */
  ids: PaperId[]
  before: PaperId | null
}

/** Papers dropped before a place of the list, its length: at the end. Null where that changes nothing. */
export function dropAt(ids: readonly PaperId[], moving: ReadonlySet<PaperId>, place: number): Move | null {
  let at = place
  while (at < ids.length && moving.has(ids[at] ?? 0)) at += 1
  const before = ids[at] ?? null
  const move = { ids: ids.filter((id) => moving.has(id)), before }
  return changes(ids, move) ? move : null
}

/**
 * One step up or down, papers that are apart brought together: before the one above the first of them, or after the
 * one below the last. Null where that changes nothing.
 */
export function stepMove(
  ids: readonly PaperId[],
  moving: ReadonlySet<PaperId>,
  way: 'up' | 'down'
): Move | null {
  const first = ids.findIndex((id) => moving.has(id))
  if (first < 0) return null
  if (way === 'up') return dropAt(ids, moving, Math.max(0, first - 1))
  const last = ids.findLastIndex((id) => moving.has(id))
  return dropAt(ids, moving, Math.min(ids.length, last + 2))
}

function changes(ids: readonly PaperId[], { ids: moving, before }: Move): boolean {
  const after = arranged(ids, moving, before)
  return after.some((id, place) => id !== ids[place])
}
