import type { Day } from '../../../contract/model.ts'

/** What of a date was typed. */
export interface DayParts {
  year?: number
  month?: number
  day?: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const inFull = (year: number): number => (year < 100 ? 2000 + year : year)

function partsOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined
): DayParts | null {
  const parts: DayParts = {
    ...(year !== undefined && { year: inFull(Number(year)) }),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) })
  }
  const { month: m = 1, day: d = 1 } = parts
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? parts : null
}

/** The number of an English month, from its first three letters on. */
function monthOf(word: string): string | undefined {
  const at = MONTHS.indexOf(word.slice(0, 3))
  const full = 'january february march april may june july august september october november december'.split(
    ' '
  )
  return full[at]?.startsWith(word) || (at === 8 && word === 'sept') ? String(at + 1) : undefined
}

/** `aug 26`, `26 August 2024`, `Aug 2024`, `26th of august`. */
function withEnglishMonth(text: string): DayParts[] {
  const words = text.split(/[\s,.]+/).filter((word) => word !== '' && word !== 'of')
  const month = words.map(monthOf).find((number) => number !== undefined)
  if (month === undefined || words.length > 3) return []
  const numbers = words.filter((word) => monthOf(word) === undefined)
  if (!numbers.every((word) => /^(\d{1,2}(st|nd|rd|th)?|\d{4})$/.test(word))) return []
  const year = numbers.find((word) => /^\d{4}$/.test(word))
  const day = numbers.find((word) => !/^\d{4}$/.test(word))?.replace(/\D+/, '')
  return [partsOf(year, month, day) ?? []].flat()
}

const KOREAN = /^(?:(\d{2,4})년)?\s*(?:(\d{1,2})월)?\s*(?:(\d{1,2})일?)?$/
const YEAR_FIRST = /^(\d{4}|\d{2})[-./\s]+(\d{1,2})(?:[-./\s]+(\d{1,2})\.?)?\.?$/
const DAY_FIRST = /^(\d{1,2})[-./\s]+(\d{1,2})[-./\s]+(\d{4})$/
const SHORT = /^(\d{1,2})[-./\s]+(\d{1,2})\.?$/
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/

/**
 * The dates that a text can mean, in the forms that people type: `2024-08-26`, `2024. 8. 26.`, `20240826`, `8/26`,
 * `26.8.`, `Aug 26`, `26 August`, `8월 26일`, and months and years alone. Empty where it means none.
 */
export function readDays(typed: string): DayParts[] {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const together = TOGETHER.exec(text)
  if (together) return [partsOf(together[1], together[2], together[3]) ?? []].flat()
  if (/[년월]/.test(text)) {
    const korean = KOREAN.exec(text)
    return korean ? [partsOf(korean[1], korean[2], korean[3]) ?? []].flat() : []
  }
  const dayFirst = DAY_FIRST.exec(text)
  const short = SHORT.exec(text)
  const yearFirst = YEAR_FIRST.exec(text)
  const found = [
    ...(dayFirst
      ? [partsOf(dayFirst[3], dayFirst[2], dayFirst[1]), partsOf(dayFirst[3], dayFirst[1], dayFirst[2])]
      : []),
    ...(short ? [partsOf(undefined, short[1], short[2]), partsOf(undefined, short[2], short[1])] : []),
    ...(yearFirst && (yearFirst[1]?.length === 4 || yearFirst[3] !== undefined)
      ? [partsOf(yearFirst[1], yearFirst[2], yearFirst[3])]
      : [])
  ].filter((parts) => parts !== null)
  return found.length > 0 ? found : withEnglishMonth(text)
}

/** Whether a day is one of those that were typed. */
export function isOneOf(day: Day, meant: readonly DayParts[]): boolean {
  const [year, month, date] = day.split('-').map(Number)
  return meant.some(
    (parts) =>
      (parts.year ?? year) === year && (parts.month ?? month) === month && (parts.day ?? date) === date
  )
}
