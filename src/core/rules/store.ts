import type { PaperId } from '../../contract/model.ts'
import { ruleActionSchema, type Rule } from '../../contract/triage.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import { isUntouched } from '../triage/untouched.ts'

/** A rule, and how far it got. */
export interface KnownRule extends Rule {
  /** Papers up to this id were there before it was switched on, or are done. */
  seenPaper: PaperId
}

interface RuleRecord extends Omit<KnownRule, 'action' | 'enabled'> {
  action: string
  enabled: number
}

/** All rules, in the order in which they were made. */
export const rulesOf = (db: Db): KnownRule[] =>
  statement<[], RuleRecord>(
    db,
    'SELECT id, query, action, enabled, applied, seen_paper AS seenPaper FROM rules ORDER BY id'
  )
    .all()
    .map((record) => ({
      ...record,
      action: ruleActionSchema.parse(JSON.parse(record.action)),
      enabled: record.enabled === 1
    }))

/** Remembers that a rule is done with papers up to an id, and was applied to some of them. */
export function setSeen(db: Db, rule: number, seenPaper: PaperId, applied: number): void {
  statement(db, 'UPDATE rules SET seen_paper = ?, applied = applied + ? WHERE id = ?').run(
    seenPaper,
    applied,
    rule
  )
}

/** The paper that came last; 0 without any. */
export const lastPaper = (db: Db): PaperId =>
  statement<[], number>(db, 'SELECT coalesce(max(id), 0) FROM papers').pluck().get() ?? 0

/** Papers after an id, up to another, that digests hold and that the user did nothing with. */
export const untouchedBetween = (db: Db, after: PaperId, upTo: PaperId): PaperId[] =>
  statement<[number, number], number>(
    db,
    `SELECT p.id FROM papers p JOIN appearances a ON a.id = p.shown_id
     WHERE p.id > ? AND p.id <= ? AND a.digest_id IS NOT NULL
       AND ${isUntouched('p.id')}
     ORDER BY p.id`
  )
    .pluck()
    .all(after, upTo)
