import type { Client } from '../../../contract/client.ts'
import { ok, type Result } from '../../../contract/errors.ts'
import type { ListPage, ListRef, ListView } from '../../../contract/lists.ts'
import type { PaperId } from '../../../contract/model.ts'

/** A list as the core gave it, with all papers of a deck, also those that the filter hides. */
export interface Loaded extends ListPage {
  whole: readonly PaperId[]
}

/** Fetches a list; a deck as a whole too, since a filter hides papers, but finishes no deck. */
export async function loadList(
  client: Client,
  list: ListRef,
  view: ListView | 'remembered'
): Promise<Result<Loaded>> {
  const page = await client.call('papers.list', { list, view })
  if (!page.ok) return page
  if (page.value.hidden === 0 || list.kind !== 'deck') return ok({ ...page.value, whole: page.value.ids })
  const all = await client.call('papers.list', { list })
  return all.ok ? ok({ ...page.value, whole: all.value.ids }) : all
}
