import { fail, type Result } from '../../contract/errors.ts'
import type { Day, PaperId, Rating, Status } from '../../contract/model.ts'
import type { ActionResult } from '../../contract/triage.ts'
import type { Db } from '../db/open.ts'
import type { History } from '../history/history.ts'
import { marksOf } from '../history/targets/marks.ts'
import { leaving } from '../queues/places.ts'
import { TO_READ_QUEUE_ID } from '../../contract/model.ts'
import { marksChanges, statusChanges } from './statuses.ts'

/** What the user makes of papers. */
export class Triage {
  readonly #db: Db
  readonly #history: History
  readonly #today: () => Day

  constructor(db: Db, history: History, today: () => Day) {
    this.#db = db
    this.#history = history
    this.#today = today
  }

  setStatus(ids: readonly PaperId[], status: Status): Result<ActionResult> {
    return this.#history.actOn(ids, { kind: 'status', value: status }, (papers, now) =>
      statusChanges(this.#db, papers, status, now)
    )
  }

  setStarred(ids: readonly PaperId[], starred: boolean): Result<ActionResult> {
    return this.#history.actOn(ids, { kind: starred ? 'star' : 'unstar' }, (papers, now) =>
      starChanges(this.#db, papers, starred, now)
    )
  }

  rate(ids: readonly PaperId[], rating: Rating | null): Result<ActionResult> {
    return this.#history.actOn(ids, { kind: rating === null ? 'unrate' : 'rate', value: rating }, (papers) =>
      marksChanges(this.#db, papers, (marks) => ({ ...marks, rating }))
    )
  }

  /** @param base what the note was when it was begun to be edited; undefined: whatever it is now is replaced */
  setNote(id: PaperId, note: string, session: string, base?: string): Result<ActionResult> {
    const text = note.toWellFormed()
    const now = marksOf(this.#db, [id])[0]?.note ?? ''
    if (base !== undefined && now !== base.toWellFormed() && now !== text)
      return fail('conflict', 'This note was changed elsewhere in the meantime.', { note: now })
    return this.#history.actOn([id], { kind: 'note', session: `${id}/${session}` }, (papers) =>
      marksChanges(this.#db, papers, (marks) => ({ ...marks, note: text }))
    )
  }

  /** Takes papers out of the inbox, whatever their status was, until a day after today. */
  snooze(ids: readonly PaperId[], until: Day): Result<ActionResult> {
    const today = this.#today()
    if (until <= today)
      return fail('invalid-input', 'A paper can be put off until tomorrow or a later day only.', {
        until,
        today
      })
    return this.#history.actOn(ids, { kind: 'snooze', value: until }, (papers) => [
      ...marksChanges(this.#db, papers, (marks) => ({
        ...marks,
        status: 'inbox',
        statusAt: null,
        snoozedUntil: until
      })),
      ...leaving(this.#db, TO_READ_QUEUE_ID, papers)
    ])
  }

  /** Brings papers back that are away; the others are let be. */
  unsnooze(ids: readonly PaperId[]): Result<ActionResult> {
    return this.#history.actOn(ids, { kind: 'unsnooze' }, (papers) =>
      marksChanges(this.#db, papers, (marks) => ({ ...marks, snoozedUntil: null }))
    )
  }
}

/** What gives papers a star, or takes it away. */
export const starChanges = (db: Db, papers: readonly PaperId[], starred: boolean, now: string) =>
  marksChanges(db, papers, (marks) => ({ ...marks, starred, starredAt: starred ? now : null }))
