import { statuses, type Day, type PaperId, type Status } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

/** Where a paper stands: its status, or away until a later day, which is in the inbox and yet not. */
export type Standing = Status | 'snoozed'

const standings = [...statuses, 'snoozed'] as const
const SNOOZED = standings.indexOf('snoozed')
/** More than there are standings: a paper and its standing are read as one number, which is half the work. */
const BASE = 8

const caseOfStatus = statuses.map((status, index) => `WHEN '${status}' THEN ${index}`).join(' ')
const select = `
  SELECT paper_id * ${BASE} + CASE WHEN status = 'inbox' AND snoozed_until > ? THEN ${SNOOZED}
    ELSE CASE status ${caseOfStatus} END END
  FROM marks`

/**
 * Where every paper stands that the user marked; the others are in the inbox.
 * @param today papers that are snoozed until a later day are away
 */
export class Standings {
  readonly #byPaper: Uint8Array
  readonly #counts = new Uint32Array(standings.length)

  constructor(db: Db, today: Day) {
    const codes = statement<[string], number>(db, select).pluck().all(today)
    const last = statement<[], number>(db, 'SELECT coalesce(max(id), 0) FROM papers').pluck().get() ?? 0
    this.#byPaper = new Uint8Array(last + 1)
    for (const code of codes) {
      const standing = code % BASE
      this.#byPaper[(code - standing) / BASE] = standing
      this.#counts[standing] = (this.#counts[standing] ?? 0) + 1
    }
  }

  of(id: PaperId): Standing {
    return standings[this.#byPaper[id] ?? 0] ?? 'inbox'
  }

  /** How many of the papers that are marked stand there. */
  marked(standing: Standing): number {
    return this.#counts[standings.indexOf(standing)] ?? 0
  }
}
