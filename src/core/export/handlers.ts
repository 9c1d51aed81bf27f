import { fail, ok } from '../../contract/errors.ts'
import type { Paper } from '../../contract/model.ts'
import type { Handlers } from '../dispatch.ts'
import type { Library } from '../library.ts'
import { listIds } from '../papers/lists.ts'
import { paperOf } from '../papers/paper.ts'
import { toBibtex } from './bibtex/index.ts'

export const exportHandlers = (library: Library) =>
  ({
    'export.bibtex': (input) => {
      const ids = 'list' in input ? listIds(library, input.list) : input.ids
      const papers = ids
        .map((id) => paperOf(library.db, id))
        .filter((paper): paper is Paper => paper !== undefined)
      if (papers.length === 0) return fail('nothing-to-export', 'There is no paper in this list to export.')
      return ok({ text: toBibtex(papers), count: papers.length })
    }
  }) satisfies Partial<Handlers>
