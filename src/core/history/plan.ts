import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../db/open.ts'
import type { At, ChangeOf, Kind, State } from './change.ts'
import type { Target } from './target.ts'
import { targets } from './targets/index.ts'

/**
 * The changes that make things what `to` says of them.
 * @param to is given what each is now, null where it does not exist; the same back: no change
 */
export function changesTo<On extends Kind>(
  db: Db,
  on: On,
  things: readonly At<On>[],
  to: (now: State<On> | null, thing: At<On>, index: number) => State<On> | null
): ChangeOf<On>[] {
  const target = targets[on]
  const changes: ChangeOf<On>[] = []
  for (const [index, now] of target.read(db, things).entries()) {
    const thing = things[index]
    if (thing === undefined) continue
    const sides = difference(target, now, to(now, thing, index))
    if (sides) changes.push({ ...thing, on, ...sides })
  }
  return changes
}

function difference<S extends object>(
  target: Target<never, S>,
  before: S | null,
  after: S | null
): { before: Partial<S> | null; after: Partial<S> | null } | undefined {
  if (before === null || after === null) return before === after ? undefined : { before, after }
  const fields = (Object.keys(after) as (keyof S & string)[]).filter(
    (field) => !isDeepStrictEqual(before[field], after[field])
  )
  if (fields.every((field) => target.times.has(field))) return undefined
  return { before: pick(before, fields), after: pick(after, fields) }
}

function pick<S extends object>(state: S, fields: readonly (keyof S)[]): Partial<S> {
  const part: Partial<S> = {}
  for (const field of fields) part[field] = state[field]
  return part
}
