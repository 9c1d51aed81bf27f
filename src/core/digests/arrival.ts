import type { Day } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

/** A day that is newer than all that were known before it. */
export interface Arrival {
  day: Day
  /** How many papers its deck has so far. */
  papers: number
}

interface Known {
  newest: Day | null
  told: Day | null
}

/**
 * Looks whether the newest day is a new one, and remembers that it is known now: of several programs on one library
 * one alone finds it, also where it came while none ran. Days of a folder's first import, until that came to its end,
 * and of the sample are none that arrive.
 */
export function findArrival(db: Db): Arrival | undefined {
  const find = db.transaction((): Arrival | undefined => {
    const known = knownDays(db)
    const newest = newestDay(db)
    if (newest === known.newest) return undefined
    // A digest that went and came back was told of already.
    const isArrival = newest !== null && newest !== known.told && newest > (known.newest ?? '')
    remember(db, { newest, told: isArrival ? newest : known.told })
    return isArrival ? { day: newest, papers: sizeOfDeck(db, newest) } : undefined
  })
  return newestDay(db) === knownDays(db).newest ? undefined : find.immediate()
}

/** The first import of a folder came to its end: its days are known, and what comes after is new. */
export function markImported(db: Db, folder: number): void {
  const unmarked = statement<[number], number>(db, 'SELECT 1 FROM folders WHERE id = ? AND imported = 0')
  if (!unmarked.get(folder)) return
  db.transaction(() => {
    statement(db, 'UPDATE folders SET imported = 1 WHERE id = ?').run(folder)
    remember(db, { ...knownDays(db), newest: newestDay(db) })
  }).immediate()
}

const knownDays = (db: Db): Known =>
  statement<[], Known>(db, 'SELECT newest_day AS newest, told_day AS told FROM library_state').get() ?? {
    newest: null,
    told: null
  }

function remember(db: Db, { newest, told }: Known): void {
  statement(db, 'UPDATE library_state SET newest_day = ?, told_day = ?').run(newest, told)
}

const newestDay = (db: Db): Day | null =>
  statement<[], Day>(
    db,
    `SELECT a.day FROM appearances a
     JOIN digests d ON d.id = a.digest_id
     JOIN folders f ON f.id = d.folder_id
     WHERE a.day IS NOT NULL AND f.sample = 0 AND f.imported = 1
     ORDER BY a.day DESC LIMIT 1`
  )
    .pluck()
    .get() ?? null

const sizeOfDeck = (db: Db, day: Day): number =>
  statement<[string], number>(db, 'SELECT count(*) FROM deck_entries WHERE day = ?').pluck().get(day) ?? 0
