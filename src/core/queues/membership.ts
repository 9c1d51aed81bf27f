import { TO_READ_QUEUE_ID, type PaperId, type Status } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import type { Change } from '../history/change.ts'
import { marksOf } from '../history/targets/marks.ts'
import { statusChanges } from '../triage/statuses.ts'
import { joining, leaving, papersInQueue } from './places.ts'

/**
 * What adds papers to a queue. Those in the inbox, or skipped, are queued to read as well; to be in To read, others
 * are too.
 */
export function enqueueChanges(db: Db, queue: number, papers: readonly PaperId[], now: string): Change[] {
  const unwanted = queue === TO_READ_QUEUE_ID ? notOnTheWay : notMeantToBeRead
  const marks = marksOf(db, papers)
  const queued = papers.filter((_, index) => unwanted.has(marks[index]?.status ?? 'inbox'))
  const changes = statusChanges(db, queued, 'queued', now)
  return queue === TO_READ_QUEUE_ID ? changes : [...changes, ...joining(db, queue, papers)]
}

const notMeantToBeRead: ReadonlySet<Status> = new Set(['inbox', 'skipped'])
const notOnTheWay: ReadonlySet<Status> = new Set(['inbox', 'skipped', 'read'])

/** What takes papers out of a queue; those that leave To read go back to the inbox. */
export function dequeueChanges(db: Db, queue: number, papers: readonly PaperId[], now: string): Change[] {
  if (queue !== TO_READ_QUEUE_ID) return leaving(db, queue, papers)
  const members = new Set(papersInQueue(db, queue))
  return statusChanges(
    db,
    papers.filter((paper) => members.has(paper)),
    'inbox',
    now
  )
}
