import { ok } from '../../contract/errors.ts'
import type { Handlers } from '../dispatch.ts'
import type { Library } from '../library.ts'
import { planCatchUp } from './catch-up.ts'
import { statusChanges } from './statuses.ts'
import { untouchedOf } from './untouched.ts'

export const catchUpHandlers = ({ db, history, today }: Library) =>
  ({
    'triage.planCatchUp': (wanted) => ok(planCatchUp(db, wanted, today())),
    'triage.catchUp': ({ skip }) =>
      history.act((now) => {
        const changes = statusChanges(db, untouchedOf(db, skip), 'skipped', now)
        return ok({ kind: 'catch-up', changes })
      })
  }) satisfies Partial<Handlers>
