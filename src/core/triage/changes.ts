import { z } from 'zod'
import { paperIdSchema } from '../../contract/model.ts'
import { marksOf, storedMarksSchema, writeMarks, type StoredMarks } from './marks.ts'
import type { Db } from '../db/open.ts'

const partialMarks = storedMarksSchema.partial()
type PartialMarks = z.infer<typeof partialMarks>

/** What an action changed of one paper: the same fields before and after. */
export const changeSchema = z.object({ paper: paperIdSchema, before: partialMarks, after: partialMarks })
export type Change = z.infer<typeof changeSchema>
export const changesSchema = z.array(changeSchema)

/** When something was done is not what was done: two equal values are no conflict for their times. */
const times: ReadonlySet<string> = new Set(['statusAt', 'starredAt', 'toRead'])
const fields = storedMarksSchema.keyof().options

/** The change that makes `after` of a paper's marks; undefined where they are so already. */
export function changeTo(paper: number, before: StoredMarks, after: StoredMarks): Change | undefined {
  const changed = fields.filter((field) => before[field] !== after[field])
  if (!changed.some((field) => !times.has(field))) return undefined
  const pick = (marks: StoredMarks): PartialMarks =>
    partialMarks.parse(Object.fromEntries(changed.map((field) => [field, marks[field]])))
  return { paper, before: pick(before), after: pick(after) }
}

/** Writes the `after` of a change. */
export function apply(db: Db, change: Change): void {
  writeMarks(db, change.paper, complete({ ...marksOf(db, change.paper), ...change.after }))
}

/**
 * Writes the `after` of a change only where the paper still is as `before` says.
 * @returns false where it was changed since; it is then left alone
 */
export function applyUnlessChanged(db: Db, change: Change): boolean {
  const now = marksOf(db, change.paper)
  const changedSince = fields.some(
    (field) => field in change.before && !times.has(field) && now[field] !== change.before[field]
  )
  if (changedSince) return false
  writeMarks(db, change.paper, complete({ ...now, ...change.after }))
  return true
}

export const reverse = (change: Change): Change => ({
  paper: change.paper,
  before: change.after,
  after: change.before
})

/** One change a paper, from the first row of a step to its last. */
export function compose(changes: readonly Change[]): Change[] {
  const byPaper = new Map<number, Change>()
  for (const change of changes) {
    const first = byPaper.get(change.paper)
    byPaper.set(
      change.paper,
      first
        ? {
            paper: change.paper,
            before: { ...change.before, ...first.before },
            after: { ...first.after, ...change.after }
          }
        : change
    )
  }
  return [...byPaper.values()]
}

const complete = (marks: PartialMarks): StoredMarks => storedMarksSchema.parse(marks)
