import { describe, expect, test } from 'vitest'
import { TO_READ_QUEUE_ID } from '../../../src/contract/model.ts'
import { papersInQueue } from '../../../src/core/queues/places.ts'
import { errorOf, must } from '../../helpers/core.ts'
import { startDesk } from '../history/desk.ts'
import { stateOf } from '../history/model/state.ts'

// The clock of a desk stands on 2026-01-15.
const today = '2026-01-15'
const tomorrow = '2026-01-16'

describe('snoozing', () => {
  test('takes a paper back to the inbox, until a later day', () => {
    const desk = startDesk()
    must(desk.triage.setStatus([1], 'queued'))
    const done = must(desk.triage.snooze([1, 2], tomorrow))
    expect(done.action).toMatchObject({ kind: 'snooze', value: tomorrow, count: 2 })
    expect(done.papers).toMatchObject([
      { id: 1, status: 'inbox', snoozedUntil: tomorrow },
      { id: 2, status: 'inbox', snoozedUntil: tomorrow }
    ])
    expect(papersInQueue(desk.db, TO_READ_QUEUE_ID)).toEqual([])
    must(desk.history.undo())
    expect(stateOf(desk.db).get('paper/1/status')).toBe('queued')
    expect(papersInQueue(desk.db, TO_READ_QUEUE_ID)).toEqual([1])
  })

  test('until a day that is not after today is refused', () => {
    const desk = startDesk()
    for (const until of [today, '2026-01-14']) {
      const refused = desk.triage.snooze([1], until)
      expect(errorOf(refused)).toBe('invalid-input')
      expect(refused).toMatchObject({ error: { details: { until, today } } })
    }
    expect(stateOf(desk.db).get('paper/1/snoozed')).toBeUndefined()
  })

  test('ends with a status, or with a place among what is to be read, and undo restores it', () => {
    const desk = startDesk()
    const later = must(desk.queues.create('Later', null)).id
    for (const act of [
      () => desk.triage.setStatus([1], 'inbox'),
      () => desk.triage.setStatus([1], 'read'),
      () => desk.queues.add(later, [1])
    ]) {
      must(desk.triage.snooze([1], tomorrow))
      must(act())
      expect(stateOf(desk.db).get('paper/1/snoozed')).toBeUndefined()
      must(desk.history.undo())
      expect(stateOf(desk.db).get('paper/1/snoozed')).toBe(tomorrow)
      must(desk.history.undo())
    }
  })

  test('goes on under stars, ratings, notes and tags', () => {
    const desk = startDesk()
    must(desk.triage.snooze([1], tomorrow))
    must(desk.triage.setStarred([1], true))
    must(desk.triage.rate([1], 3))
    must(desk.triage.setNote(1, 'later', 'a'))
    must(desk.tags.add([1], 'theory'))
    expect(stateOf(desk.db).get('paper/1/snoozed')).toBe(tomorrow)
  })

  test('is ended for those that are away, and for no others', () => {
    const desk = startDesk()
    must(desk.triage.setStatus([2], 'read'))
    must(desk.triage.snooze([1], tomorrow))
    expect(must(desk.triage.unsnooze([1, 2])).action).toMatchObject({ kind: 'unsnooze', count: 1 })
    expect(stateOf(desk.db).get('paper/1/snoozed')).toBeUndefined()
    expect(stateOf(desk.db).get('paper/2/status')).toBe('read')
  })
})
