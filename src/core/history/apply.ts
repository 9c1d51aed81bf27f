import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../db/open.ts'
import { changesOn, isAside, papersOf, type Change, type ChangeOf, type Kind, type State } from './change.ts'
import type { Target } from './target.ts'
import { kinds, targets } from './targets/index.ts'
import { settleMarks } from './targets/marks.ts'

/** Writes the `after` of changes, at most one of each thing. */
export function apply(db: Db, changes: readonly Change[]): void {
  for (const kind of kinds) write(db, kind, changesOn(kind, changes))
  settleMarks(db, papersOf(changes))
}

function write<On extends Kind>(db: Db, on: On, changes: readonly ChangeOf<On>[]): void {
  if (changes.length === 0) return
  const target = targets[on]
  const now = target.read(db, changes)
  target.write(
    db,
    changes.map((change, index) => ({ ...change, state: changed(now[index] ?? null, change) }))
  )
}

/** What a thing becomes by a change. */
const changed = <On extends Kind>(now: State<On> | null, { after }: ChangeOf<On>): State<On> | null =>
  // The change of a thing that comes has all of its fields; of another one the rest is there already.
  after && { ...now, ...after }

/**
 * Writes the `after` of changes where things are still as `before` says. What belongs together stands or falls
 * together: all that the changes say of a paper, or of a queue that comes or goes with its papers.
 * @returns what was written, and how many papers, queues or rules were changed since and so left alone
 */
export function applyUnlessChanged(
  db: Db,
  changes: readonly Change[]
): { applied: Change[]; conflicts: number } {
  const refused = new Set(kinds.flatMap((kind) => changedSince(db, kind, changesOn(kind, changes))))
  const applied: Change[] = []
  let conflicts = 0
  for (const group of groupsOf(changes)) {
    const stands = group.every((change) => !refused.has(change)) && !isBlocked(db, group)
    if (stands) applied.push(...group)
    else if (!group.every(isAside)) conflicts++
  }
  apply(db, applied)
  return { applied, conflicts }
}

function changedSince<On extends Kind>(db: Db, on: On, changes: readonly ChangeOf<On>[]): object[] {
  if (changes.length === 0) return []
  const target = targets[on]
  const now = target.read(db, changes)
  return changes.filter((change, index) => !isAs(target, now[index] ?? null, change))
}

/** Whether a thing is as it was before a change. */
function isAs<On extends Kind>(
  { times, position }: Pick<Target<never, never>, 'times' | 'position'>,
  now: State<On> | null,
  { before, after }: ChangeOf<On>
): boolean {
  if (now === null || before === null) return now === before
  const fields = Object.keys(before) as (keyof State<On> & string)[] // a part of such a state
  const isMove = after !== null && fields.every((field) => field === position)
  return fields.every(
    (field) =>
      times.has(field) || (field === position && !isMove) || isDeepStrictEqual(now[field], before[field])
  )
}

function groupsOf(changes: readonly Change[]): Change[][] {
  const queues = new Set(changesOn('queue', changes).map(({ id }) => id))
  const groups = Map.groupBy(changes, (change) => {
    if (change.on === 'queue' || change.on === 'rule') return `${change.on} ${change.id}`
    return change.on === 'place' && queues.has(change.queue)
      ? `queue ${change.queue}`
      : `paper ${change.paper}`
  })
  return [...groups.values()]
}

const isBlocked = (db: Db, group: readonly Change[]): boolean =>
  kinds.some((kind) => isKindBlocked(db, kind, changesOn(kind, group), group))

function isKindBlocked<On extends Kind>(
  db: Db,
  on: On,
  own: readonly ChangeOf<On>[],
  group: readonly Change[]
): boolean {
  const target = targets[on]
  if (!target.isBlocked || own.length === 0) return false
  const now = target.read(db, own)
  return own.some((change, index) =>
    target.isBlocked?.(db, change, changed(now[index] ?? null, change), group)
  )
}
