import { TO_READ_QUEUE_ID, type Day, type PaperRow, type Status } from '../../../contract/model.ts'
import type { RowMarks } from '../papers/rows.svelte.ts'

/** What an action will make of a row, as far as that can be told before the core has answered. */
export type Change = (row: PaperRow) => Partial<RowMarks>

const withId = (ids: number[], id: number): number[] => (ids.includes(id) ? ids : [...ids, id])
const withoutId = (ids: number[], id: number): number[] => ids.filter((other) => other !== id)

export const sameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()

export const hasTag = ({ tags }: Pick<PaperRow, 'tags'>, tag: string): boolean =>
  tags.some((other) => sameName(other, tag))

/** The papers on the way are those of To read; any status ends a snooze. */
export const withStatus =
  (status: Status): Change =>
  ({ queueIds }) => ({
    status,
    snoozedUntil: null,
    queueIds:
      status === 'queued' || status === 'reading'
        ? withId(queueIds, TO_READ_QUEUE_ID)
        : withoutId(queueIds, TO_READ_QUEUE_ID)
  })

export const snoozedUntil =
  (day: Day | null): Change =>
  (row) => ({ ...withStatus('inbox')(row), snoozedUntil: day })

/** Whatever was not on the way, nor read, is queued to read as well. */
export const inQueue =
  (id: number): Change =>
  (row) => {
    const queued =
      row.status === 'inbox' || row.status === 'skipped' || (id === TO_READ_QUEUE_ID && row.status === 'read')
    const marks = queued ? withStatus('queued')(row) : {}
    return { ...marks, queueIds: withId(marks.queueIds ?? row.queueIds, id) }
  }

export const outOfQueue =
  (id: number): Change =>
  (row) =>
    id === TO_READ_QUEUE_ID && row.queueIds.includes(id)
      ? withStatus('inbox')(row)
      : { queueIds: withoutId(row.queueIds, id) }

export const tagged =
  (tag: string): Change =>
  (row) =>
    hasTag(row, tag) ? {} : { tags: [...row.tags, tag].sort((a, b) => a.localeCompare(b)) }

export const untagged =
  (tag: string): Change =>
  ({ tags }) => ({ tags: tags.filter((other) => !sameName(other, tag)) })

/** How many of the selected papers have something: rows that are not here yet are not known to. */
export type Held = 'all' | 'some' | 'none'

export function heldBy(
  rows: readonly (PaperRow | undefined)[],
  holds: (row: PaperRow) => boolean
): { held: Held; count: number } {
  const count = rows.filter((row) => row !== undefined && holds(row)).length
  return { held: count === 0 ? 'none' : count === rows.length ? 'all' : 'some', count }
}
