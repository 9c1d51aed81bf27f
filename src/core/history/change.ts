import { z } from 'zod'
import { paperIdSchema, queueIdSchema, type PaperId } from '../../contract/model.ts'
import { marksSchema, type StoredMarks } from './targets/marks.ts'
import { placeSchema, type Place } from './targets/place.ts'
import { queueSchema, type StoredQueue } from './targets/queue.ts'
import { ruleSchema, type StoredRule } from './targets/rule.ts'
import { taggedSchema } from './targets/tagged.ts'

/** The kinds of things that actions change: what names one of them, and what is stored of it. */
interface Things {
  marks: { at: { paper: PaperId }; state: StoredMarks }
  /** `aside`: it was moved only to make room for others. */
  place: { at: { queue: number; paper: PaperId; aside?: true | undefined }; state: Place }
  tagged: { at: { tag: string; paper: PaperId }; state: object }
  queue: { at: { id: number }; state: StoredQueue }
  rule: { at: { id: number }; state: StoredRule }
}
export type Kind = keyof Things
export type At<On extends Kind> = Things[On]['at']
export type State<On extends Kind> = Things[On]['state']
/** Some fields of a state; null where the thing does not exist. */
export type Part<On extends Kind> = { [Field in keyof State<On>]?: State<On>[Field] | undefined } | null

/** What an action changed of one thing: the same fields before and after, all of them where it came or went. */
export type ChangeOf<On extends Kind> = At<On> & { on: On; before: Part<On>; after: Part<On> }
export type Change = { [On in Kind]: ChangeOf<On> }[Kind]

const sides = <Shape extends z.ZodRawShape>(state: z.ZodObject<Shape>) => ({
  before: state.partial().nullable(),
  after: state.partial().nullable()
})
const paper = paperIdSchema

export const changesSchema: z.ZodType<Change[]> = z.array(
  z.discriminatedUnion('on', [
    z.object({ on: z.literal('marks'), paper, ...sides(marksSchema) }),
    z.object({
      on: z.literal('place'),
      queue: queueIdSchema,
      paper,
      aside: z.literal(true).optional(),
      ...sides(placeSchema)
    }),
    z.object({ on: z.literal('tagged'), tag: z.string(), paper, ...sides(taggedSchema) }),
    z.object({ on: z.literal('queue'), id: queueIdSchema, ...sides(queueSchema) }),
    z.object({ on: z.literal('rule'), id: z.int().positive(), ...sides(ruleSchema) })
  ])
)

/** The changes of one kind. */
export const changesOn = <On extends Kind>(on: On, changes: readonly Change[]): ChangeOf<On>[] =>
  // `on` decides, which TypeScript can't follow where the kind is a parameter.
  changes.filter((change) => change.on === on) as unknown as ChangeOf<On>[]

/** The papers of changes, each once; those that were moved aside only where asked. */
export function papersOf(changes: readonly Change[], { aside = true }: { aside?: boolean } = {}): PaperId[] {
  const papers = new Set<PaperId>()
  for (const change of changes) if ('paper' in change && (aside || !isAside(change))) papers.add(change.paper)
  return [...papers]
}

export const isAside = (change: Change): boolean => change.on === 'place' && change.aside === true

export const reverse = (change: Change): Change =>
  // The two sides of a change are of one type.
  ({ ...change, before: change.after, after: change.before }) as Change

/** One change a thing, from the first row of a step to its last. */
export function compose(changes: readonly Change[]): Change[] {
  const composed = new Map<string, Change>()
  for (const change of changes) {
    const { before: _before, after: _after, ...thing } = change
    const key = JSON.stringify(thing)
    const first = composed.get(key)
    composed.set(key, first ? Object.assign({}, change, chain(first, change)) : change)
  }
  return [...composed.values()]
}

const chain = (first: Change, then: Change): { before: object | null; after: object | null } => ({
  before: first.before && { ...then.before, ...first.before },
  after: then.after && { ...first.after, ...then.after }
})
