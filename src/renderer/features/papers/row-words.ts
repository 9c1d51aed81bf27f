import type { Day, ListRef, PaperRow, QueueSummary } from '../../../contract/model.ts'
import { TO_READ_QUEUE_ID } from '../../../contract/model.ts'
import { ago, dayMedium, dayShort } from '../../i18n/format.ts'
import { m } from '../../i18n/generated/messages.js'
import { isAway } from './belongs.ts'

/** More tags than these are a number. */
const MOST_TAGS = 2

/** The own queues that a row shows: neither To read, which its status tells, nor the one that is on screen. */
export const queuesOf = (
  row: Pick<PaperRow, 'queueIds'>,
  ref: ListRef | null,
  queues: readonly QueueSummary[]
): QueueSummary[] =>
  row.queueIds.length === 0
    ? []
    : queues.filter(
        ({ id }) =>
          row.queueIds.includes(id) &&
          id !== TO_READ_QUEUE_ID &&
          !(ref?.kind === 'queue' && ref.queueId === id)
      )

/** The tags that a row has room for, without the one whose list is on screen, and how many more there are. */
export function tagsOf(
  row: Pick<PaperRow, 'tags'>,
  ref: ListRef | null
): { shown: readonly string[]; more: number } {
  const tags = ref?.kind === 'tag' ? row.tags.filter((tag) => tag !== ref.tag) : row.tags
  return { shown: tags.slice(0, MOST_TAGS), more: Math.max(0, tags.length - MOST_TAGS) }
}

/** What stands at a row's end: until when it is away, when it was begun, or its day where a list spans several. */
export function timeText(
  row: PaperRow,
  ref: ListRef | null,
  today: Day
): { text: string; said: string } | null {
  if (row.snoozedUntil !== null && isAway(row, today))
    return { text: dayShort(row.snoozedUntil), said: m.row_snoozed({ day: dayMedium(row.snoozedUntil) }) }
  if (row.status === 'reading' && row.statusAt !== null && ref?.kind !== 'deck') {
    const when = ago(row.statusAt)
    return { text: when, said: m.row_begun({ ago: when }) }
  }
  if (row.day === null || ref?.kind === 'deck') return null
  return { text: dayMedium(row.day), said: dayMedium(row.day) }
}
