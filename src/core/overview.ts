import type { Overview } from '../contract/model.ts'
import { problemCount } from './digests/problems.ts'
import type { Library } from './library.ts'
import { countsOf } from './papers/counts.ts'
import { decksOf } from './papers/decks.ts'
import { queuesOf } from './queues/queues.ts'
import { undoState } from './triage/log.ts'

/** What the frame of the screen shows. */
export const overviewOf = (library: Library): Overview => ({
  folders: library.digests.list(),
  decks: decksOf(library.db),
  queues: queuesOf(library.db),
  counts: countsOf(library.db),
  problems: problemCount(library.db),
  undo: undoState(library.db),
  ingest: library.ingestStatus()
})
