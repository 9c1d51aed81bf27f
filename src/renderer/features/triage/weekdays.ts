import type { Day } from '../../../contract/model.ts'
import { addDays, weekdayOf } from '../library/days.ts'

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const fullName = /^(sun|mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?)(day)?$/
const koreanNames = '월화수목금토일'

/** The day of the week that a word names, in English or Korean; 1 is Monday. null for anything else. */
export function readWeekday(word: string): number | null {
  if (fullName.test(word)) return names.indexOf(word.slice(0, 3)) + 1
  const korean = /^([월화수목금토일])(?:요일)?$/.exec(word)?.[1]
  return korean === undefined ? null : koreanNames.indexOf(korean) + 1
}

/** The next such day of the week after a day; 1 is Monday. */
export function nextWeekday(after: Day, weekday: number): Day {
  const ahead = (weekday - weekdayOf(after) + 7) % 7
  return addDays(after, ahead === 0 ? 7 : ahead)
}

/** A day of the week so many weeks after the one that a day is in; weeks begin on Monday. */
export const weekdayInWeeks = (day: Day, weeks: number, weekday: number): Day =>
  addDays(day, weekday - weekdayOf(day) + weeks * 7)
