import fc from 'fast-check'
import { ratingSchema, statuses, type Rating, type Status } from '../../../../src/contract/model.ts'
import { documentSpec, paperSpec, type DocumentSpec, type PaperSpec } from './documents.ts'

/*
 * Everything that may happen, as data: a sequence can be printed, run again and shortened. Numbers that name a file,
 * a folder or a paper count round those that there are, so that any operation makes sense at any time; where there
 * is none, nothing happens.
 */

export type Edit =
  | { edit: 'votes' | 'title' | 'summary'; at: number; value: number }
  | { edit: 'add'; at: number; paper: PaperSpec }
  | { edit: 'remove' | 'repeat' | 'reorder'; at: number }

export type FileOperation =
  | { do: 'write'; name: number; document: DocumentSpec; how: Writing }
  | { do: 'half'; name: number; document: DocumentSpec; part: number }
  | { do: 'complete'; file: number }
  | { do: 'append'; file: number; paper: PaperSpec }
  | { do: 'edit'; file: number; change: Edit; how: Writing }
  | { do: 'rename' | 'copy'; file: number; name: number }
  | { do: 'case' | 'touch' | 'delete' | 'mend'; file: number }
  | { do: 'restore'; deleted: number }
  | { do: 'garbage'; file: number; kind: number }
  | { do: 'move-folder'; from: number; to: number }
  | { do: 'delete-folder'; folder: number }
  | { do: 'burst'; count: number; document: DocumentSpec }
  | { do: 'away' | 'back' | 'remake' }

/** In place, through a temporary file and a rename, or in place with the former times put back. */
export type Writing = 'plain' | 'replace' | 'same-times'

export type UserOperation =
  | { do: 'status'; papers: number[]; status: Status }
  | { do: 'star'; papers: number[]; starred: boolean }
  | { do: 'rate'; papers: number[]; rating: Rating | null }
  | { do: 'note'; paper: number; note: string; session: string }
  | { do: 'undo' | 'redo' }

export type AppOperation =
  | { do: 'open' | 'close' | 'kill' }
  | { do: 'second-folder'; watched: boolean }
  | { do: 'hold'; held: boolean }
  | { do: 'pause'; ms: number }
  | { do: 'rest' }

export type Operation = FileOperation | UserOperation | AppOperation

const byUser: ReadonlySet<string> = new Set(['status', 'star', 'rate', 'note', 'undo', 'redo'])
const onApp: ReadonlySet<string> = new Set([
  'open',
  'close',
  'kill',
  'second-folder',
  'hold',
  'pause',
  'rest'
])

export const isUserOperation = (operation: Operation): operation is UserOperation => byUser.has(operation.do)
export const isAppOperation = (operation: Operation): operation is AppOperation => onApp.has(operation.do)

const index = fc.nat(11)
const writing = fc.constantFrom<Writing[]>('plain', 'plain', 'replace', 'same-times')

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    edit: fc.constantFrom<('votes' | 'title' | 'summary')[]>('votes', 'title', 'summary'),
    at: index,
    value: fc.nat(9)
  }),
  fc.record({ edit: fc.constant('add' as const), at: index, paper: paperSpec }),
  fc.record({
    edit: fc.constantFrom<('remove' | 'repeat' | 'reorder')[]>('remove', 'repeat', 'reorder'),
    at: index
  })
)

const make = {
  write: fc.record({ do: fc.constant('write' as const), name: index, document: documentSpec, how: writing }),
  half: fc.record({
    do: fc.constant('half' as const),
    name: index,
    document: documentSpec,
    part: fc.integer({ min: 1, max: 99 })
  }),
  complete: fc.record({ do: fc.constant('complete' as const), file: index }),
  append: fc.record({ do: fc.constant('append' as const), file: index, paper: paperSpec }),
  edit: fc.record({ do: fc.constant('edit' as const), file: index, change: edit, how: writing }),
  rename: fc.record({
    do: fc.constantFrom<('rename' | 'copy')[]>('rename', 'rename', 'copy'),
    file: index,
    name: index
  }),
  small: fc.record({
    do: fc.constantFrom<('case' | 'touch' | 'delete' | 'mend')[]>(
      'case',
      'touch',
      'delete',
      'delete',
      'mend'
    ),
    file: index
  }),
  restore: fc.record({ do: fc.constant('restore' as const), deleted: index }),
  garbage: fc.record({ do: fc.constant('garbage' as const), file: index, kind: index }),
  moveFolder: fc.record({ do: fc.constant('move-folder' as const), from: index, to: index }),
  deleteFolder: fc.record({ do: fc.constant('delete-folder' as const), folder: index }),
  burst: fc.record({
    do: fc.constant('burst' as const),
    count: fc.integer({ min: 5, max: 12 }),
    document: documentSpec
  }),
  root: fc.record({ do: fc.constantFrom<('away' | 'back' | 'remake')[]>('away', 'back', 'back', 'remake') }),
  status: fc.record({
    do: fc.constant('status' as const),
    papers: fc.array(index, { minLength: 1, maxLength: 3 }),
    status: fc.constantFrom(...statuses)
  }),
  star: fc.record({
    do: fc.constant('star' as const),
    papers: fc.array(index, { minLength: 1, maxLength: 2 }),
    starred: fc.boolean()
  }),
  rate: fc.record({
    do: fc.constant('rate' as const),
    papers: fc.array(index, { minLength: 1, maxLength: 2 }),
    rating: fc.oneof(
      fc.integer({ min: 1, max: 5 }).map((stars) => ratingSchema.parse(stars)),
      fc.constant(null)
    )
  }),
  note: fc.record({
    do: fc.constant('note' as const),
    paper: index,
    note: fc.constantFrom('', '메모', 'a note'),
    session: fc.constantFrom('s', 't')
  }),
  undo: fc.record({ do: fc.constantFrom<('undo' | 'redo')[]>('undo', 'undo', 'redo') }),
  app: fc.record({ do: fc.constantFrom<('open' | 'close')[]>('open', 'close', 'close') }),
  kill: fc.record({ do: fc.constant('kill' as const) }),
  secondFolder: fc.record({ do: fc.constant('second-folder' as const), watched: fc.boolean() }),
  hold: fc.record({ do: fc.constant('hold' as const), held: fc.boolean() }),
  pause: fc.record({ do: fc.constant('pause' as const), ms: fc.constantFrom(1, 20, 100, 350, 600) }),
  rest: fc.record({ do: fc.constant('rest' as const) })
}

const weighted = (weight: number, arbitrary: fc.Arbitrary<Operation>) => ({ weight, arbitrary })

const common = [
  weighted(10, make.write),
  weighted(4, make.half),
  weighted(4, make.complete),
  weighted(4, make.append),
  weighted(12, make.edit),
  weighted(8, make.rename),
  weighted(8, make.small),
  weighted(3, make.restore),
  weighted(4, make.garbage),
  weighted(3, make.moveFolder),
  weighted(2, make.deleteFolder),
  weighted(1, make.burst),
  weighted(3, make.root),
  weighted(4, make.status),
  weighted(3, make.star),
  weighted(2, make.rate),
  weighted(3, make.note),
  weighted(4, make.undo),
  weighted(2, make.secondFolder),
  weighted(2, make.hold),
  weighted(7, make.pause),
  weighted(9, make.rest)
]

const start = fc.array(make.write, { minLength: 1, maxLength: 3 })

const sequence = (operation: fc.Arbitrary<Operation>): fc.Arbitrary<Operation[]> =>
  fc
    .tuple(start, fc.array(operation, { minLength: 4, maxLength: 12, size: 'max' }))
    .map(([writes, operations]) => [...writes, { do: 'rest' }, ...operations])

/** A few digests, a rest, then anything; closing and opening the app among it. */
export const anySequence = sequence(fc.oneof(...common, weighted(6, make.app)))

/** The same with an app that is killed now and then. */
export const killedSequence = sequence(fc.oneof(...common, weighted(4, make.app), weighted(14, make.kill)))
