import type { QueueSummary } from '../../../contract/library.ts'
import type { Day } from '../../../contract/model.ts'
import { m } from '../../i18n/generated/messages.js'
import { daysBetween } from '../library/days.ts'

export interface Due {
  text: string
  /** `late` and `soon` are for what is not done yet. */
  tone: 'late' | 'soon' | 'calm'
}

/** Days up to which something is due soon. */
const SOON = 2

function words(days: number): string {
  if (days === 0) return m.due_today()
  if (days === 1) return m.due_tomorrow()
  return days > 0 ? m.due_in({ count: days }) : m.due_overdue({ count: -days })
}

/** How far off a queue's due day is: "due in 3 days"; null without one, and where nothing is left to read in time. */
export function dueOf(
  { due, left, count }: Pick<QueueSummary, 'due' | 'left' | 'count'>,
  today: Day
): Due | null {
  if (due === null) return null
  const days = daysBetween(today, due)
  const done = count > 0 && left === 0
  if (done && days < 0) return null
  return { text: words(days), tone: done ? 'calm' : days < 0 ? 'late' : days <= SOON ? 'soon' : 'calm' }
}
