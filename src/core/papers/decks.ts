import type { DeckSummary } from '../../contract/library.ts'
import { perRevision } from '../db/revision.ts'
import { statement } from '../db/statements.ts'
import type { Db } from '../db/open.ts'
import type { Standings } from './standings.ts'

/** The papers of each day, newest day first. */
const members = perRevision((db): ReadonlyMap<string, number[]> => {
  const papers = new Map<string, number[]>()
  const entries = statement<[], [string, number]>(
    db,
    'SELECT day, paper_id FROM deck_entries ORDER BY day DESC'
  )
  for (const [day, paper] of entries.raw().all()) {
    const known = papers.get(day)
    if (known) known.push(paper)
    else papers.set(day, [paper])
  }
  return papers
})

/** One row a day, newest first. */
export const decksOf = (db: Db, standings: Standings): DeckSummary[] =>
  Array.from(members(db), ([day, papers]) => {
    const counts = { inbox: 0, queued: 0, reading: 0, read: 0, skipped: 0, snoozed: 0 }
    for (const paper of papers) counts[standings.of(paper)]++
    const { inbox: left, queued, reading, read, skipped, snoozed } = counts
    return { day, total: papers.length, left, snoozed, queued: queued + reading, read, skipped }
  })
