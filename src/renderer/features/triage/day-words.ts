import type { Day } from '../../../contract/model.ts'
import { addDays, addMonths, daysIn, monthOf } from '../library/days.ts'
import { nextWeekday, readWeekday, weekdayInWeeks } from './weekdays.ts'

const MONDAY = 1

/** Words for a number of days ahead, without spaces. */
const daysAhead = new Map([
  ['today', 0],
  ['오늘', 0],
  ['tomorrow', 1],
  ['내일', 1],
  ['하루', 1],
  ['dayaftertomorrow', 2],
  ['thedayaftertomorrow', 2],
  ['모레', 2],
  ['내일모레', 2],
  ['이틀', 2],
  ['글피', 3],
  ['사흘', 3],
  ['나흘', 4],
  ['닷새', 5],
  ['엿새', 6],
  ['열흘', 10],
  ['보름', 15]
])

/** Numbers in words, as they stand before weeks and months. */
const numbers = new Map([
  ['a', 1],
  ['one', 1],
  ['한', 1],
  ['일', 1],
  ['two', 2],
  ['두', 2],
  ['이', 2],
  ['three', 3],
  ['세', 3],
  ['삼', 3],
  ['four', 4],
  ['네', 4],
  ['사', 4]
])

/**
 * Reads a day that is told in words of English or Korean: `tomorrow`, `next week`, `next Friday`, `모레`,
 * `다음 주 월요일`, `한 달 뒤`. The next week and month are meant from their first day.
 * @param text in lower case, with single spaces
 * @returns a day that may be past; null for anything else
 */
export function readDayWords(text: string, today: Day): Day | null {
  // Korean is written with spaces or without, and English is clear without.
  const words = text.replaceAll(' ', '')
  const days = daysAhead.get(words.replace(/(?<=.)[뒤후]$/, ''))
  if (days !== undefined) return addDays(today, days)
  return readSpan(words, today) ?? readWeek(words, today) ?? readMonth(words, today)
}

function readSpan(words: string, today: Day): Day | null {
  const span = /^(?:in)?([a-z]+?|[가-힣])(days?|weeks?|주일?|months?|달)(?:later|뒤|후)?$/.exec(words)
  const count = numbers.get(span?.[1] ?? '')
  const unit = span?.[2] ?? ''
  if (count === undefined) return null
  if (/^(m|달)/.test(unit)) return addMonths(today, count)
  return addDays(today, unit.startsWith('d') ? count : count * 7)
}

const weeksAhead = new Map([
  ['이번', 0],
  ['다음', 1],
  ['next', 1],
  ['다다음', 2]
])

function readWeek(words: string, today: Day): Day | null {
  if (words === 'weekafternext') return weekdayInWeeks(today, 2, MONDAY)
  const ofWeek =
    /^(이번|다음|다다음|next)(?:주|week)(?:on)?(.*)$/.exec(words) ??
    /^(next)(.+)$/.exec(words) ??
    /^(다음)(.요일)$/.exec(words)
  const turned = /^(?:on)?(.+)(next)week$/.exec(words)
  const weeks = weeksAhead.get(turned?.[2] ?? ofWeek?.[1] ?? '')
  const name = turned?.[1] ?? ofWeek?.[2]
  if (weeks !== undefined && name !== undefined) {
    const weekday = name === '' && weeks > 0 ? MONDAY : readWeekday(name)
    return weekday === null ? null : weekdayInWeeks(today, weeks, weekday)
  }
  const coming = readWeekday(/^(?:this|on|이번|오는)(.+)$/.exec(words)?.[1] ?? '')
  return coming === null ? null : nextWeekday(today, coming)
}

function readMonth(words: string, today: Day): Day | null {
  const found = /^(?:nextmonth|다음달(?:(\d{1,2})일)?)$/.exec(words)
  if (!found) return null
  const month = monthOf(addMonths(today, 1))
  const date = Number(found[1] ?? 1)
  return date >= 1 && date <= daysIn(month) ? `${month}-${String(date).padStart(2, '0')}` : null
}
