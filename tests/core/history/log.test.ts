import { describe, expect, test } from 'vitest'
import { TO_READ_QUEUE_ID } from '../../../src/contract/model.ts'
import { papersInQueue } from '../../../src/core/queues/places.ts'
import { errorOf, must } from '../../helpers/core.ts'
import { startDesk, type Desk } from './desk.ts'
import { stateOf } from './model/state.ts'

const ids = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

const stepOf = (result: ReturnType<Desk['history']['undo']>): number => must(result).action?.step ?? 0
const valueOf = (desk: Desk, key: string) => stateOf(desk.db).get(key)

describe('a step of the history', () => {
  test('can be undone whatever came after it', () => {
    const desk = startDesk()
    const starred = stepOf(desk.triage.setStarred([1, 2], true))
    stepOf(desk.triage.setStatus([1], 'read'))
    const done = must(desk.history.undoStep(starred))
    expect(done).toMatchObject({ action: { kind: 'star', count: 2 }, conflicts: 0 })
    expect(done.papers.map(({ id, status, starred }) => ({ id, status, starred }))).toEqual([
      { id: 1, status: 'read', starred: false },
      { id: 2, status: 'inbox', starred: false }
    ])
    must(desk.history.redoStep(starred))
    expect(valueOf(desk, 'paper/2/starred')).toBe(true)
  })

  test('leaves alone what was changed since, and says of how much', () => {
    const desk = startDesk()
    const rated = stepOf(desk.triage.rate([1, 2, 3], 2))
    must(desk.triage.rate([2], 5))
    const done = must(desk.history.undoStep(rated))
    expect(done.conflicts).toBe(1)
    expect(done.papers.map(({ id }) => id)).toEqual([1, 3])
    expect(valueOf(desk, 'paper/2/rating')).toBe(5)
  })

  test('still stands when nothing of it could be undone', () => {
    const desk = startDesk()
    const queued = stepOf(desk.triage.setStatus([1], 'queued'))
    must(desk.triage.setStatus([1], 'read'))
    expect(must(desk.history.undoStep(queued))).toEqual({ action: null, papers: [], conflicts: 1 })
    expect(desk.history.list(2).entries.map(({ state }) => state)).toEqual(['done', 'done'])
    expect(valueOf(desk, 'paper/1/status')).toBe('read')
    expect(papersInQueue(desk.db, TO_READ_QUEUE_ID)).toEqual([])
  })

  test('is refused where it is not there, or so already', () => {
    const desk = startDesk()
    const step = stepOf(desk.triage.setStarred([1], true))
    expect(errorOf(desk.history.undoStep(99))).toBe('not-found')
    expect(errorOf(desk.history.redoStep(99))).toBe('not-found')
    expect(errorOf(desk.history.redoStep(step))).toBe('nothing-to-redo')
    must(desk.history.undoStep(step))
    expect(errorOf(desk.history.undoStep(step))).toBe('nothing-to-undo')
  })

  test('that was undone singly is what redo does again, and undo goes on with the newest', () => {
    const desk = startDesk()
    const first = stepOf(desk.triage.setStarred([1], true))
    const second = stepOf(desk.triage.setStarred([2], true))
    must(desk.history.undoStep(first))
    expect(stepOf(desk.history.undo())).toBe(second)
    expect(stepOf(desk.history.redo())).toBe(second)
    expect(stepOf(desk.history.redo())).toBe(first)
    expect(errorOf(desk.history.redo())).toBe('nothing-to-redo')
  })
})

describe('the history', () => {
  test('is given in pages, newest first, each step with its papers and whether it stands', () => {
    const desk = startDesk(150)
    const steps = [
      stepOf(desk.triage.setStatus(ids(150), 'skipped')),
      stepOf(desk.triage.setStarred([7], true)),
      stepOf(desk.tags.add([1, 2], 'theory'))
    ].reverse()
    must(desk.history.undo())
    const first = desk.history.list(2)
    expect(first).toMatchObject({
      more: true,
      entries: [
        {
          step: steps[0],
          kind: 'tag',
          name: 'theory',
          count: 2,
          title: null,
          state: 'undone',
          leftAlone: 0,
          papers: [1, 2]
        },
        { step: steps[1], kind: 'star', count: 1, title: 'Paper 7', state: 'done', papers: [7] }
      ]
    })
    const rest = desk.history.list(2, first.entries.at(-1)?.step)
    expect(rest).toMatchObject({
      more: false,
      entries: [{ step: steps[2], kind: 'status', value: 'skipped', count: 150, papers: ids(100) }]
    })
  })

  test('knows what undoing a step left alone, until it is done again', () => {
    const desk = startDesk()
    const step = stepOf(desk.triage.setStatus([1, 2, 3], 'skipped'))
    must(desk.triage.setStatus([2], 'read'))
    must(desk.history.undoStep(step))
    const entry = () => desk.history.list(10).entries.find((one) => one.step === step)
    expect(entry()).toMatchObject({ state: 'undone', count: 3, leftAlone: 1 })
    must(desk.history.redoStep(step))
    expect(entry()).toMatchObject({ state: 'done', leftAlone: 0 })
  })

  test('shows the saves of one editing session as one step', () => {
    const desk = startDesk()
    for (const note of ['a', 'ab', 'abc']) must(desk.triage.setNote(1, note, 'one'))
    must(desk.triage.setNote(2, 'other', 'one'))
    expect(desk.history.list(10).entries).toMatchObject([
      { kind: 'note', papers: [2] },
      { kind: 'note', papers: [1], count: 1 }
    ])
  })

  test('goes back through hundreds of steps and forth again', () => {
    const desk = startDesk()
    const fresh = stateOf(desk.db)
    for (let i = 0; i < 400; i++) must(desk.triage.rate([1 + (i % 5)], i % 2 === 0 ? 3 : 4))
    const end = stateOf(desk.db)
    for (let i = 0; i < 400; i++) must(desk.history.undo())
    expect(stateOf(desk.db)).toEqual(fresh)
    expect(errorOf(desk.history.undo())).toBe('nothing-to-undo')
    for (let i = 0; i < 400; i++) must(desk.history.redo())
    expect(stateOf(desk.db)).toEqual(end)
  })
})

describe('an action on a large selection', () => {
  test('is one step that can be taken back, and answers with the first thousand rows', () => {
    const desk = startDesk(3000)
    const done = must(desk.triage.setStatus(ids(3000), 'queued'))
    expect(done.action).toMatchObject({ count: 3000, title: null })
    expect(done.papers).toHaveLength(1000)
    expect(desk.told.at(-1)?.papers).toHaveLength(3000)
    expect(papersInQueue(desk.db, TO_READ_QUEUE_ID)).toEqual(ids(3000))
    expect(must(desk.history.undo()).conflicts).toBe(0)
    expect(stateOf(desk.db).size).toBe(stateOf(startDesk().db).size)
  })

  test('names each paper once, however often it was given', () => {
    const desk = startDesk()
    expect(must(desk.tags.add([1, 2, 1, 2], 'x')).action?.count).toBe(2)
  })
})

describe('what search hears of', () => {
  test('is notes, and papers that are there for their marks alone', () => {
    const desk = startDesk()
    desk.db.exec('UPDATE appearances SET digest_id = NULL WHERE paper_id = 2')
    must(desk.triage.setStarred([1, 2], true))
    expect(desk.told.at(-1)).toEqual({ papers: [1, 2], searched: [2] })
    must(desk.triage.setNote(1, 'about loss', 'a'))
    expect(desk.told.at(-1)).toEqual({ papers: [1], searched: [1] })
  })
})
