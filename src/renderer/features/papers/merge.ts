import type { PaperId } from '../../../contract/model.ts'

/**
 * A reloaded list in which papers that the user just dealt with stay where they were, though they no longer
 * belong to it, or not there: each after the nearest former neighbour above that does. Linear.
 */
export function mergeStable(
  shown: readonly PaperId[],
  fresh: readonly PaperId[],
  keep: ReadonlySet<PaperId>
): PaperId[] {
  if (keep.size === 0) return [...fresh]
  const there = new Set(fresh)
  const top: PaperId[] = []
  const followers = new Map<PaperId, PaperId[]>()
  let after = top
  for (const id of shown) {
    if (keep.has(id)) after.push(id)
    else if (there.has(id)) followers.set(id, (after = []))
  }
  const held = new Set([top, ...followers.values()].flat())
  const merged = top
  for (const id of fresh) {
    if (held.has(id)) continue
    merged.push(id)
    for (const follower of followers.get(id) ?? []) merged.push(follower)
  }
  return merged
}

/**
 * Where the cursor goes on when the paper under it leaves: to the nearest below that stays, else the nearest above.
 * Undefined where none stays.
 */
export function neighbour(
  shown: readonly PaperId[],
  cursor: PaperId | null,
  stays: (id: PaperId) => boolean
): PaperId | undefined {
  const at = cursor === null ? 0 : Math.max(0, shown.indexOf(cursor))
  for (let below = at; below < shown.length; below++) {
    const id = shown[below]
    if (id !== undefined && stays(id)) return id
  }
  for (let above = at - 1; above >= 0; above--) {
    const id = shown[above]
    if (id !== undefined && stays(id)) return id
  }
  return undefined
}
