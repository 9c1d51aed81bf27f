import { daySchema, type Day } from '../../contract/model.ts'

const inHeading = /(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/
const inPath = /(?:^|[^\d])(\d{4})[-_./]?(\d{2})[-_./]?(\d{2})(?!\d)/g

/** The day that three numbers make, or null where the calendar has none such. */
export const composeDay = (year = '', month = '', day = ''): Day | null => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return daySchema.safeParse(text).success ? text : null
}

/** The date in a heading such as `Daily Papers (2024-08-26)`: a day, or `bad` where it is none, or undefined. */
export function dayInHeading(heading: string): Day | 'bad' | undefined {
  const match = inHeading.exec(heading)
  return match ? (composeDay(match[1], match[2], match[3]) ?? 'bad') : undefined
}

/** The day that a digest's path tells: `2024/08/26.md`, `2024-08-26.md`, `papers-20240826 (1).md`. */
export function dayInPath(path: string): Day | null {
  let day: Day | null = null
  for (const match of path.matchAll(inPath)) day = composeDay(match[1], match[2], match[3]) ?? day
  return day
}
