import { onTestFinished } from 'vitest'
import { openDatabase, type Db } from '../../../src/core/db/open.ts'
import { History } from '../../../src/core/history/history.ts'
import { Queues } from '../../../src/core/queues/queues.ts'
import { Tags } from '../../../src/core/tags/tags.ts'
import { localDay } from '../../../src/core/today.ts'
import { Triage } from '../../../src/core/triage/triage.ts'
import { must, tempFolder } from '../../helpers/core.ts'

/** What the user works with, on a real database and without the rest of the app. */
export interface Desk {
  db: Db
  history: History
  triage: Triage
  queues: Queues
  tags: Tags
  /** What `LibraryChanged` was told. */
  told: { papers: number[]; searched: number[] }[]
  close: () => void
}

/** The time of the first call of a desk's clock, which goes on by a second a call. */
const START = Date.UTC(2026, 0, 15, 12)

/** Opens a library, and gives it papers 1 to `papers` where it has none. */
export function openDesk(library: string, papers: number): Desk {
  const db = must<Db>(openDatabase(library))
  // A test need not survive a power cut.
  db.pragma('synchronous = OFF')
  seed(db, papers)
  let time = START
  const clock = (): Date => new Date((time += 1000))
  const told: Desk['told'] = []
  const history = new History(db, clock, (changed, searched) => told.push({ papers: changed, searched }))
  return {
    db,
    history,
    triage: new Triage(db, history, () => localDay(clock())),
    queues: new Queues(db, history),
    tags: new Tags(db, history),
    told,
    close: () => void db.close()
  }
}

/** A desk of this test's own. */
export function startDesk(papers = 5): Desk {
  const desk = openDesk(tempFolder(), papers)
  onTestFinished(desk.close)
  return desk
}

function seed(db: Db, papers: number): void {
  if (db.prepare('SELECT 1 FROM papers').get()) return
  db.transaction(() => {
    db.exec(`
      INSERT INTO folders (id, path, added_at) VALUES (1, '/digests', '2026-01-01T00:00:00Z');
      INSERT INTO digests (id, folder_id, path, size, mtime_ms, ctime_ms, hash, parser)
        VALUES (1, 1, '2024-01-05.md', 1, 1, 1, 'x', 1);`)
    const paper = db.prepare('INSERT INTO papers (id, identity) VALUES (?, ?)')
    const appearance = db.prepare(`
      INSERT INTO appearances (id, paper_id, digest_id, day, position, line, title, url, authors,
        authors_complete, media, summary)
      VALUES (?, ?, 1, '2024-01-05', ?, 1, ?, '', '["Ada Lovelace"]', 1, '[]', '[]')`)
    for (let id = 1; id <= papers; id++) {
      paper.run(id, `title:${id}`)
      appearance.run(id, id, id, `Paper ${id}`)
    }
    db.exec('UPDATE papers SET shown_id = id')
  })()
}
