import { TO_READ_QUEUE_ID, type PaperId, type Status } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import type { Change } from '../history/change.ts'
import { changesTo } from '../history/plan.ts'
import { untouched, type StoredMarks } from '../history/targets/marks.ts'
import { joining, leaving } from '../queues/places.ts'

/** A paper is in To read while it is on the way. */
const isOnTheWay = (status: Status): boolean => status === 'queued' || status === 'reading'

/** What gives papers a status, with their places in To read. A paper that was away is back then. */
export function statusChanges(db: Db, papers: readonly PaperId[], status: Status, now: string): Change[] {
  return [
    ...marksChanges(db, papers, (marks) => ({
      ...marks,
      status,
      statusAt: status === 'inbox' ? null : now,
      snoozedUntil: null
    })),
    ...(isOnTheWay(status) ? joining : leaving)(db, TO_READ_QUEUE_ID, papers)
  ]
}

/** What makes the marks of papers others. */
export const marksChanges = (
  db: Db,
  papers: readonly PaperId[],
  to: (marks: StoredMarks) => StoredMarks
): Change[] =>
  changesTo(
    db,
    'marks',
    papers.map((paper) => ({ paper })),
    (marks) => to(marks ?? untouched)
  )
