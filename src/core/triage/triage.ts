import { fail, ok, type Result } from '../../contract/errors.ts'
import type { ActionKind, ActionResult, PaperId, Rating, Status } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { rowsOf } from '../papers/rows.ts'
import { apply, applyUnlessChanged, changeTo, reverse, type Change } from './changes.ts'
import { changesOfStep, logAction, logToggle, stepToRedo, stepToUndo, summaryOfStep } from './log.ts'
import { marksOf, nextPlace, type StoredMarks } from './marks.ts'

/** Papers whose new rows come back with an answer; more than these are told by the event alone. */
const MAX_ROWS = 1000

/** A paper is in To read while it is on the way. */
const isOnTheWay = (status: Status): boolean => status === 'queued' || status === 'reading'

interface Step {
  kind: ActionKind
  value: string | number | null
  session?: string
  /** The marks that one paper should have; `now` is ISO 8601. */
  change: (marks: StoredMarks, now: string) => StoredMarks
}

/** Hears which papers changed, and which of them search must read again. */
export type TriageChanged = (papers: PaperId[], searched: PaperId[]) => void

/**
 * What the user does with papers. Each action is one row of the log, written in the same transaction as its
 * effect; undo takes the newest one back, also after a restart.
 */
export class Triage {
  readonly #db: Db
  readonly #clock: () => Date
  readonly #changed: TriageChanged

  constructor(db: Db, clock: () => Date, changed: TriageChanged) {
    this.#db = db
    this.#clock = clock
    this.#changed = changed
  }

  setStatus(ids: readonly PaperId[], status: Status): Result<ActionResult> {
    return this.#act(ids, {
      kind: 'status',
      value: status,
      change: (marks, now) => ({
        ...marks,
        status,
        statusAt: status === 'inbox' ? null : now,
        toRead: isOnTheWay(status) ? (marks.toRead ?? nextPlace(this.#db)) : null
      })
    })
  }

  setStarred(ids: readonly PaperId[], starred: boolean): Result<ActionResult> {
    return this.#act(ids, {
      kind: starred ? 'star' : 'unstar',
      value: null,
      change: (marks, now) => ({ ...marks, starred, starredAt: starred ? now : null })
    })
  }

  rate(ids: readonly PaperId[], rating: Rating | null): Result<ActionResult> {
    return this.#act(ids, {
      kind: rating === null ? 'unrate' : 'rate',
      value: rating,
      change: (marks) => ({ ...marks, rating })
    })
  }

  /** @param base what the note was when it was begun to be edited; undefined: whatever it is now is replaced */
  setNote(id: PaperId, note: string, session: string, base?: string): Result<ActionResult> {
    const text = note.toWellFormed()
    const now = marksOf(this.#db, id).note
    if (base !== undefined && now !== base.toWellFormed() && now !== text)
      return fail('conflict', 'This note was changed elsewhere in the meantime.', { note: now })
    return this.#act([id], {
      kind: 'note',
      value: null,
      session: `${id}/${session}`,
      change: (marks) => ({ ...marks, note: text })
    })
  }

  undo(): Result<ActionResult> {
    return this.#toggle('undo')
  }

  redo(): Result<ActionResult> {
    return this.#toggle('redo')
  }

  #act(ids: readonly PaperId[], step: Step): Result<ActionResult> {
    const now = this.#clock().toISOString()
    const act = this.#db.transaction((): Result<{ step: number | null; changes: Change[] }> => {
      const missing = ids.find((id) => !this.#exists(id))
      if (missing !== undefined) return fail('not-found', 'A paper of these is no longer in the library.')
      const changes: Change[] = []
      for (const id of new Set(ids)) {
        const before = marksOf(this.#db, id)
        const change = changeTo(id, before, step.change(before, now))
        if (!change) continue
        apply(this.#db, change)
        changes.push(change)
      }
      if (changes.length === 0) return ok({ step: null, changes })
      const { kind, value, session = null } = step
      return ok({ step: logAction(this.#db, { kind, value, changes, at: now, session }), changes })
    })
    const done = act.immediate()
    if (!done.ok) return done
    return ok(this.#answer(done.value.step, done.value.changes, 0))
  }

  #toggle(kind: 'undo' | 'redo'): Result<ActionResult> {
    const now = this.#clock().toISOString()
    const toggle = this.#db.transaction((): Result<{ step: number; all: Change[]; applied: Change[] }> => {
      const step = kind === 'undo' ? stepToUndo(this.#db) : stepToRedo(this.#db)
      if (step === undefined)
        return kind === 'undo'
          ? fail('nothing-to-undo', 'There is nothing to undo.')
          : fail('nothing-to-redo', 'There is nothing to redo.')
      const all = changesOfStep(this.#db, step).map((change) => (kind === 'undo' ? reverse(change) : change))
      const applied = all.filter((change) => applyUnlessChanged(this.#db, change))
      logToggle(this.#db, kind, step, now)
      return ok({ step, all, applied })
    })
    const done = toggle.immediate()
    if (!done.ok) return done
    const { step, all, applied } = done.value
    return ok(this.#answer(step, applied, all.length - applied.length))
  }

  #answer(step: number | null, changes: readonly Change[], conflicts: number): ActionResult {
    const papers = changes.map(({ paper }) => paper)
    if (papers.length > 0) this.#changed(papers, this.#searched(changes))
    return {
      action: step === null ? null : summaryOfStep(this.#db, step),
      papers: rowsOf(this.#db, papers.slice(0, MAX_ROWS)),
      conflicts
    }
  }

  /** Search knows notes; and a paper without a digest appears and goes with its marks. */
  #searched(changes: readonly Change[]): PaperId[] {
    const withoutDigest = statement<[number], number>(
      this.#db,
      'SELECT a.digest_id IS NULL FROM papers p JOIN appearances a ON a.id = p.shown_id WHERE p.id = ?'
    ).pluck()
    return changes
      .filter(({ paper, after }) => 'note' in after || withoutDigest.get(paper) === 1)
      .map(({ paper }) => paper)
  }

  #exists(id: PaperId): boolean {
    return statement<[number], number>(this.#db, 'SELECT 1 FROM papers WHERE id = ?').pluck().get(id) === 1
  }
}
