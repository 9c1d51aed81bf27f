import type { ListRef, ListView } from '../../../contract/lists.ts'
import type { Day, PaperId, PaperRow } from '../../../contract/model.ts'
import { belongs, isOrderedByMarks } from './belongs.ts'

interface Reloaded {
  ref: ListRef
  view: ListView
  /** What the list holds now. */
  ids: readonly PaperId[]
  rowOf: (id: PaperId) => PaperRow | undefined
  today: Day
  /** Whether digest files changed, with which papers come and go. */
  digests: boolean
}

/** Of the papers that were just dealt with, those that stay where they are, though that moved them or took them away. */
export function stayers(dealtWith: ReadonlySet<PaperId>, reloaded: Reloaded): Set<PaperId> {
  if (dealtWith.size === 0) return new Set()
  const { ref, view, ids } = reloaded
  const there = new Set(ids)
  const ordered = isOrderedByMarks(ref, view.sort)
  return new Set([...dealtWith].filter((id) => (there.has(id) ? ordered : leftByItself(id, reloaded))))
}

/** Whether a paper left because of what was done to it, rather than with its digest. */
function leftByItself(id: PaperId, { ref, view, rowOf, today, digests }: Reloaded): boolean {
  const row = rowOf(id)
  // What a search finds is known to the core only.
  if (!row || ref.kind === 'search') return !digests
  return !belongs(ref, view.filter, row, today)
}
