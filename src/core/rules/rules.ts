import { fail, ok, type Result } from '../../contract/errors.ts'
import type { PaperRow } from '../../contract/model.ts'
import type { ActionResult, Rule, RuleAction } from '../../contract/triage.ts'
import { nextId } from '../db/ids.ts'
import type { Db } from '../db/open.ts'
import type { History } from '../history/history.ts'
import { changesTo } from '../history/plan.ts'
import { rowsOf } from '../papers/rows.ts'
import { parseQuery } from '../search/query.ts'
import type { Search } from '../search/index.ts'
import { nameOf } from './act.ts'
import { rulesOf } from './store.ts'

/** Rows that come with a preview. */
const PREVIEW_ROWS = 50

/** What a user says of a rule. */
export interface WantedRule {
  query: string
  action: RuleAction
  enabled: boolean
}

/** The rules of a library: what there is, and what the user changes of them, each change a step of the history. */
export class Rules {
  readonly #db: Db
  readonly #search: Search
  readonly #history: History

  constructor(db: Db, search: Search, history: History) {
    this.#db = db
    this.#search = search
    this.#history = history
  }

  list(): Rule[] {
    return rulesOf(this.#db).map(({ seenPaper: _seenPaper, ...rule }) => rule)
  }

  /** What a rule would find among all papers there are. */
  preview(query: string): { total: number; rows: PaperRow[] } {
    const { ids, total } = this.#search.query(query, PREVIEW_ROWS)
    return { total, rows: rowsOf(this.#db, ids) }
  }

  /**
   * Makes a rule, or changes one. It is applied to papers that come after this.
   * @param id of the one to be changed; undefined: it is a new one
   */
  save(wanted: WantedRule, id?: number): Result<ActionResult & { id: number }> {
    const { query, action, enabled } = wanted
    if (parseQuery(query).terms.length === 0)
      return fail('invalid-input', 'A rule needs a word to search for.')
    const name = nameOf(this.#db, action)
    if (name === undefined) return fail('not-found', 'This queue is no longer in the library.')
    const rule = id ?? nextId(this.#db, 'rules')
    const done = this.#history.act(() => {
      if (id !== undefined && !this.#find(id)) return noSuchRule()
      const changes = changesTo(this.#db, 'rule', [{ id: rule }], (now) => ({
        query,
        action,
        enabled,
        applied: now?.applied ?? 0
      }))
      return ok({ kind: id === undefined ? 'rule-create' : 'rule-change', value: query, name, changes })
    })
    return done.ok ? ok({ ...done.value, id: rule }) : done
  }

  /** What it did to papers stays. */
  delete(id: number): Result<ActionResult> {
    return this.#history.act(() => {
      const rule = this.#find(id)
      if (!rule) return noSuchRule()
      const changes = changesTo(this.#db, 'rule', [{ id }], () => null)
      return ok({
        kind: 'rule-delete',
        value: rule.query,
        name: nameOf(this.#db, rule.action) ?? null,
        changes
      })
    })
  }

  #find(id: number): Rule | undefined {
    return rulesOf(this.#db).find((rule) => rule.id === id)
  }
}

const noSuchRule = () => fail('not-found', 'This rule is no longer in the library.')
