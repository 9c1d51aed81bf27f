import { sortKeys, type Filter, type ListRef, type Sort } from '../../../contract/lists.ts'
import { dayMedium } from '../../i18n/format.ts'
import { m } from '../../i18n/generated/messages.js'
import { statusName } from '../../i18n/names.ts'
import { isolated } from '../../rich-text/bidi.ts'

type SortKey = Sort['by']

/** What a list can be sorted by, as it is called there. */
export const sortNames = (ref: ListRef): { by: SortKey; name: string }[] =>
  sortKeys.map((by) => ({ by, name: sortName(by, ref) }))

export function sortName(by: SortKey, ref: ListRef): string {
  switch (by) {
    case 'list':
      return ownOrder(ref)
    case 'votes':
      return m.sort_votes()
    case 'date':
      return m.sort_date()
    case 'title':
      return m.sort_title()
    case 'rating':
      return m.sort_rating()
    case 'status':
      if (ref.kind === 'status' && ref.status === 'read') return m.sort_status_read()
      if (ref.kind === 'status' && ref.status === 'reading') return m.sort_status_reading()
      return m.sort_status()
  }
}

function ownOrder({ kind }: ListRef): string {
  switch (kind) {
    case 'deck':
      return m.sort_list_deck()
    case 'queue':
      return m.sort_list_queue()
    case 'search':
      return m.sort_list_search()
    case 'status':
    case 'starred':
    case 'all':
    case 'snoozed':
    case 'tag':
      return m.sort_list()
  }
}

/** What the two directions of a sort are called: ascending, descending. */
export function directionNames(by: SortKey): [ascending: string, descending: string] {
  switch (by) {
    case 'list':
      return [m.sort_forward(), m.sort_reversed()]
    case 'votes':
      return [m.sort_fewest(), m.sort_most()]
    case 'date':
    case 'status':
      return [m.sort_oldest(), m.sort_newest()]
    case 'title':
      return [m.sort_a_z(), m.sort_z_a()]
    case 'rating':
      return [m.sort_worst(), m.sort_best()]
  }
}

export function sortText(sort: Sort, ref: ListRef): string {
  const direction = directionNames(sort.by)[sort.descending ? 1 : 0]
  return m.sort_shown({ key: sortName(sort.by, ref), direction })
}

/** One thing that a filter asks for, and the filter's change that takes it back. */
export interface FilterPart {
  name: string
  without: Partial<Filter>
}

/** What a filter asks for, in words. */
export function filterParts(filter: Filter): FilterPart[] {
  const { statuses, tags } = filter
  return [
    ...statuses.map((status) => ({
      name: statusName[status](),
      without: { statuses: statuses.filter((one) => one !== status) }
    })),
    ...(filter.starred ? [{ name: m.starred(), without: { starred: false } }] : []),
    ...(filter.rated ? [{ name: m.filter_rated(), without: { rated: false } }] : []),
    ...(filter.noted ? [{ name: m.filter_noted(), without: { noted: false } }] : []),
    ...(filter.code ? [{ name: m.filter_code(), without: { code: false } }] : []),
    ...tags.map((tag) => ({ name: isolated(tag), without: { tags: tags.filter((one) => one !== tag) } })),
    ...daysPart(filter)
  ]
}

function daysPart({ from, to }: Filter): FilterPart[] {
  const without = { from: null, to: null }
  if (from !== null && to !== null)
    return [{ name: m.filter_days_between({ from: dayMedium(from), to: dayMedium(to) }), without }]
  if (from !== null) return [{ name: m.filter_days_from({ day: dayMedium(from) }), without }]
  if (to !== null) return [{ name: m.filter_days_to({ day: dayMedium(to) }), without }]
  return []
}
