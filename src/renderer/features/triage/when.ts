import type { Day } from '../../../contract/model.ts'
import { addDays, addMonths, daysIn } from '../library/days.ts'
import { readDayWords } from './day-words.ts'
import { nextWeekday, readWeekday } from './weekdays.ts'

/** The longest time ahead that is understood as a number of days, weeks or months. */
const MOST_DAYS = 3650

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const monthName =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/

const two = (number: number): string => String(number).padStart(2, '0')

/** null where the calendar has no such day. */
function dayFrom(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12) return null
  const inMonth = `${String(year).padStart(4, '0')}-${two(month)}`
  return date >= 1 && date <= daysIn(inMonth) ? `${inMonth}-${two(date)}` : null
}

/** The next day of that month and date, in this year or, when that is not ahead, in the next that has it. */
function nextDate(month: number, date: number, today: Day): Day | null {
  const year = Number(today.slice(0, 4))
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = dayFrom(year + ahead, month, date)
    if (day !== null && day > today) return day
  }
  return null
}

function ahead(count: number, unit: string, today: Day): Day | null {
  const isWeek = /^(w|주)/.test(unit)
  const isMonth = /^(m|개월|달)/.test(unit)
  if (count < 1 || count * (isMonth ? 30 : isWeek ? 7 : 1) > MOST_DAYS) return null
  return isMonth ? addMonths(today, count) : addDays(today, count * (isWeek ? 7 : 1))
}

/**
 * Reads a day as it is typed, in English or Korean whatever the screen's language is: `2026-12-24`, `12-24`, `24 Dec`,
 * `Friday`, `3 weeks`, `2d`, `next week`; `12월 24일`, `금요일`, `3주 뒤`, `모레`. Those without a year are the next of their kind. `past` for a day that is not after today; null
 * for anything else.
 */
export function readDay(typed: string, today: Day): Day | 'past' | null {
  const text = typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim()
  const full = /^(\d{4})(?:[-./]| ?년) ?(\d{1,2})(?:[-./]| ?월) ?(\d{1,2})(?:\.| ?일)?$/.exec(text)
  if (full) {
    return unlessPast(dayFrom(Number(full[1]), Number(full[2]), Number(full[3])), today)
  }
  const short = /^(\d{1,2})(?:-| ?월) ?(\d{1,2}) ?일?$/.exec(text)
  if (short) return nextDate(Number(short[1]), Number(short[2]), today)
  const span =
    /^(?:in )?\+? ?(\d{1,4}) ?(d|days?|일|w|weeks?|주일?|m|months?|개월|달)(?: ?(?:뒤|후|later))?$/.exec(text)
  if (span) return ahead(Number(span[1]), span[2] ?? 'd', today)
  return readNames(text, today)
}

const unlessPast = (day: Day | null, today: Day): Day | 'past' | null =>
  day !== null && day <= today ? 'past' : day

function readNames(text: string, today: Day): Day | 'past' | null {
  const weekday = readWeekday(text)
  if (weekday !== null) return nextWeekday(today, weekday)
  const told = readDayWords(text, today)
  if (told !== null) return unlessPast(told, today)
  const named = /^(?:(\d{1,2}) ([a-z]+)|([a-z]+) (\d{1,2}))(?: (\d{4}))?$/.exec(text)
  if (!named) return null
  const name = named[2] ?? named[3] ?? ''
  // From three letters on, as names are cut.
  const month = monthName.test(name) ? months.indexOf(name.slice(0, 3)) + 1 : 0
  const date = Number(named[1] ?? named[4])
  if (month === 0) return null
  if (named[5] === undefined) return nextDate(month, date, today)
  return unlessPast(dayFrom(Number(named[5]), month, date), today)
}
