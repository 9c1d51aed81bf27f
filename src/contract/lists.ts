import { z } from 'zod'
import {
  MAX_NAME_LENGTH,
  type PaperId,
  type PaperRow,
  daySchema,
  queueIdSchema,
  statusSchema
} from './model.ts'

export const listRefSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deck'), day: daySchema }),
  z.object({ kind: z.literal('status'), status: statusSchema }),
  z.object({ kind: z.literal('starred') }),
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('snoozed') }),
  z.object({ kind: z.literal('queue'), queueId: queueIdSchema }),
  z.object({ kind: z.literal('tag'), tag: z.string().max(MAX_NAME_LENGTH) }),
  z.object({ kind: z.literal('search'), query: z.string().max(10_000) })
])

/** Names a list of papers. A reading list is whatever such a reference, or a selection, yields. */
export type ListRef = z.infer<typeof listRefSchema>

/** `list`: the order that a list has by itself: a deck's, a queue's, the newest change first. */
export const sortKeys = ['list', 'votes', 'date', 'title', 'rating', 'status'] as const

/**
 * By votes: their percentile within their day. By status: when it was given, such as when a paper was read. Papers
 * without the value come last either way.
 */
export const sortSchema = z.strictObject({ by: z.enum(sortKeys), descending: z.boolean() })

export type Sort = z.infer<typeof sortSchema>

/** What a paper must have to be shown in a list; all that is said must hold, and an empty list says nothing. */
export const filterSchema = z.strictObject({
  /** Any of these. */
  statuses: z.array(statusSchema),
  starred: z.boolean(),
  rated: z.boolean(),
  noted: z.boolean(),
  code: z.boolean(),
  /** All of these. */
  tags: z.array(z.string()).max(100),
  /** First and last day, inclusive. */
  from: daySchema.nullable(),
  to: daySchema.nullable()
})

export type Filter = z.infer<typeof filterSchema>

/** How a list is looked at; remembered for each list, and for all decks together. */
export const listViewSchema = z.strictObject({ sort: sortSchema, filter: filterSchema })

export type ListView = z.infer<typeof listViewSchema>

export const plainView: ListView = {
  sort: { by: 'list', descending: false },
  filter: {
    statuses: [],
    starred: false,
    rated: false,
    noted: false,
    code: false,
    tags: [],
    from: null,
    to: null
  }
}

export interface ListPage {
  /** Every paper of the list, in order. */
  ids: PaperId[]
  /** Rows of the first of them, so that a list shows at once; of those around `cursor` where that is known. */
  rows: PaperRow[]
  /** How the list is looked at. */
  view: ListView
  /** How many papers the view's filter leaves out. */
  hidden: number
  /** Where the user was when the list was last left, if that paper is in it. */
  cursor: PaperId | null
}
