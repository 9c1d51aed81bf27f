import { fail, ok } from '../../contract/errors.ts'
import type { Paper, PaperId } from '../../contract/model.ts'
import type { Handlers } from '../dispatch.ts'
import { arxivIdInUrl, arxivIdOf } from '../digests/identity.ts'
import type { Library } from '../library.ts'
import { listIds } from './lists.ts'
import { idOfArxivId, paperOf } from './paper.ts'
import { rowsOf } from './rows.ts'
import { versionsOf } from './versions.ts'

/** Rows that come with a list, about two screens of them. */
const FIRST_ROWS = 100

export const paperHandlers = ({ db, search }: Library) =>
  ({
    'papers.list': ({ list }) => {
      const ids = listIds(db, search, list)
      const deck = list.kind === 'deck' ? list.day : undefined
      return ok({ ids, rows: rowsOf(db, ids.slice(0, FIRST_ROWS), deck) })
    },
    'papers.rows': ({ ids, deck }) => ok(rowsOf(db, ids, deck)),
    'papers.get': ({ id }) => {
      const paper = paperOf(db, id)
      return paper ? ok(paper) : fail('not-found', 'This paper is no longer in the library.')
    },
    'papers.versions': ({ id }) => ok(versionsOf(db, id)),
    'papers.export': ({ list, limit }) => {
      const ids = listIds(db, search, list).slice(0, limit)
      return ok(ids.map((id) => paperOf(db, id)).filter((paper): paper is Paper => paper !== undefined))
    },
    'papers.resolve': ({ arxivIds }) => {
      const ids: PaperId[] = []
      const missing: string[] = []
      for (const text of arxivIds) {
        const arxivId = arxivIdOf(text) ?? arxivIdInUrl(text)
        const id = arxivId === null ? undefined : idOfArxivId(db, arxivId)
        if (id === undefined) missing.push(text)
        else ids.push(id)
      }
      return missing.length === 0
        ? ok(rowsOf(db, [...new Set(ids)]))
        : fail('not-found', `The library has no paper ${missing.join(', ')}.`, { ids: missing.join(', ') })
    }
  }) satisfies Partial<Handlers>
