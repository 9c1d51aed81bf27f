import type { Day } from '../../contract/model.ts'
import type { Locale } from './generated/runtime.js'
import { locale } from './locale.svelte.ts'

/** English dates read day first, as the digests' own names sort. */
const regions: Record<Locale, string> = { en: 'en-GB', ko: 'ko-KR' }

const styles = {
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekdayOnly: { weekday: 'long', day: 'numeric', month: 'long' },
  medium: { dateStyle: 'medium' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  monthOnly: { month: 'short' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

function format(day: Day, style: keyof typeof styles): string {
  const key = `${locale()} ${style}`
  const made =
    formats.get(key) ?? new Intl.DateTimeFormat(regions[locale()], { ...styles[style], timeZone: 'UTC' })
  formats.set(key, made)
  return made.format(new Date(`${day}T00:00:00Z`))
}

/** "Monday 26 August 2024", "2024년 8월 26일 월요일". */
export const dayWithWeekday = (day: Day): string => format(day, 'weekday').replace(',', '')
/** "Monday 26 August", "8월 26일 월요일". */
export const dayOfYear = (day: Day): string => format(day, 'weekdayOnly').replace(',', '')
/** "26 Aug 2024", "2024. 8. 26.". */
export const dayMedium = (day: Day): string => format(day, 'medium')
/** "26 August 2024". */
export const dayLong = (day: Day): string => format(day, 'long')
/** "Mon 26 Aug". */
export const dayShort = (day: Day): string => format(day, 'short').replace(',', '')
/** "August 2024"; takes `YYYY-MM`. */
export const monthLong = (month: string): string => format(`${month}-01`, 'month')
/** "Aug"; takes `YYYY-MM`. */
export const monthShort = (month: string): string => format(`${month}-01`, 'monthOnly')

/** The language of the screen, as the user's region speaks it where the system says so: `en-US`, `ko-KR`. */
export const regionTag = (): string =>
  navigator.languages.find((tag) => tag.startsWith(`${locale()}-`)) ?? regions[locale()]

/** Names of the days of the week in the order asked, Monday being 1: short ones and whole ones. */
export const weekdayNames = (order: readonly number[]): { short: string; long: string }[] =>
  order.map((weekday) => {
    // The first of January 2024 was a Monday.
    const day = new Date(Date.UTC(2024, 0, weekday))
    const name = (style: 'short' | 'long'): string =>
      new Intl.DateTimeFormat(regions[locale()], { weekday: style, timeZone: 'UTC' }).format(day)
    return { short: name('short'), long: name('long') }
  })

/** "27 August 2024, 09:30", in the computer's own time zone; takes ISO 8601. */
export const momentLong = (at: string): string =>
  new Intl.DateTimeFormat(regions[locale()], { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))

const DAY_MS = 86_400_000
const relatives = new Map<Locale, Intl.RelativeTimeFormat>()

/** "today", "yesterday", "3 days ago", "2 weeks ago", by the calendar of this computer; takes ISO 8601. */
export function ago(at: string, now: Date = new Date()): string {
  const days = Math.round((midnight(now) - midnight(new Date(at))) / DAY_MS)
  const relative =
    relatives.get(locale()) ?? new Intl.RelativeTimeFormat(regions[locale()], { numeric: 'auto' })
  relatives.set(locale(), relative)
  if (days < 14) return relative.format(-Math.max(0, days), 'day')
  if (days < 60) return relative.format(-Math.floor(days / 7), 'week')
  return days < 730
    ? relative.format(-Math.floor(days / 30.44), 'month')
    : relative.format(-Math.floor(days / 365.25), 'year')
}

const midnight = (date: Date): number => new Date(date).setHours(0, 0, 0, 0)

const times = new Map<Locale, Intl.DateTimeFormat>()

/** "09:30", in the computer's own time zone; takes ISO 8601. */
export function timeShort(at: string): string {
  const made = times.get(locale()) ?? new Intl.DateTimeFormat(regions[locale()], { timeStyle: 'short' })
  times.set(locale(), made)
  return made.format(new Date(at))
}

/** "1 May, 2 May and 3 May". */
export const conjunction = (items: string[]): string =>
  new Intl.ListFormat(regions[locale()], { type: 'conjunction' }).format(items)

const numbers = new Map<Locale, Intl.NumberFormat>()

/** "5,487". */
export function count(number: number): string {
  const made = numbers.get(locale()) ?? new Intl.NumberFormat(regions[locale()])
  numbers.set(locale(), made)
  return made.format(number)
}

/** "125%"; takes 1.25. */
export const percent = (share: number): string =>
  share.toLocaleString(regions[locale()], { style: 'percent' })
