import { actionKinds, type ActionKind, type ActionSummary, type UndoState } from '../../contract/model.ts'
import { z } from 'zod'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { changesSchema, compose, type Change } from './changes.ts'

const valueSchema = z.union([z.string(), z.number()]).nullable()
const kindSchema = z.enum(actionKinds)

interface ActionRow {
  id: number
  step: number
  at: string
  kind: string
  value: string | null
  changes: string
  session: string | null
}

export interface NewAction {
  kind: ActionKind
  value: string | number | null
  changes: Change[]
  at: string
  /** Rows in a row with the same session are one step. */
  session: string | null
}

/** Adds a row for what the user did. @returns its step */
export function logAction(db: Db, action: NewAction): number {
  const last = statement<[], { step: number; session: string | null; target: number | null }>(
    db,
    'SELECT step, session, target FROM actions ORDER BY id DESC LIMIT 1'
  ).get()
  const goesOn = action.session !== null && last?.target === null && last.session === action.session
  const step = goesOn ? last.step : nextStep(db)
  statement(
    db,
    'INSERT INTO actions (step, at, kind, value, changes, session) VALUES (?, ?, ?, ?, ?, ?)'
  ).run(
    step,
    action.at,
    action.kind,
    action.value === null ? null : JSON.stringify(action.value),
    JSON.stringify(action.changes),
    action.session
  )
  return step
}

/** Adds a row that says that a step was undone or redone. */
export function logToggle(db: Db, kind: 'undo' | 'redo', target: number, at: string): void {
  statement(db, `INSERT INTO actions (step, at, kind, changes, target) VALUES (?, ?, ?, '[]', ?)`).run(
    nextStep(db),
    at,
    kind,
    target
  )
}

const nextStep = (db: Db): number =>
  (statement<[], number>(db, 'SELECT coalesce(max(step), 0) FROM actions').pluck().get() ?? 0) + 1

/** The newest step that stands; it is what undo takes back. */
const standing = `
  SELECT a.step FROM actions a
  WHERE a.target IS NULL AND coalesce(
    (SELECT t.kind FROM actions t WHERE t.target = a.step ORDER BY t.id DESC LIMIT 1), 'redo') = 'redo'
  ORDER BY a.id DESC LIMIT 1`

/** The step undone last, unless the user did something else since. */
const undone = `
  SELECT u.target FROM actions u
  WHERE u.kind = 'undo'
    AND u.id > (SELECT max(id) FROM actions WHERE target IS NULL)
    AND NOT EXISTS (SELECT 1 FROM actions t WHERE t.target = u.target AND t.id > u.id)
  ORDER BY u.id DESC LIMIT 1`

export const stepToUndo = (db: Db): number | undefined => statement<[], number>(db, standing).pluck().get()
export const stepToRedo = (db: Db): number | undefined => statement<[], number>(db, undone).pluck().get()

/** What a step changed, one change a paper. */
export const changesOfStep = (db: Db, step: number): Change[] =>
  compose(rowsOfStep(db, step).flatMap((row) => changesSchema.parse(JSON.parse(row.changes))))

export function summaryOfStep(db: Db, step: number): ActionSummary {
  const row = rowsOfStep(db, step).at(-1)
  if (!row) throw new Error(`step ${step} is not in the log`)
  const changes = changesOfStep(db, step)
  const only = changes.length === 1 ? changes[0]?.paper : undefined
  return {
    step,
    kind: kindSchema.parse(row.kind),
    value: valueSchema.parse(row.value === null ? null : JSON.parse(row.value)),
    count: changes.length,
    title: only === undefined ? null : titleOf(db, only),
    at: row.at
  }
}

/** What undo and redo would do next. */
export function undoState(db: Db): UndoState {
  const undo = stepToUndo(db)
  const redo = stepToRedo(db)
  return {
    undo: undo === undefined ? null : summaryOfStep(db, undo),
    redo: redo === undefined ? null : summaryOfStep(db, redo)
  }
}

/** Papers of the rows after a given one: what another program on the same library did. */
export function papersChangedSince(db: Db, actionId: number): { papers: number[]; last: number } {
  const rows = statement<[number], ActionRow & { target: number | null }>(
    db,
    'SELECT id, step, at, kind, value, changes, session, target FROM actions WHERE id > ? ORDER BY id'
  ).all(actionId)
  const papers = new Set<number>()
  for (const row of rows) {
    const changes =
      row.target === null ? changesSchema.parse(JSON.parse(row.changes)) : changesOfStep(db, row.target)
    for (const change of changes) papers.add(change.paper)
  }
  return { papers: [...papers], last: rows.at(-1)?.id ?? actionId }
}

export const lastActionId = (db: Db): number =>
  statement<[], number>(db, 'SELECT coalesce(max(id), 0) FROM actions').pluck().get() ?? 0

const rowsOfStep = (db: Db, step: number): ActionRow[] =>
  statement<[number], ActionRow>(
    db,
    `SELECT id, step, at, kind, value, changes, session FROM actions
     WHERE step = ? AND target IS NULL ORDER BY id`
  ).all(step)

const titleOf = (db: Db, paper: number): string | null =>
  statement<[number], string>(db, 'SELECT title FROM visible_papers WHERE id = ?').pluck().get(paper) ?? null
