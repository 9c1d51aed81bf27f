import { fail, ok } from '../../contract/errors.ts'
import { plainView } from '../../contract/lists.ts'
import type { Paper, PaperId } from '../../contract/model.ts'
import type { Handlers } from '../dispatch.ts'
import { arxivIdInUrl, arxivIdOf } from '../digests/identity.ts'
import type { Library } from '../library.ts'
import { listIds } from './lists.ts'
import { idOfArxivId, paperExists, paperOf } from './paper.ts'
import { rememberCursor, rememberedCursor, rememberedView, rememberView } from './remembered.ts'
import { rowsOf } from './rows.ts'
import { versionsOf } from './versions.ts'
import { viewed } from './view.ts'

/** Rows that come with a list, about two screens of them. */
const FIRST_ROWS = 100

export const paperHandlers = (library: Library) => {
  const { db } = library
  return {
    'papers.list': ({ list, view: asked = plainView }) => {
      const view = asked === 'remembered' ? rememberedView(db, list) : asked
      const deck = list.kind === 'deck' ? list.day : undefined
      const all = listIds(library, list)
      const ids = viewed(db, all, view, deck)
      const last = rememberedCursor(db, list)
      const place = last === null ? -1 : ids.indexOf(last)
      const from = Math.max(0, Math.min(place - FIRST_ROWS / 2, ids.length - FIRST_ROWS))
      return ok({
        ids,
        rows: rowsOf(db, ids.slice(from, from + FIRST_ROWS), deck),
        view,
        hidden: all.length - ids.length,
        cursor: place === -1 ? null : last
      })
    },
    'papers.remember': ({ list, view, cursor }) => {
      if (cursor !== undefined && !paperExists(db, cursor))
        return fail('not-found', 'This paper is no longer in the library.')
      const remember = db.transaction(() => {
        if (view !== undefined) rememberView(db, list, view)
        if (cursor !== undefined) rememberCursor(db, list, cursor, library.now().toISOString())
      })
      remember.immediate()
      return ok(null)
    },
    'papers.rows': ({ ids, deck }) => ok(rowsOf(db, ids, deck)),
    'papers.get': ({ id }) => {
      const paper = paperOf(db, id)
      return paper ? ok(paper) : fail('not-found', 'This paper is no longer in the library.')
    },
    'papers.versions': ({ id }) => ok(versionsOf(db, id)),
    'papers.export': ({ list, limit }) => {
      const ids = listIds(library, list).slice(0, limit)
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
  } satisfies Partial<Handlers>
}
