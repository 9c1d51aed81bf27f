import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayByKey,
  daysBetween,
  daysIn,
  firstWeekday,
  monthOf,
  weekdayOf,
  weeksOf,
  weekStart
} from '../../../src/renderer/features/library/days.ts'

const day = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2400-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const first = fc.integer({ min: 1, max: 7 })
const press = (key: string, shiftKey = false): { key: string; shiftKey: boolean } => ({ key, shiftKey })

describe('days', () => {
  it('are counted over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
    expect(addDays('1900-02-28', 1)).toBe('1900-03-01')
    expect(addDays('2000-02-28', 1)).toBe('2000-02-29')
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01')
    expect(daysBetween('2024-08-26', '2024-09-02')).toBe(7)
    expect(daysBetween('2024-09-02', '2024-08-26')).toBe(-7)
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count)
      })
    )
  })

  it('keep their date from month to month, as far as the month has it', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2024-03-15', -3)).toBe('2023-12-15')
    fc.assert(
      fc.property(day, fc.integer({ min: -1000, max: 1000 }), (from, count) => {
        const to = addMonths(from, count)
        const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        expect(months(to) - months(from)).toBe(count)
        expect(Number(to.slice(8))).toBe(Math.min(Number(from.slice(8)), daysIn(monthOf(to))))
      })
    )
  })

  it('stay within the years that can be named', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
    expect(addMonths('9999-12-31', 1)).toBe('9999-12-31')
    expect(addMonths('0001-01-01', -1)).toBe('0001-01-01')
    expect(addDays('0001-01-01', -1)).toBe('0001-01-01')
  })
})

describe('a month', () => {
  it('has each of its days in exactly one place, in the column of its weekday', () => {
    fc.assert(
      fc.property(day, first, (any, begins) => {
        const month = monthOf(any)
        const weeks = weeksOf(month, begins)
        const dates = weeks.flat().filter((date) => date !== null)
        expect(dates).toEqual(Array.from({ length: daysIn(month) }, (_, at) => addDays(`${month}-01`, at)))
        for (const week of weeks) {
          expect(week).toHaveLength(7)
          expect(week.some((date) => date !== null)).toBe(true)
          for (const [place, date] of week.entries())
            if (date !== null) expect((weekdayOf(date) - begins + 7) % 7).toBe(place)
        }
      })
    )
  })

  it('leaves out no day of a range, and shows none twice', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), first, (from, length, begins) => {
        const wanted = Array.from({ length: length + 1 }, (_, at) => addDays(from, at))
        const months = [...new Set(wanted.map(monthOf))]
        const shown = months.flatMap((month) => weeksOf(month, begins).flat())
        expect(wanted.map((date) => shown.filter((other) => other === date).length)).toEqual(
          wanted.map(() => 1)
        )
      }),
      { numRuns: 20 }
    )
  })

  it('fits in four weeks or needs six', () => {
    expect(weeksOf('2021-02', 1)).toHaveLength(4)
    expect(weeksOf('2024-02', 1)).toHaveLength(5)
    expect(weeksOf('2024-09', 1)).toHaveLength(6)
    expect(weeksOf('2024-09', 7)).toHaveLength(5)
  })

  it('begins its weeks as the locale does', () => {
    expect(firstWeekday('en-GB')).toBe(1)
    expect(firstWeekday('en-US')).toBe(7)
    expect(firstWeekday('ko-KR')).toBe(7)
    expect(weekStart('2024-09-04', 1)).toBe('2024-09-02')
    expect(weekStart('2024-09-04', 7)).toBe('2024-09-01')
    expect(weekStart('2024-09-01', 7)).toBe('2024-09-01')
  })
})

describe('keys in a calendar', () => {
  it('lead by days, weeks, months and years', () => {
    const to = (key: string, shift = false): string | null => dayByKey(press(key, shift), '2024-09-04', 1)
    expect(to('ArrowLeft')).toBe('2024-09-03')
    expect(to('ArrowRight')).toBe('2024-09-05')
    expect(to('ArrowUp')).toBe('2024-08-28')
    expect(to('ArrowDown')).toBe('2024-09-11')
    expect(to('Home')).toBe('2024-09-02')
    expect(to('End')).toBe('2024-09-08')
    expect(to('PageUp')).toBe('2024-08-04')
    expect(to('PageDown')).toBe('2024-10-04')
    expect(to('PageUp', true)).toBe('2023-09-04')
    expect(to('PageDown', true)).toBe('2025-09-04')
    expect(to('a')).toBeNull()
  })

  it('never leave the week with Home and End', () => {
    fc.assert(
      fc.property(day, first, (from, begins) => {
        const start = dayByKey(press('Home'), from, begins) ?? ''
        const end = dayByKey(press('End'), from, begins) ?? ''
        expect(daysBetween(start, end)).toBe(6)
        expect(start <= from && from <= end).toBe(true)
        expect(weekdayOf(start)).toBe(begins)
      })
    )
  })
})
