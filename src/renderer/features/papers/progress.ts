import type { DeckSummary } from '../../../contract/library.ts'
import type { Day, PaperId, PaperRow } from '../../../contract/model.ts'
import { isAway, isFresh } from './belongs.ts'

/** How far a deck is, from its rows; null until all of them are here. */
export function deckProgress(
  day: Day,
  ids: readonly PaperId[],
  rowOf: (id: PaperId) => PaperRow | undefined,
  today: Day
): DeckSummary | null {
  const counts = { inbox: 0, snoozed: 0, queued: 0, reading: 0, read: 0, skipped: 0 }
  for (const id of ids) {
    const row = rowOf(id)
    if (!row) return null
    counts[row.status === 'inbox' && isAway(row, today) ? 'snoozed' : row.status] += 1
  }
  return {
    day,
    total: ids.length,
    left: counts.inbox,
    snoozed: counts.snoozed,
    queued: counts.queued + counts.reading,
    read: counts.read,
    skipped: counts.skipped
  }
}

/** The first paper that is to be looked at. */
export const firstFresh = (
  ids: readonly PaperId[],
  rowOf: (id: PaperId) => PaperRow | undefined,
  today: Day
): PaperId | undefined =>
  ids.find((id) => {
    const row = rowOf(id)
    return row !== undefined && isFresh(row, today)
  })
