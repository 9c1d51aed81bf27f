import { fail, ok, type Result } from '../../contract/errors.ts'
import type { PaperId } from '../../contract/model.ts'
import type { ActionResult, HistoryEntry } from '../../contract/triage.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { rowsOf } from '../papers/rows.ts'
import { apply, applyUnlessChanged } from './apply.ts'
import { papersOf, reverse, type Change } from './change.ts'
import { knownPapers } from './known-papers.ts'
import { changesOfStep, logAction, logToggle, stands, stepToRedo, stepToUndo, type Intent } from './log.ts'
import { entriesBefore, summaryOfStep } from './summaries.ts'

/** Papers whose new rows come back with an answer; more than these are told by the event alone. */
const MAX_ROWS = 1000

/** Hears which papers changed, none where it was something else, and which of them search must read again. */
export type LibraryChanged = (papers: PaperId[], searched: PaperId[]) => void

/** What an action is: at most one change of each thing. */
export interface Step extends Intent {
  changes: readonly Change[]
}

interface Done {
  step: number | null
  changes: readonly Change[]
  conflicts: number
}

/**
 * Everything that can be undone. Each action is one row of the log, written in the same transaction as its effect;
 * undo takes the newest one back, or any other, also after a restart.
 */
export class History {
  readonly #db: Db
  readonly #clock: () => Date
  readonly #changed: LibraryChanged

  constructor(db: Db, clock: () => Date, changed: LibraryChanged) {
    this.#db = db
    this.#clock = clock
    this.#changed = changed
  }

  /**
   * Does something in one step.
   * @param plan finds out what is to be done; it is given the time, ISO 8601. It runs in the transaction and writes
   *   nothing itself. Where it finds nothing to change, nothing is logged.
   */
  act(plan: (now: string) => Result<Step>): Result<ActionResult> {
    const now = this.#clock().toISOString()
    return this.#run(() => {
      const planned = plan(now)
      if (!planned.ok) return planned
      const { changes, ...intent } = planned.value
      if (changes.length === 0) return ok({ step: null, changes, conflicts: 0 })
      apply(this.#db, changes)
      return ok({ step: logAction(this.#db, intent, changes, now), changes, conflicts: 0 })
    })
  }

  /** Does something to papers, if the library knows them all. */
  actOn(
    ids: readonly PaperId[],
    intent: Intent,
    plan: (papers: PaperId[], now: string) => readonly Change[]
  ): Result<ActionResult> {
    return this.act((now) => {
      const papers = knownPapers(this.#db, ids)
      return papers.ok ? ok({ ...intent, changes: plan(papers.value, now) }) : papers
    })
  }

  /** Takes back the newest step that stands. */
  undo(): Result<ActionResult> {
    return this.#run(() => {
      const step = stepToUndo(this.#db)
      return step === undefined
        ? fail('nothing-to-undo', 'There is nothing to undo.')
        : this.#toggle('undo', step)
    })
  }

  /** Does the step again that was undone last, if nothing else was done since. */
  redo(): Result<ActionResult> {
    return this.#run(() => {
      const step = stepToRedo(this.#db)
      return step === undefined
        ? fail('nothing-to-redo', 'There is nothing to redo.')
        : this.#toggle('redo', step)
    })
  }

  /** Takes back any step. One of which nothing can be taken back still stands. */
  undoStep(step: number): Result<ActionResult> {
    return this.#run(() => {
      const state = stands(this.#db, step)
      if (state === undefined) return noSuchStep()
      return state ? this.#toggle('undo', step, 'if any') : fail('nothing-to-undo', 'This is undone already.')
    })
  }

  /** Does any undone step again. */
  redoStep(step: number): Result<ActionResult> {
    return this.#run(() => {
      const state = stands(this.#db, step)
      if (state === undefined) return noSuchStep()
      return state ? fail('nothing-to-redo', 'This is done already.') : this.#toggle('redo', step, 'if any')
    })
  }

  /** The steps before a given one, or all, newest first. */
  list(limit: number, before?: number): { entries: HistoryEntry[]; more: boolean } {
    const found = entriesBefore(this.#db, before ?? Number.MAX_SAFE_INTEGER, limit + 1)
    return { entries: found.slice(0, limit), more: found.length > limit }
  }

  /** @param logged `if any`: only where something could be changed; else the next undo goes on before this step */
  #toggle(kind: 'undo' | 'redo', step: number, logged: 'always' | 'if any' = 'always'): Result<Done> {
    const changes = changesOfStep(this.#db, step)
    const wanted = kind === 'undo' ? changes.map(reverse) : changes
    const { applied, conflicts } = applyUnlessChanged(this.#db, wanted)
    if (logged === 'if any' && applied.length === 0) return ok({ step: null, changes: applied, conflicts })
    logToggle(this.#db, kind, step, this.#clock().toISOString(), conflicts)
    return ok({ step, changes: applied, conflicts })
  }

  #run(work: () => Result<Done>): Result<ActionResult> {
    const done = this.#db.transaction(work).immediate()
    if (!done.ok) return done
    const { step, changes, conflicts } = done.value
    const papers = papersOf(changes)
    if (step !== null) this.#changed(papers, this.#searched(changes, papers))
    return ok({
      action: step === null ? null : summaryOfStep(this.#db, step),
      papers: rowsOf(this.#db, papers.slice(0, MAX_ROWS)),
      conflicts
    })
  }

  /** Search knows notes; and a paper without a digest appears and goes with its marks. */
  #searched(changes: readonly Change[], papers: readonly PaperId[]): PaperId[] {
    const noted = changes.flatMap((change) =>
      change.on === 'marks' && change.after !== null && 'note' in change.after ? change.paper : []
    )
    const withoutDigest = statement<[string], number>(
      this.#db,
      `SELECT p.id FROM json_each(?) changed JOIN papers p ON p.id = changed.value
       JOIN appearances a ON a.id = p.shown_id WHERE a.digest_id IS NULL`
    )
    return [...new Set([...noted, ...withoutDigest.pluck().all(JSON.stringify(papers))])]
  }
}

const noSuchStep = () => fail('not-found', 'The history has no such step.')
