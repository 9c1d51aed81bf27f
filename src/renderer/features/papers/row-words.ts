import type { QueueSummary } from '../../../contract/library.ts'
import type { ListRef } from '../../../contract/lists.ts'
import type { Day, PaperRow } from '../../../contract/model.ts'
import { TO_READ_QUEUE_ID } from '../../../contract/model.ts'
import { ago, conjunction, dayMedium, dayShort } from '../../i18n/format.ts'
import { m } from '../../i18n/generated/messages.js'
import { locale } from '../../i18n/locale.svelte.ts'
import { queueName, statusName } from '../../i18n/names.ts'
import { isolated } from '../../rich-text/bidi.ts'
import { plainText } from '../../rich-text/plain.ts'
import { isAway } from './belongs.ts'
import { namesText, rankText, votesText } from './words.ts'

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

/** What stands at a row's end; what is not said is null. */
export interface RowTimes {
  /** Until when it is away: short for the eye, and said in words. */
  away: { text: string; said: string } | null
  /** "begun 3 days ago", where a list spans several days. */
  begun: string | null
  /** The paper's own day, where a list spans several. */
  day: string | null
}

export function rowTimes(
  row: Pick<PaperRow, 'status' | 'statusAt' | 'snoozedUntil' | 'day'>,
  ref: ListRef | null,
  today: Day
): RowTimes {
  const until = isAway(row, today) ? row.snoozedUntil : null
  const mixed = ref?.kind !== 'deck'
  const begunAt = mixed && row.status === 'reading' ? row.statusAt : null
  return {
    away: until === null ? null : { text: dayShort(until), said: m.row_snoozed({ day: dayMedium(until) }) },
    begun: begunAt === null ? null : m.row_begun({ ago: ago(begunAt) }),
    day: mixed && row.day !== null ? dayMedium(row.day) : null
  }
}

/** Sentences about numbers; making one takes longer than the rest of a row. */
const sentences = new Map<string, string>()

function sentence(about: string, count: number, make: () => string): string {
  const key = `${locale()} ${about} ${count}`
  const known = sentences.get(key) ?? make()
  sentences.set(key, known)
  return known
}

/** What surrounds could be told of a row. */
export interface RowContext {
  ref: ListRef | null
  today: Day
  queues: readonly QueueSummary[]
  /** Papers of the row's day. */
  dayTotal: number | undefined
}

/** A row as it is read out: what the eye sees of it, in its order, and in words where that is a sign. */
export function rowLabel(row: PaperRow, { ref, today, queues, dayTotal }: RowContext): string {
  const own = queuesOf(row, ref, queues)
  const names = rowNames(row)
  const times = rowTimes(row, ref, today)
  return [
    isolated(plainText(row.title)),
    statusName[row.status](),
    row.starred && m.starred(),
    row.rating !== null && m.rated({ count: row.rating }),
    sentence('votes', row.votes ?? -1, () => votesText(row)),
    rankText(row, dayTotal),
    own.length > 0 && m.row_queues({ queues: conjunction(own.map((queue) => isolated(queueName(queue)))) }),
    row.tags.length > 0 && m.row_tags({ tags: conjunction(row.tags.map(isolated)) }),
    row.hasCode && m.has_code(),
    row.noteExcerpt === ''
      ? isolated(names.before + names.name + names.after)
      : m.row_note({ note: isolated(plainText(row.noteExcerpt)) }),
    row.snoozedUntil !== null && row.snoozedUntil <= today && m.row_back(),
    times.away?.said,
    times.begun,
    times.day
  ]
    .filter((part) => part !== false && part !== null && part !== undefined)
    .join(', ')
}

/** The names of a row, as `namesText` gives them, in a hundredth of its time. */
export function rowNames(row: PaperRow): Record<'before' | 'name' | 'after', string> {
  const [name] = row.authors
  if (name === undefined) return namesText(row)
  const pattern = sentence(row.authorsComplete ? 'names' : 'names and others', row.authorCount, () => {
    const { before, after } = namesText(row)
    return `${before}\u0000${after}`
  })
  const [before = '', after = ''] = pattern.split('\u0000')
  return { before, name, after }
}
