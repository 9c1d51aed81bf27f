import { ok, type Result } from '../contract/errors.ts'
import type { AppEvent } from '../contract/events.ts'
import type { IngestStatus } from '../contract/library.ts'
import type { Day, PaperId } from '../contract/model.ts'
import type { Settings } from '../contract/settings.ts'
import { openDatabase, type Db } from './db/open.ts'
import { findArrival } from './digests/arrival.ts'
import { Digests } from './digests/digests.ts'
import { ExternalChanges } from './db/external-changes.ts'
import { History, type LibraryChanged } from './history/history.ts'
import { catalogOf, titleRanks } from './papers/catalog.ts'
import { Queues } from './queues/queues.ts'
import { applyRules } from './rules/arrivals.ts'
import { Rules } from './rules/rules.ts'
import { createSearch, type Search } from './search/index.ts'
import { Tags } from './tags/tags.ts'
import { localDay } from './today.ts'
import { Triage } from './triage/triage.ts'
import { Wake } from './triage/wake.ts'
import { WhenIdle } from './when-idle.ts'

/** Above this many papers an event says `all`, and the search index is made anew. */
const MANY = 500

export interface LibraryOptions {
  /** The library folder. */
  library: string
  sampleDigests: string
  /** Whether digest folders, and what other programs do to the library, are watched. */
  watch: boolean
  clock: () => Date
  settings: () => Settings
  emit: (event: AppEvent) => void
  log: (message: string, error?: unknown) => void
}

/** An open library: the database and what works on it. */
export interface Library {
  readonly db: Db
  readonly digests: Digests
  readonly search: Search
  readonly history: History
  readonly triage: Triage
  readonly queues: Queues
  readonly tags: Tags
  readonly rules: Rules
  readonly now: () => Date
  /** The day it is where the core runs. */
  readonly today: () => Day
  ingestStatus(): IngestStatus
  close(): Promise<void>
}

/** Opens the library of a folder. Where that fails the file is left as it was. */
export function openLibrary(options: LibraryOptions): Result<Library> {
  const opened = openDatabase(options.library)
  if (!opened.ok) return opened
  const db = opened.value
  let status: IngestStatus = { phase: 'idle' }
  const whenIdle = new WhenIdle()
  // Indexing waits for an import to end, so that the papers are there sooner; searches read what isn't indexed.
  const search = createSearch(db, { schedule: (work) => whenIdle.run(work) })

  const changed = (
    papers: readonly PaperId[],
    { searched = papers, digests: byDigests }: { searched?: readonly PaperId[]; digests: boolean }
  ): void => {
    if (searched.length > 0) search.refresh(searched.length > MANY ? 'all' : searched)
    const which = papers.length > MANY ? 'all' : [...papers]
    options.emit({ type: 'library.changed', papers: which, digests: byDigests })
  }

  const changedByAction: LibraryChanged = (papers, searched) => changed(papers, { searched, digests: false })
  const tellArrival = (): void => {
    const arrival = findArrival(db)
    if (arrival) options.emit({ type: 'deck.arrived', ...arrival })
  }

  const digests = new Digests(db, {
    sampleDigests: options.sampleDigests,
    watch: options.watch,
    clock: options.clock,
    settings: options.settings,
    log: options.log,
    changed: (papers) => {
      if (papers.length > 0) changed(papers, { digests: true })
    },
    atRest: () => {
      applyRules({
        db,
        search,
        clock: options.clock,
        changed: changedByAction,
        applied: (steps) => options.emit({ type: 'rules.applied', steps })
      })
      if (!options.watch) return
      tellArrival()
      // What takes longest of the longest lists is ready before it is asked for.
      whenIdle.run(() => db.open && catalogOf(db))
      whenIdle.run(() => db.open && titleRanks(db))
    },
    foldersChanged: () => options.emit({ type: 'library.changed', papers: [], digests: true }),
    status: (now) => {
      status = now
      whenIdle.busy = now.phase !== 'idle'
      options.emit({ type: 'ingest.progress', status })
    },
    notice: (notice) => options.emit({ type: 'notice', notice })
  })
  const today = (): Day => localDay(options.clock())
  const history = new History(db, options.clock, changedByAction)
  const wake = new Wake(db, {
    clock: options.clock,
    newDay: (papers) => changed(papers, { searched: [], digests: false }),
    failed: (error) => options.log('looking for papers that are back failed', error)
  })
  const external = options.watch
    ? new ExternalChanges(db, {
        papers: (papers) => changed(papers, { digests: false }),
        digests: () => {
          search.refresh('all')
          options.emit({ type: 'library.changed', papers: 'all', digests: true })
          digests.foldersMayHaveChanged()
          tellArrival()
        },
        failed: (error) => options.log('looking for changes by other programs failed', error)
      })
    : undefined

  return ok({
    db,
    digests,
    search,
    history,
    triage: new Triage(db, history, today),
    queues: new Queues(db, history),
    tags: new Tags(db, history),
    rules: new Rules(db, search, history),
    now: options.clock,
    today,
    ingestStatus: () => status,
    async close() {
      wake.close()
      external?.close()
      await digests.close()
      search.close()
      db.close()
    }
  })
}
