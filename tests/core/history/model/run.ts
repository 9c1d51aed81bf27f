import assert from 'node:assert/strict'
import type { Result } from '../../../../src/contract/errors.ts'
import type { ActionResult } from '../../../../src/contract/triage.ts'
import { stepToRedo, stepToUndo } from '../../../../src/core/history/log.ts'
import type { Desk } from '../desk.ts'
import { DeskModel, type Outcome } from './model.ts'
import type { Operation } from './operations.ts'
import { idsIn, stateOf } from './state.ts'

/** Does operations in a library and in the model of it, and holds the one to the other after each. */
export class Run {
  readonly #open: () => Desk
  readonly #model: DeskModel
  #desk: Desk
  /** Steps of the log, in the order of the model's. */
  readonly #steps: number[] = []
  /** Changes that were left alone so far. */
  conflicts = 0

  constructor(open: () => Desk) {
    this.#open = open
    this.#desk = open()
    this.#model = new DeskModel(stateOf(this.#desk.db))
  }

  do(operation: Operation): void {
    if (operation.do === 'restart') {
      this.#desk.close()
      this.#desk = this.#open()
    } else this.#compare(this.#act(operation), this.#expect(operation))
    assert.deepEqual(sorted(stateOf(this.#desk.db)), sorted(this.#model.state))
    this.#checkTables()
  }

  /** Takes back whatever stands. */
  undoAll(): void {
    while (this.#model.next().undo >= 0) this.do({ do: 'undo' })
  }

  state() {
    return sorted(stateOf(this.#desk.db))
  }

  close(): void {
    this.#desk.close()
  }

  #act(operation: Exclude<Operation, { do: 'restart' }>): Result<ActionResult> {
    const { triage, queues, tags, history } = this.#desk
    const made = operation
    switch (made.do) {
      case 'status':
        return triage.setStatus(made.papers, made.status)
      case 'star':
        return triage.setStarred(made.papers, made.starred)
      case 'rate':
        return triage.rate(made.papers, made.rating)
      case 'note':
        return triage.setNote(made.paper, made.note, made.session)
      case 'snooze':
        return made.until === null ? triage.unsnooze(made.papers) : triage.snooze(made.papers, made.until)
      case 'tag':
        return made.tagged ? tags.add(made.papers, made.tag) : tags.remove(made.papers, made.tag)
      case 'create':
        return queues.create(made.name, null)
      case 'rename':
        return queues.rename(made.queue, made.name)
      case 'color':
        return queues.setColor(made.queue, made.color)
      case 'due':
        return queues.setDue(made.queue, made.due)
      case 'move':
        return queues.move(made.queue, made.before)
      case 'delete':
        return queues.delete(made.queue)
      case 'enqueue':
        return queues.add(made.queue, made.papers)
      case 'dequeue':
        return queues.remove(made.queue, made.papers)
      case 'arrange':
        return queues.arrange(made.queue, made.papers, made.before)
      case 'undo':
        return history.undo()
      case 'redo':
        return history.redo()
      case 'undo-step':
        return history.undoStep(this.#steps.at(-1 - made.back) ?? 0)
      case 'redo-step':
        return history.redoStep(this.#steps.at(-1 - made.back) ?? 0)
    }
  }

  #expect(operation: Exclude<Operation, { do: 'restart' }>): Outcome | undefined {
    const model = this.#model
    const made = operation
    switch (made.do) {
      case 'status':
        return model.setStatus(made.papers, made.status)
      case 'star':
        return model.setMark(made.papers, 'starred', made.starred)
      case 'rate':
        return model.setMark(made.papers, 'rating', made.rating)
      case 'note':
        return model.setMark([made.paper], 'note', made.note, `${made.paper}/${made.session}`)
      case 'snooze':
        return model.snooze(made.papers, made.until)
      case 'tag':
        return model.tag(made.papers, made.tag, made.tagged)
      case 'create':
        return model.createQueue(made.name)
      case 'rename':
        return model.changeQueue(made.queue, 'name', made.name)
      case 'color':
        return model.changeQueue(made.queue, 'color', made.color)
      case 'due':
        return model.changeQueue(made.queue, 'due', made.due)
      case 'move':
        return model.moveQueue(made.queue, made.before)
      case 'delete':
        return model.deleteQueue(made.queue)
      case 'enqueue':
        return model.enqueue(made.queue, made.papers)
      case 'dequeue':
        return model.dequeue(made.queue, made.papers)
      case 'arrange':
        return model.arrange(made.queue, made.papers, made.before)
      case 'undo':
        return model.undo()
      case 'redo':
        return model.redo()
      case 'undo-step':
        return model.undoStep(model.steps.length - 1 - made.back)
      case 'redo-step':
        return model.redoStep(model.steps.length - 1 - made.back)
    }
  }

  #compare(result: Result<ActionResult>, expected: Outcome | undefined): void {
    assert.equal(result.ok, expected !== undefined, result.ok ? 'taken' : result.error.message)
    if (result.ok && expected) {
      const { action, conflicts } = result.value
      assert.deepEqual({ logged: action !== null, conflicts }, expected)
      this.conflicts += conflicts
      const step = action?.step ?? 0
      if (step > Math.max(0, ...this.#steps)) this.#steps.push(step)
    }
    assert.equal(this.#steps.length, this.#model.steps.length, 'the number of steps')
    const next = this.#model.next()
    assert.equal(stepToUndo(this.#desk.db), this.#steps[next.undo], 'the step to undo')
    assert.equal(stepToRedo(this.#desk.db), this.#steps[next.redo], 'the step to redo')
  }

  /** What must hold in the tables at all times. */
  #checkTables(): void {
    const { db } = this.#desk
    const marked = db.prepare('SELECT paper_id FROM marks ORDER BY paper_id').pluck().all()
    const touched = idsIn(this.#model.state, /^paper\/(\d+)\//)
    assert.deepEqual(marked, touched.sort(), 'a row of marks stands for something')
    const onTheWay = `SELECT paper_id FROM marks WHERE status IN ('queued', 'reading') ORDER BY paper_id`
    const inToRead = 'SELECT paper_id FROM queue_items WHERE queue_id = 1 ORDER BY paper_id'
    assert.deepEqual(
      db.prepare(onTheWay).all(),
      db.prepare(inToRead).all(),
      'what is on the way is in To read'
    )
    assert.deepEqual(db.prepare(steps).all(), db.prepare(stepsOfLog).all(), 'the steps are those of the log')
    assert.deepEqual(db.pragma('foreign_key_check'), [])
  }
}

const sorted = (state: ReadonlyMap<string, unknown>) => Object.fromEntries([...state].sort())

const steps = 'SELECT step, last_action, undone_by FROM steps ORDER BY step'
const stepsOfLog = `
  SELECT step, max(id) AS last_action,
    (SELECT CASE t.kind WHEN 'undo' THEN t.id END FROM actions t WHERE t.target = a.step ORDER BY t.id DESC LIMIT 1)
      AS undone_by
  FROM actions a WHERE target IS NULL GROUP BY step ORDER BY step`
