import { ok } from '../../contract/errors.ts'
import type { Handlers } from '../dispatch.ts'
import type { Library } from '../library.ts'
import { rowsOf } from '../papers/rows.ts'

export const searchHandlers = ({ db, search }: Library) =>
  ({
    'search.query': ({ query, limit }) => {
      const start = performance.now()
      const { ids, total } = search.query(query, limit)
      return ok({ total, rows: rowsOf(db, ids), ms: Math.round((performance.now() - start) * 100) / 100 })
    }
  }) satisfies Partial<Handlers>
