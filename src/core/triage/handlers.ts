import type { Handlers } from '../dispatch.ts'
import type { Library } from '../library.ts'

export const triageHandlers = ({ triage }: Library) =>
  ({
    'triage.setStatus': ({ ids, status }) => triage.setStatus(ids, status),
    'triage.setStarred': ({ ids, starred }) => triage.setStarred(ids, starred),
    'triage.rate': ({ ids, rating }) => triage.rate(ids, rating),
    'triage.setNote': ({ id, note, session, base }) => triage.setNote(id, note, session, base),
    'triage.snooze': ({ ids, until }) => (until === null ? triage.unsnooze(ids) : triage.snooze(ids, until))
  }) satisfies Partial<Handlers>
