import type { Db } from '../../../../src/core/db/open.ts'

/**
 * Everything that the user made, flat: `paper/1/status`, `paper/1/in/2` (its position in queue 2),
 * `paper/1/tag/theory`, `queue/2/name`. What is as in a new library is left out, and so are times.
 */
export type State = ReadonlyMap<string, string | number | boolean>

/** What a library says. */
export function stateOf(db: Db): State {
  const state = new Map<string, string | number | boolean>()
  const rows = (sql: string): Record<string, string | number | null>[] => db.prepare<[], never>(sql).all()
  for (const row of rows('SELECT * FROM marks')) {
    const paper = `paper/${row['paper_id']}`
    if (row['status'] !== 'inbox') state.set(`${paper}/status`, row['status'] ?? '')
    if (row['starred'] === 1) state.set(`${paper}/starred`, true)
    if (row['rating'] !== null) state.set(`${paper}/rating`, row['rating'] ?? 0)
    if (row['note'] !== '') state.set(`${paper}/note`, row['note'] ?? '')
    if (row['snoozed_until'] !== null) state.set(`${paper}/snoozed`, row['snoozed_until'] ?? '')
  }
  for (const row of rows('SELECT * FROM queue_items'))
    state.set(`paper/${row['paper_id']}/in/${row['queue_id']}`, row['position'] ?? 0)
  for (const row of rows('SELECT p.paper_id, t.name FROM tags t LEFT JOIN paper_tags p ON p.tag_id = t.id'))
    state.set(`paper/${row['paper_id']}/tag/${row['name']}`, true)
  for (const row of rows('SELECT * FROM queues'))
    for (const field of ['name', 'color', 'due', 'place'])
      if (row[field] !== null) state.set(`queue/${row['id']}/${field}`, row[field] ?? '')
  return state
}

/** The ids that the first group of a pattern finds in the keys, each once. */
export const idsIn = (state: State, pattern: RegExp): number[] => [
  ...new Set([...state.keys()].flatMap((key) => pattern.exec(key)?.[1] ?? []).map(Number))
]
