import type { PaperId } from '../../contract/model.ts'
import type { RuleAction } from '../../contract/triage.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import type { Change } from '../history/change.ts'
import { enqueueChanges } from '../queues/membership.ts'
import { tagChanges } from '../tags/tags.ts'
import { statusChanges } from '../triage/statuses.ts'
import { starChanges } from '../triage/triage.ts'

/** The tag or queue that a rule's action names, null where it names none; undefined: the queue is gone. */
export function nameOf(db: Db, action: RuleAction): string | null | undefined {
  if (action.do === 'tag') return action.tag
  if (action.do !== 'enqueue') return null
  return statement<[number], string>(db, 'SELECT name FROM queues WHERE id = ?').pluck().get(action.queueId)
}

/** What a rule's action makes of papers; its queue is there. */
export function changesOf(db: Db, action: RuleAction, papers: readonly PaperId[], now: string): Change[] {
  switch (action.do) {
    case 'star':
      return starChanges(db, papers, true, now)
    case 'skip':
      return statusChanges(db, papers, 'skipped', now)
    case 'tag':
      return tagChanges(db, papers, action.tag)
    case 'enqueue':
      return enqueueChanges(db, action.queueId, papers, now)
  }
}
