import { describe, expect, test } from 'vitest'
import type { DocumentSpec, PaperSpec } from './documents.ts'
import type { Operation } from './operations.ts'
import { outcome } from './sequences.ts'

const paper = (number: number): PaperSpec => ({ paper: number, title: 0, link: 0, votes: 5, summary: 0 })
const document = (day: number | null, ...papers: number[]): DocumentSpec => [
  { day, papers: papers.map(paper) }
]
const write = (name: number, content: DocumentSpec, how: 'plain' | 'same-times' = 'plain'): Operation => ({
  do: 'write',
  name,
  document: content,
  how
})
const rest: Operation = { do: 'rest' }
const pause: Operation = { do: 'pause', ms: 20 }

/** What random sequences found once, as short as it can be told. */
describe.concurrent('at rest as after a fresh import', { timeout: 120_000 }, () => {
  test.each<[string, Operation[]]>([
    [
      'a file without a day that was rewritten with other papers',
      [write(2, document(null, 1, 2)), rest, write(2, document(null, 2, 3, 1))]
    ],
    [
      'a change after the folder went away and came back at once',
      [write(0, document(0, 1)), rest, { do: 'away' }, pause, { do: 'back' }, rest, write(0, document(0, 2))]
    ],
    [
      'a change while the folder was away for a moment',
      [write(0, document(0, 1)), rest, { do: 'away' }, pause, write(2, document(1, 2)), { do: 'back' }]
    ],
    [
      'a file in a new sub-folder after the folder was put there anew',
      [write(0, document(0, 1)), rest, { do: 'remake' }, rest, write(3, document(0, 2))]
    ],
    [
      'a change that left the file’s times as they were',
      [write(0, document(0, 1, 2), 'same-times'), rest, write(0, document(0, 2, 1), 'same-times')]
    ]
  ])('%s', async (_, operations) => {
    expect(await outcome(operations, { child: false, restMs: 20_000 })).toBeUndefined()
  })
})
