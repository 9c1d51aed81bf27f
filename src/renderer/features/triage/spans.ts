import type { Day } from '../../../contract/model.ts'
import { m } from '../../i18n/generated/messages.js'
import { daysBetween } from '../library/days.ts'

const FEW_DAYS = 14
const FEW_WEEKS = 9
const DAYS_A_MONTH = 365.25 / 12

/** How long it is from one day to another, both included: "5 days", "3 weeks", "4 months". */
export function spanText(from: Day, to: Day): string {
  const days = daysBetween(from, to) + 1
  if (days < FEW_DAYS) return m.span_days({ count: days })
  const weeks = Math.round(days / 7)
  return weeks < FEW_WEEKS
    ? m.span_weeks({ count: weeks })
    : m.span_months({ count: Math.round(days / DAYS_A_MONTH) })
}

/** "12 minutes", of seconds; never none. */
export const minutesText = (seconds: number): string =>
  m.span_minutes({ count: Math.max(1, Math.round(seconds / 60)) })
