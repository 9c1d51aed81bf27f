interface Item {
  id: number
  place: number
}

/**
 * Puts some of ordered things, in the order given, before another one; null: at the end. Places between two others
 * are fractions; once these are too close together, all are numbered anew.
 * @param items all of them, in order
 * @param before one of the moved ones stands for the next that is not
 * @returns the new places of those that get one: none where the order is so already; undefined where `before` is
 *   not among them
 */
export function order(
  items: readonly Item[],
  ids: readonly number[],
  before: number | null
): Map<number, number> | undefined {
  const places = new Map(items.map(({ id, place }) => [id, place]))
  const moved = [...new Set(ids)].filter((id) => places.has(id))
  const isMoved = new Set(moved)
  const from = before === null ? items.length : items.findIndex(({ id }) => id === before)
  if (from < 0) return undefined
  const anchor = items.slice(from).find(({ id }) => !isMoved.has(id))
  const rest = items.filter(({ id }) => !isMoved.has(id))
  const index = anchor ? rest.indexOf(anchor) : rest.length
  const wanted = [
    ...rest.slice(0, index).map(({ id }) => id),
    ...moved,
    ...rest.slice(index).map(({ id }) => id)
  ]
  if (wanted.every((id, place) => items[place]?.id === id)) return new Map()
  const between = spread(rest[index - 1]?.place, anchor?.place, moved.length)
  if (between) return new Map(moved.map((id, place) => [id, between[place] ?? 0]))
  return new Map(wanted.map((id, place) => [id, place + 1]))
}

/** Ascending numbers between two others, or beyond one of them; undefined where there is no room. */
function spread(after: number | undefined, before: number | undefined, count: number): number[] | undefined {
  const start = after ?? (before ?? 0) - count - 1
  const end = before ?? start + count + 1
  const step = (end - start) / (count + 1)
  const places = Array.from({ length: count }, (_, index) => start + step * (index + 1))
  const isRoom = [...places, end].every((place, index) => place > (places[index - 1] ?? start))
  return isRoom ? places : undefined
}
