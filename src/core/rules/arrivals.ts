import { ok } from '../../contract/errors.ts'
import type { PaperId } from '../../contract/model.ts'
import type { ActionSummary } from '../../contract/triage.ts'
import type { Db } from '../db/open.ts'
import { History, type LibraryChanged } from '../history/history.ts'
import type { Search } from '../search/index.ts'
import { changesOf, nameOf } from './act.ts'
import { lastPaper, rulesOf, setSeen, untouchedBetween, type KnownRule } from './store.ts'

export interface ArrivalsOptions {
  db: Db
  search: Search
  clock: () => Date
  changed: LibraryChanged
  /** Hears, after that, what the rules did: one step each, in their order. */
  applied: (steps: ActionSummary[]) => void
}

/**
 * Applies the rules to the papers that arrived since they were last applied, and that the user did nothing with:
 * one step a rule. All of it is one transaction with what the rules remember to have seen, so that a paper is never
 * taken twice, wherever it ends. To be called when an import came to rest.
 */
export function applyRules({ db, search, clock, changed, applied }: ArrivalsOptions): void {
  const last = lastPaper(db)
  const pending = rulesOf(db).filter((rule) => rule.enabled && rule.seenPaper < last)
  if (pending.length === 0) return
  const seen = Math.min(...pending.map((rule) => rule.seenPaper))
  const fresh = untouchedBetween(db, seen, last)
  // Another program may have added some that search was not told of.
  if (fresh.length > 0) search.refresh(fresh)
  const hits = new Map(
    pending.map((rule) => [rule.id, fresh.length > 0 ? found(search, rule) : new Set<PaperId>()])
  )

  const steps: ActionSummary[] = []
  const papers: PaperId[] = []
  const searched: PaperId[] = []
  const history = new History(db, clock, (those, inSearch) => {
    papers.push(...those)
    searched.push(...inSearch)
  })
  const apply = db.transaction(() => {
    // Another program may have been faster.
    const untouched = untouchedBetween(db, seen, last)
    for (const rule of rulesOf(db)) {
      const found = pending.some(({ id, query }) => id === rule.id && query === rule.query)
      if (!found || !rule.enabled || rule.seenPaper >= last) continue
      const wanted = untouched.filter((id) => id > rule.seenPaper && hits.get(rule.id)?.has(id))
      const step = take(db, history, rule, wanted)
      if (step) steps.push(step)
      setSeen(db, rule.id, last, step?.count ?? 0)
    }
  })
  apply.immediate()
  if (papers.length > 0) changed([...new Set(papers)], [...new Set(searched)])
  if (steps.length > 0) applied(steps)
}

const found = (search: Search, { query }: KnownRule): ReadonlySet<PaperId> =>
  new Set(search.query(query, Number.MAX_SAFE_INTEGER).ids)

/** Does a rule's action. @returns the step; null where there is nothing to do, or its queue is gone */
function take(db: Db, history: History, rule: KnownRule, papers: readonly PaperId[]): ActionSummary | null {
  const name = nameOf(db, rule.action)
  if (papers.length === 0 || name === undefined) return null
  const done = history.act((now) =>
    ok({ kind: 'rule-apply', value: rule.query, name, changes: changesOf(db, rule.action, papers, now) })
  )
  return done.ok ? done.value.action : null
}
