import type { PaperId } from '../../contract/model.ts'
import type { ActionKind } from '../../contract/triage.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { changesSchema, compose, papersOf, type Change } from './change.ts'

/** Papers of a step that the history names; it counts the others. */
const FIRST_PAPERS = 100

/** What the user did, in data. */
export interface Intent {
  kind: ActionKind
  /** What was given; see `ActionSummary`. */
  value?: string | number | null
  /** Of the queue, tag or rule that it was done with. */
  name?: string | null
  /** Rows in a row with the same session are one step; they are of the same papers. */
  session?: string
}

/** Adds a row for what the user did. @returns its step */
export function logAction(db: Db, intent: Intent, changes: readonly Change[], at: string): number {
  const { kind, value = null, name = null, session = null } = intent
  const last = statement<[], { step: number; session: string | null; target: number | null }>(
    db,
    'SELECT step, session, target FROM actions ORDER BY id DESC LIMIT 1'
  ).get()
  const goesOn = session !== null && last?.target === null && last.session === session
  const step = goesOn ? last.step : nextStep(db)
  const row = statement(
    db,
    'INSERT INTO actions (step, at, kind, value, name, changes, session) VALUES (?, ?, ?, ?, ?, ?, ?)'
  ).run(step, at, kind, value === null ? null : JSON.stringify(value), name, JSON.stringify(changes), session)
  const papers = papersOf(changes, { aside: false })
  statement(
    db,
    `INSERT INTO steps (step, last_action, papers, first_papers) VALUES (?, ?, ?, ?)
     ON CONFLICT (step) DO UPDATE SET last_action = excluded.last_action`
  ).run(step, row.lastInsertRowid, papers.length, JSON.stringify(papers.slice(0, FIRST_PAPERS)))
  return step
}

/** Adds a row that says that a step was undone or redone, and as its value how many conflicts there were, if any. */
export function logToggle(
  db: Db,
  kind: 'undo' | 'redo',
  target: number,
  at: string,
  conflicts: number
): void {
  const row = statement(
    db,
    `INSERT INTO actions (step, at, kind, value, changes, target) VALUES (?, ?, ?, ?, '[]', ?)`
  )
  const value = conflicts > 0 ? JSON.stringify(conflicts) : null
  const { lastInsertRowid } = row.run(nextStep(db), at, kind, value, target)
  statement(db, 'UPDATE steps SET undone_by = ? WHERE step = ?').run(
    kind === 'undo' ? lastInsertRowid : null,
    target
  )
}

const nextStep = (db: Db): number =>
  (statement<[], number>(db, 'SELECT coalesce(max(step), 0) FROM actions').pluck().get() ?? 0) + 1

/** The newest step that stands; it is what undo takes back. */
export const stepToUndo = (db: Db): number | undefined =>
  statement<[], number>(db, 'SELECT step FROM steps WHERE undone_by IS NULL ORDER BY step DESC LIMIT 1')
    .pluck()
    .get()

/** The step undone last, unless the user did something else since. */
export const stepToRedo = (db: Db): number | undefined =>
  statement<[], number>(
    db,
    `SELECT step FROM steps
     WHERE undone_by > (SELECT last_action FROM steps ORDER BY step DESC LIMIT 1)
     ORDER BY undone_by DESC LIMIT 1`
  )
    .pluck()
    .get()

/** Whether a step stands; undefined where the log has no such step. */
export function stands(db: Db, step: number): boolean | undefined {
  const undoneBy = statement<[number], number | null>(db, 'SELECT undone_by FROM steps WHERE step = ?')
    .pluck()
    .get(step)
  return undoneBy === undefined ? undefined : undoneBy === null
}

/** What a step changed, one change a thing. */
export function changesOfStep(db: Db, step: number): Change[] {
  const rows = statement<[number], string>(
    db,
    'SELECT changes FROM actions WHERE step = ? AND target IS NULL ORDER BY id'
  )
    .pluck()
    .all(step)
  const changes = rows.flatMap((row) => changesSchema.parse(JSON.parse(row)))
  return rows.length === 1 ? changes : compose(changes)
}

/** The papers of the steps that were done, undone or redone in the rows after a given one. */
export function papersChangedSince(db: Db, actionId: number): PaperId[] {
  const steps = statement<[number], number>(
    db,
    'SELECT DISTINCT coalesce(target, step) FROM actions WHERE id > ?'
  )
  const changes = steps
    .pluck()
    .all(actionId)
    .flatMap((step) => changesOfStep(db, step))
  return papersOf(changes)
}

export const lastActionId = (db: Db): number =>
  statement<[], number>(db, 'SELECT coalesce(max(id), 0) FROM actions').pluck().get() ?? 0
