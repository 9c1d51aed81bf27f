import type { Day } from '../../../contract/model.ts'
import { composeDay } from '../day.ts'

/** A date and its place in a text. */
export interface FoundDay {
  /** `bad` where the calendar has no such day. */
  day: Day | 'bad'
  start: number
  end: number
}

/** Headings are short; a date further on is one of the text's. */
const MAX_DISTANCE = 300
const names = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const numeric = /(?<!\d)(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)/
const compact = /(?<![\d.])(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/
const wide =
  /(?<!\d)(\d{4})\s{0,2}[年년]\s{0,2}(\d{1,2})\s{0,2}[月월]\s{0,2}(\d{1,2})(?:\s{0,2}[日일号])?(?!\d)/
const monthFirst = new RegExp(
  String.raw`\b${month}\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})\b`,
  'i'
)
const dayFirst = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)?[\s-]{1,3}(?:of\s)?${month}[.,]?[\s-]{1,3}(\d{4})\b`,
  'i'
)

/**
 * The first date in a text: `2024-08-26` with any of `-./`, `20240826`, `2024年8月26日`, `2024년 8월 26일`,
 * `August 26, 2024`, `26 Aug 2024`.
 */
export function findDay(text: string): FoundDay | undefined {
  const head = text.slice(0, MAX_DISTANCE)
  if (!/\d{4}/.test(head)) return undefined
  return (
    found(numeric.exec(head), 1, 2, 3) ??
    found(wide.exec(head), 1, 2, 3) ??
    found(monthFirst.exec(head), 3, 1, 2) ??
    found(dayFirst.exec(head), 3, 2, 1) ??
    found(compact.exec(head), 1, 2, 3)
  )
}

function found(
  match: RegExpExecArray | null,
  year: number,
  month: number,
  day: number
): FoundDay | undefined {
  if (!match) return undefined
  const name = names.indexOf(match[month]?.slice(0, 3).toLowerCase() ?? '')
  const monthNumber = name === -1 ? match[month] : String(name + 1)
  return {
    day: composeDay(match[year], monthNumber, match[day]) ?? 'bad',
    start: match.index,
    end: match.index + match[0].length
  }
}
