import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/renderer/features/library/days.ts'
import { nextWeekday, readDay } from '../../../src/renderer/features/triage/when.ts'

// A Friday.
const today = '2026-11-20'

describe('a day that is typed', () => {
  it.each([
    ['2026-12-24', '2026-12-24'],
    ['2026. 12. 24.', '2026-12-24'],
    ['2026년 12월 24일', '2026-12-24'],
    ['12-24', '2026-12-24'],
    ['12월 24일', '2026-12-24'],
    ['24 Dec', '2026-12-24'],
    ['december 24', '2026-12-24'],
    ['24 Dec 2027', '2027-12-24'],
    ['1 Mar', '2027-03-01'],
    ['11-20', '2027-11-20'],
    ['29 Feb', '2028-02-29'],
    ['friday', '2026-11-27'],
    ['Sat', '2026-11-21'],
    ['tues', '2026-11-24'],
    ['금요일', '2026-11-27'],
    ['월', '2026-11-23'],
    ['3d', '2026-11-23'],
    ['in 3 days', '2026-11-23'],
    ['2 weeks', '2026-12-04'],
    ['3주 뒤', '2026-12-11'],
    ['10일 후', '2026-11-30'],
    ['3 months', '2027-02-20'],
    ['1개월', '2026-12-20']
  ])('%s', (typed, day) => {
    expect(readDay(typed, today)).toBe(day)
  })

  it.each(['2026-11-20', '2026-11-19', '1 Jan 2020', '2020년 1월 1일'])('%s is past', (typed) => {
    expect(readDay(typed, today)).toBe('past')
  })

  it.each(['', 'soon', '2026-13-01', '2026-02-30', '31 Feb', '0 days', '99999', '0', 'mo', '13월 1일'])(
    '%s is none',
    (typed) => {
      expect(readDay(typed, today)).toBeNull()
    }
  )

  it('is after today, whatever is typed', () => {
    const parts = ['1', '9', '31', '2026', '-', ' ', '월', '일', '주', 'w', 'd', 'mon', 'feb', '금', '.']
    const typed = fc.array(fc.constantFrom(...parts), { maxLength: 6 }).map((all) => all.join(''))
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 3000 }), (text, ahead) => {
        const now = addDays('2024-01-01', ahead)
        const day = readDay(text, now)
        expect(day === null || day === 'past' || (day > now && /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true)
      })
    )
  })

  it('is the Monday after, on a Monday', () => {
    expect(nextWeekday('2026-11-23', 1)).toBe('2026-11-30')
  })
})
