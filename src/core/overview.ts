import type { Overview } from '../contract/library.ts'
import { problemCount } from './digests/problems.ts'
import { undoState } from './history/summaries.ts'
import type { Library } from './library.ts'
import { countsOf } from './papers/counts.ts'
import { decksOf } from './papers/decks.ts'
import { Standings } from './papers/standings.ts'
import { queuesOf } from './queues/summaries.ts'
import { tagsOf } from './tags/tags.ts'

/** What the frame of the screen shows. */
export function overviewOf(library: Library): Overview {
  const { db } = library
  const today = library.today()
  const standings = new Standings(db, today)
  return {
    folders: library.digests.list(),
    decks: decksOf(db, standings),
    queues: queuesOf(db),
    tags: tagsOf(db),
    counts: countsOf(db, standings),
    today,
    problems: problemCount(db),
    undo: undoState(db),
    ingest: library.ingestStatus()
  }
}
