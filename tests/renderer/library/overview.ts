import type { DeckSummary, Overview, QueueSummary } from '../../../src/contract/library.ts'

/** A deck of ten papers. */
export const deckOf = (day: string, left = 1): DeckSummary => ({
  day,
  total: 10,
  left,
  snoozed: 0,
  queued: 0,
  read: 0,
  skipped: 10 - left
})

export const queueOf = (id: number, name: string, more: Partial<QueueSummary> = {}): QueueSummary => ({
  id,
  name,
  builtIn: false,
  color: null,
  due: null,
  count: 0,
  left: 0,
  ...more
})

/** An overview of a library with nothing in it. */
export const overviewOf = (more: Partial<Overview> = {}): Overview => ({
  folders: [],
  decks: [],
  queues: [queueOf(1, 'To read', { builtIn: true })],
  tags: [],
  counts: { inbox: 0, queued: 0, reading: 0, read: 0, skipped: 0, starred: 0, snoozed: 0, all: 0 },
  today: '2024-09-04',
  problems: 0,
  undo: { undo: null, redo: null },
  ingest: { phase: 'idle' },
  ...more
})
