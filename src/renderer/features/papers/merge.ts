import type { PaperId } from '../../../contract/model.ts'

/**
 * A reloaded list in which papers that the user just dealt with stay where they were, though they no longer
 * belong to it: each after the nearest former neighbour above that is still there.
 */
export function mergeStable(
  shown: readonly PaperId[],
  fresh: readonly PaperId[],
  keep: ReadonlySet<PaperId>
): PaperId[] {
  const there = new Set(fresh)
  const followers = new Map<PaperId | null, PaperId[]>()
  let above: PaperId | null = null
  for (const id of shown) {
    if (there.has(id)) above = id
    else if (keep.has(id)) followers.set(above, [...(followers.get(above) ?? []), id])
  }
  return [...(followers.get(null) ?? []), ...fresh.flatMap((id) => [id, ...(followers.get(id) ?? [])])]
}
