import { lastActionId, papersChangedSince } from '../triage/log.ts'
import type { Db } from './open.ts'
import { digestRevision } from './revision.ts'

const POLL_MS = 500

export interface ExternalChangeEvents {
  papers: (papers: number[]) => void
  digests: () => void
  failed: (error: unknown) => void
}

/**
 * Notices what another program, such as the command line, did to the same library. SQLite's `data_version`
 * changes only through other connections' commits; the log and the revision then tell what they were.
 * https://sqlite.org/pragma.html#pragma_data_version
 */
export class ExternalChanges {
  readonly #db: Db
  readonly #events: ExternalChangeEvents
  readonly #timer: NodeJS.Timeout
  #dataVersion: unknown
  #digestRevision: number
  #action: number

  constructor(db: Db, events: ExternalChangeEvents) {
    this.#db = db
    this.#events = events
    this.#dataVersion = this.#readDataVersion()
    this.#digestRevision = digestRevision(db)
    this.#action = lastActionId(db)
    this.#timer = setInterval(() => this.#look(), POLL_MS)
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    try {
      const dataVersion = this.#readDataVersion()
      if (dataVersion === this.#dataVersion) {
        // Our own commits don't change it, but they must not be taken for another's later.
        this.#digestRevision = digestRevision(this.#db)
        this.#action = lastActionId(this.#db)
        return
      }
      this.#dataVersion = dataVersion
      const revision = digestRevision(this.#db)
      if (revision !== this.#digestRevision) this.#events.digests()
      this.#digestRevision = revision
      const { papers, last } = papersChangedSince(this.#db, this.#action)
      this.#action = last
      this.#events.papers(papers)
    } catch (error) {
      this.#events.failed(error)
    }
  }

  #readDataVersion(): unknown {
    return this.#db.pragma('data_version', { simple: true })
  }
}
