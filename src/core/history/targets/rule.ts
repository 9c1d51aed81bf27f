import { z } from 'zod'
import { ruleActionSchema } from '../../../contract/triage.ts'
import { statement } from '../../db/statements.ts'
import type { Target } from '../target.ts'

export const ruleSchema = z.object({
  query: z.string(),
  action: ruleActionSchema,
  enabled: z.boolean(),
  /** Papers that it was applied to so far. */
  applied: z.number()
})
export type StoredRule = z.infer<typeof ruleSchema>

interface RuleRow {
  query: string
  action: string
  enabled: number
  applied: number
}

/**
 * A rule itself; what it did to papers are changes of these. However it comes to be switched on, what arrived before
 * is none of its concern.
 */
export const ruleTarget: Target<{ id: number }, StoredRule> = {
  // How often it was applied is no part of what the user made of it.
  times: new Set(['applied']),
  position: null,
  read(db, things) {
    const read = statement<[number], RuleRow>(
      db,
      'SELECT query, action, enabled, applied FROM rules WHERE id = ?'
    )
    return things.map(({ id }) => {
      const row = read.get(id)
      if (!row) return null
      return { ...row, action: ruleActionSchema.parse(JSON.parse(row.action)), enabled: row.enabled === 1 }
    })
  },
  write(db, things) {
    const put = statement(
      db,
      `INSERT INTO rules (id, query, action, enabled, applied, seen_paper)
       VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM papers))
       ON CONFLICT (id) DO UPDATE SET query = excluded.query, action = excluded.action,
         enabled = excluded.enabled, seen_paper = excluded.seen_paper, applied = excluded.applied`
    )
    const remove = statement(db, 'DELETE FROM rules WHERE id = ?')
    for (const { id, state } of things) {
      if (state) put.run(id, state.query, JSON.stringify(state.action), state.enabled ? 1 : 0, state.applied)
      else remove.run(id)
    }
  }
}
