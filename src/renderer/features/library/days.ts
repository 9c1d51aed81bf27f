import type { Day } from '../../../contract/model.ts'

const DAY_MS = 86_400_000
const msOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/** A day of the contract's form; null outside of the years that it can name. */
function dayAt(ms: number): Day | null {
  const date = new Date(ms)
  const year = date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null
}

/** The day so many days later, earlier where negative; the same day where there is none. */
export const addDays = (day: Day, days: number): Day => dayAt(msOf(day) + days * DAY_MS) ?? day

/** Days from one day to another, negative where that is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((msOf(to) - msOf(from)) / DAY_MS)

/** `YYYY-MM`. */
export const monthOf = (day: Day): string => day.slice(0, 7)

/** How many days a month has; takes `YYYY-MM`. */
export const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()

const pad = (number: number, length: number): string => String(number).padStart(length, '0')
const dayOfMonth = (month: string, date: number): Day => `${month}-${pad(date, 2)}`

/** The same date so many months later, or the last one of a month that is shorter. */
export function addMonths(day: Day, months: number): Day {
  const place = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(place / 12)
  if (year < 1 || year > 9999) return day
  const month = `${pad(year, 4)}-${pad((place % 12) + 1, 2)}`
  return dayOfMonth(month, Math.min(Number(day.slice(8)), daysIn(month)))
}

/** Monday is 1 and Sunday 7, as in ISO 8601. */
export const weekdayOf = (day: Day): number => new Date(msOf(day)).getUTCDay() || 7

/** The weekday that weeks begin with where a language is spoken so; takes a tag such as `en-US`. */
export function firstWeekday(tag: string): number {
  // Not yet among the types of the language version that is compiled for.
  const spoken: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(tag)
  return spoken.getWeekInfo?.().firstDay ?? 1
}

/** The day that a day's week begins with. */
export const weekStart = (day: Day, first: number): Day => addDays(day, -((weekdayOf(day) - first + 7) % 7))

/** A month by weeks of seven places; null where a week's day is of another month. Takes `YYYY-MM`. */
export function weeksOf(month: string, first: number): (Day | null)[][] {
  const before = (weekdayOf(dayOfMonth(month, 1)) - first + 7) % 7
  const days = daysIn(month)
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const date = week * 7 + place - before + 1
      return date >= 1 && date <= days ? dayOfMonth(month, date) : null
    })
  )
}

/** Where a key leads in a calendar; null for keys that lead nowhere. */
export function dayByKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  day: Day,
  first: number
): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return weekStart(day, first)
    case 'End':
      return addDays(weekStart(day, first), 6)
    case 'PageUp':
      return addMonths(day, shiftKey ? -12 : -1)
    case 'PageDown':
      return addMonths(day, shiftKey ? 12 : 1)
    default:
      return null
  }
}
