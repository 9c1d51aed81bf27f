import { lastActionId, papersChangedSince } from '../history/log.ts'
import type { Db } from './open.ts'
import { digestRevision } from './revision.ts'

const POLL_MS = 500

export interface ExternalChangeEvents {
  /** Something was done to papers, or to none: to a queue or a rule. */
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
      // One transaction, so that a commit in between is seen by the next look.
      const { external, digests, papers } = this.#db.transaction(() => this.#read())()
      if (external && digests) this.#events.digests()
      if (papers) this.#events.papers(papers)
    } catch (error) {
      this.#events.failed(error)
    }
  }

  /** What changed since the last look, and whether another program did any of it. */
  #read(): { external: boolean; digests: boolean; papers: number[] | undefined } {
    // Reading first makes the transaction see one state, and the version belong to it.
    const revision = digestRevision(this.#db)
    const digests = revision !== this.#digestRevision
    this.#digestRevision = revision
    const dataVersion = this.#readDataVersion()
    const external = dataVersion !== this.#dataVersion
    this.#dataVersion = dataVersion
    const since = this.#action
    this.#action = lastActionId(this.#db)
    const papers = external && this.#action > since ? papersChangedSince(this.#db, since) : undefined
    return { external, digests, papers }
  }

  #readDataVersion(): unknown {
    return this.#db.pragma('data_version', { simple: true })
  }
}
