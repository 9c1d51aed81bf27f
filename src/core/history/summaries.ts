import { z } from 'zod'
import type { PaperId } from '../../contract/model.ts'
import { actionKinds, type ActionSummary, type HistoryEntry, type UndoState } from '../../contract/triage.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { stepToRedo, stepToUndo } from './log.ts'

const valueSchema = z.union([z.string(), z.number()]).nullable()
const kindSchema = z.enum(actionKinds)
const papersSchema = z.array(z.number())

interface StepRow {
  step: number
  kind: string
  value: string | null
  name: string | null
  at: string
  undoneBy: number | null
  leftAlone: number
  count: number
  firstPapers: string
  title: string | null
}

/** A step is worded by its last row; its title is that of its only paper. */
const select = `
  SELECT s.step, a.kind, a.value, a.name, a.at, s.undone_by AS undoneBy, s.papers AS count,
    s.first_papers AS firstPapers, coalesce(u.value ->> '$', 0) AS leftAlone,
    CASE s.papers WHEN 1 THEN
      (SELECT title FROM visible_papers WHERE id = s.first_papers ->> 0)
    END AS title
  FROM steps s JOIN actions a ON a.id = s.last_action LEFT JOIN actions u ON u.id = s.undone_by`

export function summaryOfStep(db: Db, step: number): ActionSummary {
  const row = statement<[number], StepRow>(db, `${select} WHERE s.step = ?`).get(step)
  if (!row) throw new Error(`step ${step} is not in the log`)
  return summaryOf(row)
}

/** The steps before a given one, newest first. */
export const entriesBefore = (db: Db, step: number, limit: number): HistoryEntry[] =>
  statement<[number, number], StepRow>(db, `${select} WHERE s.step < ? ORDER BY s.step DESC LIMIT ?`)
    .all(step, limit)
    .map((row) => ({
      ...summaryOf(row),
      state: row.undoneBy === null ? 'done' : 'undone',
      leftAlone: row.leftAlone,
      papers: papersSchema.parse(JSON.parse(row.firstPapers)) satisfies PaperId[]
    }))

/** What undo and redo would do next. */
export function undoState(db: Db): UndoState {
  const undo = stepToUndo(db)
  const redo = stepToRedo(db)
  return {
    undo: undo === undefined ? null : summaryOfStep(db, undo),
    redo: redo === undefined ? null : summaryOfStep(db, redo)
  }
}

const summaryOf = (row: StepRow): ActionSummary => ({
  step: row.step,
  kind: kindSchema.parse(row.kind),
  value: valueSchema.parse(row.value === null ? null : JSON.parse(row.value)),
  name: row.name,
  count: row.count,
  title: row.title,
  at: row.at
})
