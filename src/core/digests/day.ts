import { daySchema, type Day } from '../../contract/model.ts'

/** A date's place in a text, from the start of the text on. */
export interface HeadingDay {
  /** `bad` where the calendar has no such day. */
  day: Day | 'bad'
  at: number
}

const inHeading = /(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/
const year = '((?:19|20)\\d{2})'
/**
 * Eight digits, a folder's too (`2024/0826`), the same mark twice, or the units of Chinese, Japanese and Korean. A
 * dot stands twice or not at all, so that `2408.0102` is arXiv's.
 */
const inPath = new RegExp(
  [
    String.raw`${year}[-_/]?(0[1-9]|1[0-2])[-_/]?([0-2]\d|3[01])`,
    String.raw`${year}([-_./]) ?(\d{1,2})\5 ?(\d{1,2})`,
    String.raw`${year} ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일号]?`
  ]
    .map((form) => String.raw`(?<!\d)${form}(?!\d)`)
    .join('|'),
  'g'
)

/** The day that three numbers make, or null where the calendar has none such. */
export const composeDay = (year = '', month = '', day = ''): Day | null => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return daySchema.safeParse(text).success ? text : null
}

/** The date in a heading such as `Daily Papers (2024-08-26)`, or undefined. */
export function dayInHeading(heading: string): HeadingDay | undefined {
  const match = inHeading.exec(heading)
  return match ? { day: composeDay(match[1], match[2], match[3]) ?? 'bad', at: match.index } : undefined
}

/**
 * The day that a digest's path tells: `2024/08/26.md`, `2024-8-26.md`, `papers-20240826 (1).md`,
 * `2024年08月26日.md`; the last one of several.
 */
export function dayInPath(path: string): Day | null {
  let day: Day | null = null
  for (const match of path.normalize('NFC').matchAll(inPath)) {
    const [, y1, m1, d1, y2, , m2, d2, y3, m3, d3] = match
    day = composeDay(y1 ?? y2 ?? y3, m1 ?? m2 ?? m3, d1 ?? d2 ?? d3) ?? day
  }
  return day
}
