import fc from 'fast-check'
import { colors, ratingSchema, statuses } from '../../../../src/contract/model.ts'

/** Papers of the library that operations are done on. */
export const PAPERS = 5

const paper = fc.integer({ min: 1, max: PAPERS })
const papers = fc.array(paper, { minLength: 1, maxLength: 4 })
/** Mostly To read and the first ones made; some that are not there. */
const queue = fc.integer({ min: 1, max: 5 })
const before = fc.option(paper, { freq: 3 })
const name = fc.constantFrom('Later', 'later', 'Seminar', '세미나', 'ÉTUDE', 'étude')
/** A step by its number from the newest. */
const back = fc.nat(12)

/** What a user may do; not all of it is possible at all times. */
const operations = {
  status: fc.record({ do: fc.constant('status'), papers, status: fc.constantFrom(...statuses) }),
  star: fc.record({ do: fc.constant('star'), papers, starred: fc.boolean() }),
  rate: fc.record({
    do: fc.constant('rate'),
    papers,
    rating: fc.option(fc.constantFrom(1, 2, 3, 4, 5).map((rating) => ratingSchema.parse(rating)))
  }),
  note: fc.record({
    do: fc.constant('note'),
    paper,
    note: fc.constantFrom('', 'a', 'ab'),
    session: fc.constantFrom('one', 'two')
  }),
  snooze: fc.record({
    do: fc.constant('snooze'),
    papers,
    until: fc.option(fc.constantFrom('2026-02-01', '2026-03-01'))
  }),
  tag: fc.record({
    do: fc.constant('tag'),
    papers,
    tag: fc.constantFrom('theory', '이론'),
    tagged: fc.boolean()
  }),
  create: fc.record({ do: fc.constant('create'), name }),
  rename: fc.record({ do: fc.constant('rename'), queue, name }),
  color: fc.record({
    do: fc.constant('color'),
    queue,
    color: fc.option(fc.constantFrom(...colors.slice(0, 2)))
  }),
  due: fc.record({
    do: fc.constant('due'),
    queue,
    due: fc.option(fc.constantFrom('2026-02-01', '2026-03-01'))
  }),
  move: fc.record({ do: fc.constant('move'), queue, before: fc.option(queue) }),
  delete: fc.record({ do: fc.constant('delete'), queue }),
  enqueue: fc.record({ do: fc.constant('enqueue'), queue, papers }),
  dequeue: fc.record({ do: fc.constant('dequeue'), queue, papers }),
  arrange: fc.record({ do: fc.constant('arrange'), queue, papers, before }),
  undo: fc.record({ do: fc.constant('undo') }),
  redo: fc.record({ do: fc.constant('redo') }),
  undoStep: fc.record({ do: fc.constant('undo-step'), back }),
  redoStep: fc.record({ do: fc.constant('redo-step'), back }),
  restart: fc.record({ do: fc.constant('restart') })
} as const

type Made = {
  [Key in keyof typeof operations]: (typeof operations)[Key] extends fc.Arbitrary<infer Value> ? Value : never
}
export type Operation = Made[keyof Made]

export const operation: fc.Arbitrary<Operation> = fc.oneof(
  { withCrossShrink: true },
  ...Object.values<fc.Arbitrary<Operation>>(operations)
)
