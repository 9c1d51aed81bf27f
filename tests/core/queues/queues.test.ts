import { describe, expect, test } from 'vitest'
import type { QueueSummary } from '../../../src/contract/library.ts'
import { TO_READ_QUEUE_ID } from '../../../src/contract/model.ts'
import { papersInQueue } from '../../../src/core/queues/places.ts'
import { queuesOf } from '../../../src/core/queues/summaries.ts'
import { errorOf, must } from '../../helpers/core.ts'
import { startDesk, type Desk } from '../history/desk.ts'
import { stateOf } from '../history/model/state.ts'

const create = (desk: Desk, name: string): number => must(desk.queues.create(name, null)).id
const queue = (desk: Desk, id: number): QueueSummary | undefined =>
  queuesOf(desk.db).find((one) => one.id === id)
const names = (desk: Desk): string[] => queuesOf(desk.db).map(({ name }) => name)
const papers = (desk: Desk, id: number): number[] => papersInQueue(desk.db, id)
const statusOf = (desk: Desk, paper: number) => stateOf(desk.db).get(`paper/${paper}/status`) ?? 'inbox'

describe('a queue', () => {
  test('is made, renamed, coloured and given a day, one step each', () => {
    const desk = startDesk()
    const made = must(desk.queues.create('Seminar', 'teal'))
    expect(made.action).toMatchObject({ kind: 'queue-create', value: 'Seminar', name: 'Seminar', count: 0 })
    expect(must(desk.queues.rename(made.id, 'Reading group')).action).toMatchObject({
      kind: 'queue-rename',
      value: 'Reading group',
      name: 'Seminar'
    })
    must(desk.queues.setColor(made.id, 'red'))
    must(desk.queues.setDue(made.id, '2026-03-01'))
    expect(queue(desk, made.id)).toEqual({
      id: made.id,
      name: 'Reading group',
      builtIn: false,
      color: 'red',
      due: '2026-03-01',
      count: 0,
      left: 0
    })
    for (let i = 0; i < 3; i++) must(desk.history.undo())
    expect(queue(desk, made.id)).toMatchObject({ name: 'Seminar', color: 'teal', due: null })
    must(desk.history.undo())
    expect(queue(desk, made.id)).toBeUndefined()
  })

  test('has a name of its own, whatever the case of its letters', () => {
    const desk = startDesk()
    const id = create(desk, 'Étude')
    expect(desk.queues.create('éTUDE', null)).toMatchObject({
      error: { code: 'conflict', details: { name: 'éTUDE' } }
    })
    expect(errorOf(desk.queues.create('to READ', null))).toBe('conflict')
    const other = create(desk, 'Seminar')
    expect(errorOf(desk.queues.rename(other, 'ÉTUDE'))).toBe('conflict')
    expect(must(desk.queues.rename(id, 'étude')).action).toMatchObject({ value: 'étude' })
  })

  test('that is not there is said to be so', () => {
    const desk = startDesk()
    for (const result of [
      desk.queues.rename(9, 'x'),
      desk.queues.setColor(9, null),
      desk.queues.setDue(9, null),
      desk.queues.move(9, null),
      desk.queues.delete(9),
      desk.queues.add(9, [1]),
      desk.queues.remove(9, [1]),
      desk.queues.arrange(9, [1], null)
    ])
      expect(errorOf(result)).toBe('not-found')
  })

  test('To read keeps its name and place, and stays; it can have a colour and a day', () => {
    const desk = startDesk()
    const own = create(desk, 'Later')
    expect(errorOf(desk.queues.rename(TO_READ_QUEUE_ID, 'x'))).toBe('invalid-input')
    expect(errorOf(desk.queues.delete(TO_READ_QUEUE_ID))).toBe('invalid-input')
    expect(errorOf(desk.queues.move(TO_READ_QUEUE_ID, null))).toBe('invalid-input')
    expect(errorOf(desk.queues.move(own, TO_READ_QUEUE_ID))).toBe('invalid-input')
    must(desk.queues.setColor(TO_READ_QUEUE_ID, 'blue'))
    must(desk.queues.setDue(TO_READ_QUEUE_ID, '2026-02-01'))
    expect(queue(desk, TO_READ_QUEUE_ID)).toMatchObject({ builtIn: true, color: 'blue', due: '2026-02-01' })
  })

  test('is moved before another one, or last', () => {
    const desk = startDesk()
    const [a, b, c] = ['a', 'b', 'c'].map((name) => create(desk, name)) as [number, number, number]
    must(desk.queues.move(c, a))
    expect(names(desk)).toEqual(['To read', 'c', 'a', 'b'])
    must(desk.queues.move(c, null))
    must(desk.queues.move(a, c))
    expect(names(desk)).toEqual(['To read', 'b', 'a', 'c'])
    expect(must(desk.queues.move(b, a)).action).toBeNull()
    for (let i = 0; i < 3; i++) must(desk.history.undo())
    expect(names(desk)).toEqual(['To read', 'a', 'b', 'c'])
  })
})

describe('papers in queues', () => {
  test('are in several at once; what was in the inbox or skipped is then to be read', () => {
    const desk = startDesk()
    const [seminar, thesis] = [create(desk, 'Seminar'), create(desk, 'Thesis')]
    must(desk.triage.setStatus([2], 'skipped'))
    must(desk.triage.setStatus([3], 'read'))
    const added = must(desk.queues.add(seminar, [3, 1, 2]))
    expect(added.action).toMatchObject({ kind: 'enqueue', name: 'Seminar', count: 3 })
    expect(added.papers.map(({ id }) => id).sort()).toEqual([1, 2, 3])
    must(desk.queues.add(thesis, [1]))
    expect(papers(desk, seminar)).toEqual([3, 1, 2])
    expect(papers(desk, thesis)).toEqual([1])
    expect(papers(desk, TO_READ_QUEUE_ID)).toEqual([1, 2])
    expect([1, 2, 3].map((paper) => statusOf(desk, paper))).toEqual(['queued', 'queued', 'read'])
    expect(queue(desk, seminar)).toMatchObject({ count: 3, left: 2 })
    expect(must(desk.queues.add(thesis, [1])).action).toBeNull()
  })

  test('that are put into To read are queued, also when they were read', () => {
    const desk = startDesk()
    must(desk.triage.setStatus([1], 'read'))
    must(desk.triage.setStatus([2], 'reading'))
    must(desk.queues.add(TO_READ_QUEUE_ID, [1, 2]))
    expect([1, 2].map((paper) => statusOf(desk, paper))).toEqual(['queued', 'reading'])
    expect(papers(desk, TO_READ_QUEUE_ID)).toEqual([2, 1])
  })

  test('that leave To read are in the inbox again; those that leave another one keep their status', () => {
    const desk = startDesk()
    const own = create(desk, 'Later')
    must(desk.queues.add(own, [1, 2]))
    must(desk.triage.setStatus([3], 'read'))
    expect(must(desk.queues.remove(TO_READ_QUEUE_ID, [1, 3])).action).toMatchObject({
      kind: 'dequeue',
      count: 1
    })
    must(desk.queues.remove(own, [2]))
    expect([1, 2, 3].map((paper) => statusOf(desk, paper))).toEqual(['inbox', 'queued', 'read'])
    expect(papers(desk, own)).toEqual([1])
  })

  test('that are unknown change nothing, for the others neither', () => {
    const desk = startDesk()
    const own = create(desk, 'Later')
    expect(errorOf(desk.queues.add(own, [1, 99]))).toBe('not-found')
    expect(errorOf(desk.queues.remove(own, [1, 99]))).toBe('not-found')
    expect(papers(desk, own)).toEqual([])
  })

  test('stay shown for it alone, when no digest holds them', () => {
    const desk = startDesk()
    const own = create(desk, 'Later')
    must(desk.triage.setStatus([1], 'read'))
    must(desk.queues.add(own, [1]))
    desk.db.exec('UPDATE appearances SET digest_id = NULL WHERE paper_id = 1')
    must(desk.triage.setStatus([1], 'inbox'))
    const shown = () => desk.db.prepare('SELECT 1 FROM visible_papers WHERE id = 1').get() !== undefined
    expect(shown()).toBe(true)
    must(desk.queues.remove(own, [1]))
    expect(shown()).toBe(false)
    must(desk.history.undo())
    expect(shown()).toBe(true)
  })

  test('are ordered by hand, many at a time, and undo restores the order', () => {
    const desk = startDesk()
    must(desk.triage.setStatus([1, 2, 3, 4, 5], 'queued'))
    expect(must(desk.queues.arrange(TO_READ_QUEUE_ID, [5, 2], 1)).action).toMatchObject({
      kind: 'arrange',
      name: 'To read',
      count: 2
    })
    expect(papers(desk, TO_READ_QUEUE_ID)).toEqual([5, 2, 1, 3, 4])
    must(desk.queues.arrange(TO_READ_QUEUE_ID, [5], null))
    expect(papers(desk, TO_READ_QUEUE_ID)).toEqual([2, 1, 3, 4, 5])
    expect(must(desk.queues.arrange(TO_READ_QUEUE_ID, [5], null)).action).toBeNull()
    expect(errorOf(desk.queues.arrange(TO_READ_QUEUE_ID, [5], 99))).toBe('not-found')
    must(desk.history.undo())
    must(desk.history.undo())
    expect(papers(desk, TO_READ_QUEUE_ID)).toEqual([1, 2, 3, 4, 5])
  })

  test('moved between the same two again and again are counted, those moved aside are not', () => {
    const desk = startDesk()
    must(desk.triage.setStatus([1, 2, 3], 'queued'))
    const moves = 120
    for (let i = 0; i < moves; i++)
      expect(
        must(desk.queues.arrange(TO_READ_QUEUE_ID, [i % 2 === 0 ? 3 : 2], i % 2 === 0 ? 2 : 3)).action?.count
      ).toBe(1)
    expect(papers(desk, TO_READ_QUEUE_ID)).toEqual([1, 2, 3])
    for (let i = 0; i < moves; i++) expect(must(desk.history.undo()).conflicts).toBe(0)
    expect(stateOf(desk.db).get('paper/3/in/1')).toBe(3)
  })
})

describe('a queue that is deleted', () => {
  test('leaves its papers in the library, and comes back with its id, its place, its papers and their order', () => {
    const desk = startDesk()
    const [first, second] = [create(desk, 'First'), create(desk, 'Second')]
    must(desk.queues.setDue(first, '2026-03-01'))
    must(desk.queues.add(first, [3, 1, 2]))
    must(desk.queues.arrange(first, [2], 3))
    const before = stateOf(desk.db)
    const deleted = must(desk.queues.delete(first))
    expect(deleted.action).toMatchObject({ kind: 'queue-delete', name: 'First', count: 3 })
    expect(deleted.papers.map(({ id }) => id).sort()).toEqual([1, 2, 3])
    expect(queuesOf(desk.db).map(({ id }) => id)).toEqual([TO_READ_QUEUE_ID, second])
    must(desk.history.undo())
    expect(stateOf(desk.db)).toEqual(before)
    expect(papers(desk, first)).toEqual([2, 3, 1])
    must(desk.history.redo())
    expect(queue(desk, first)).toBeUndefined()
  })

  test('never gives its id to another one', () => {
    const desk = startDesk()
    const first = create(desk, 'First')
    must(desk.queues.delete(first))
    const second = create(desk, 'Second')
    expect(second).not.toBe(first)
    must(desk.history.undo())
    must(desk.history.undo())
    expect(queue(desk, first)?.name).toBe('First')
  })

  test('does not come back where another one has its name by now', () => {
    const desk = startDesk()
    const first = create(desk, 'Later')
    must(desk.queues.add(first, [1]))
    const step = must(desk.queues.delete(first)).action?.step ?? 0
    const second = create(desk, 'LATER')
    expect(must(desk.history.undoStep(step))).toMatchObject({ action: null, conflicts: 1 })
    must(desk.queues.rename(second, 'Other'))
    expect(must(desk.history.undoStep(step))).toMatchObject({ conflicts: 0 })
    expect(papers(desk, first)).toEqual([1])
  })

  test('takes no papers back by an older step', () => {
    const desk = startDesk()
    const own = create(desk, 'Later')
    must(desk.queues.add(own, [1]))
    const removed = must(desk.queues.remove(own, [1])).action?.step ?? 0
    must(desk.queues.delete(own))
    expect(must(desk.history.undoStep(removed))).toMatchObject({ action: null, conflicts: 1 })
  })

  test('is not deleted again by redo when it has other papers by then', () => {
    const desk = startDesk()
    const own = create(desk, 'Later')
    must(desk.queues.add(own, [1]))
    const step = must(desk.queues.delete(own)).action?.step ?? 0
    must(desk.history.undoStep(step))
    must(desk.queues.add(own, [2]))
    expect(must(desk.history.redoStep(step))).toMatchObject({ action: null, conflicts: 1 })
    expect(papers(desk, own)).toEqual([1, 2])
  })
})

describe('the making of a queue', () => {
  test('is not undone while papers are in it, or when it was changed since', () => {
    const desk = startDesk()
    const made = must(desk.queues.create('Later', null))
    const step = made.action?.step ?? 0
    must(desk.queues.add(made.id, [1]))
    expect(must(desk.history.undoStep(step))).toMatchObject({ action: null, conflicts: 1 })
    must(desk.queues.remove(made.id, [1]))
    const renamed = must(desk.queues.rename(made.id, 'Much later')).action?.step ?? 0
    expect(must(desk.history.undoStep(step))).toMatchObject({ action: null, conflicts: 1 })
    must(desk.history.undoStep(renamed))
    expect(must(desk.history.undoStep(step))).toMatchObject({ conflicts: 0 })
    expect(queue(desk, made.id)).toBeUndefined()
    must(desk.history.redoStep(step))
    expect(queue(desk, made.id)).toMatchObject({ name: 'Later', count: 0 })
  })
})
