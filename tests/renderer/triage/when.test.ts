import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/renderer/features/library/days.ts'
import { nextWeekday } from '../../../src/renderer/features/triage/weekdays.ts'
import { readDay } from '../../../src/renderer/features/triage/when.ts'

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
    ['1개월', '2026-12-20'],
    ['Tomorrow', '2026-11-21'],
    ['내일', '2026-11-21'],
    ['the day after tomorrow', '2026-11-22'],
    ['모레', '2026-11-22'],
    ['내일 모레', '2026-11-22'],
    ['글피', '2026-11-23'],
    ['사흘 뒤', '2026-11-23'],
    ['열흘', '2026-11-30'],
    ['next week', '2026-11-23'],
    ['다음 주', '2026-11-23'],
    ['다음주', '2026-11-23'],
    ['다음 주 월요일', '2026-11-23'],
    ['다음주 금', '2026-11-27'],
    ['next week Friday', '2026-11-27'],
    ['next Friday', '2026-11-27'],
    ['Friday next week', '2026-11-27'],
    ['다음 금요일', '2026-11-27'],
    ['다음 월요일', '2026-11-23'],
    ['이번 주 토요일', '2026-11-21'],
    ['this Thursday', '2026-11-26'],
    ['오는 목요일', '2026-11-26'],
    ['다다음 주', '2026-11-30'],
    ['다다음 주 수요일', '2026-12-02'],
    ['week after next', '2026-11-30'],
    ['in a week', '2026-11-27'],
    ['일주일 뒤', '2026-11-27'],
    ['두 주 후', '2026-12-04'],
    ['two weeks', '2026-12-04'],
    ['한 달 뒤', '2026-12-20'],
    ['in a month', '2026-12-20'],
    ['next month', '2026-12-01'],
    ['다음 달', '2026-12-01'],
    ['다음 달 15일', '2026-12-15']
  ])('%s', (typed, day) => {
    expect(readDay(typed, today)).toBe(day)
  })

  it.each(['2026-11-20', '2026-11-19', '1 Jan 2020', '2020년 1월 1일', '오늘', 'today', '이번 주 월요일'])(
    '%s is past',
    (typed) => {
      expect(readDay(typed, today)).toBe('past')
    }
  )

  it.each([
    '',
    'soon',
    '2026-13-01',
    '2026-02-30',
    '31 Feb',
    '0 days',
    '99999',
    '0',
    'mo',
    '13월 1일',
    '다음',
    'next',
    '이번 주',
    '다음 달 32일',
    '뒤',
    'an',
    'next foo'
  ])('%s is none', (typed) => {
    expect(readDay(typed, today)).toBeNull()
  })

  it('is after today, whatever is typed', () => {
    const parts = [
      '1',
      '9',
      '31',
      '2026',
      '-',
      ' ',
      '월',
      '일',
      '주',
      'w',
      'd',
      'mon',
      'feb',
      '금',
      '.',
      '다음',
      'next',
      '달',
      '뒤',
      'week',
      '이번',
      '모레'
    ]
    const typed = fc.array(fc.constantFrom(...parts), { maxLength: 6 }).map((all) => all.join(''))
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 3000 }), (text, ahead) => {
        const now = addDays('2024-01-01', ahead)
        const day = readDay(text, now)
        expect(day === null || day === 'past' || (day > now && /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true)
      })
    )
  })

  it('is of the week after on any day, and of no other', () => {
    for (const [day, monday] of [
      ['2026-11-22', '2026-11-23'],
      ['2026-11-23', '2026-11-30']
    ] as const)
      for (const typed of ['다음 주', 'next week', '다음 주 월요일', 'next Monday'])
        expect(readDay(typed, day)).toBe(monday)
  })

  it('is the Monday after, on a Monday', () => {
    expect(nextWeekday('2026-11-23', 1)).toBe('2026-11-30')
  })
})
