import fc from 'fast-check'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every digest among the fixtures, the bad ones too. */
const folder = join(import.meta.dirname, '../../../fixtures/digests')
export const fixtures: readonly Buffer[] = globSync('**/*.md', { cwd: folder })
  .sort()
  .map((path) => readFileSync(join(folder, path)))

/** Most bytes that repeating may make of a file. */
const MAX_BYTES = 300_000
const LINE_FEED = 10

/** What may happen to a file's bytes. Places are in ten-thousandths of what there is, so that any fits any file. */
export type Mutation =
  | { kind: 'cut'; from: number; to: number }
  | { kind: 'end'; at: number }
  | { kind: 'splice'; fixture: number; at: number; from: number; to: number }
  | { kind: 'line'; change: 'double' | 'delete' | 'join'; at: number }
  | { kind: 'swap'; a: number; b: number }
  | { kind: 'flip'; at: number; bit: number }
  | { kind: 'insert'; at: number; text: string }
  | { kind: 'put-line'; at: number; line: string }
  | { kind: 'repeat'; at: number; length: number; times: number }
  | { kind: 'series'; at: number; item: string; count: number }

const place = fc.nat(9_999)

const controls = fc.constantFrom(
  ...['\t', '\r', '\r\n', '\n', '\u0000', '\u0007', '\u000b', '\u000c', '\u001b', '\u007f', '\u0085'],
  ...['\u00a0', '\u200b', '\u202e', '\u2028', '\u2029', '\u3000', '\ufeff', '\ufffd', '\u{1f5de}\ufe0f']
)

/** What a file may hold any number of, each other than the others: # stands for its number. */
const items = fc.constantFrom(
  'https://x.org/# ',
  'https://github.com/x/y#에서 ',
  '![](https://x.org/#.png) ',
  '![](https://x.org/#.png)\n',
  '### [A #](https://arxiv.org/abs/2401.#)\n\nVote: #\n\n',
  '### [The same](https://x.org/#)\n\n',
  '- [A #](https://arxiv.org/abs/2401.1#): text\n',
  '- **Label #**: text\n',
  'Name #, '
)

const linesOfNote = fc.constantFrom(
  '## Daily Papers (2024-01-05)',
  '## Daily Papers (2024-02-31)',
  '## daily papers',
  '# Title',
  '### [A](https://arxiv.org/abs/2401.00001)',
  '### [A [b](c) d](https://x.org/a_(b) "named") more',
  '### [A title that goes',
  'on](https://x.org/1)',
  '### A title without a link',
  '### ',
  '###',
  '#### Deeper',
  'Vote: 5',
  'votes : 1,234',
  'Vote: many',
  'Authors: A B, C D, +',
  `Authors: ['Ann Lee', "Conor O'Neil"]`,
  'Authors: ',
  'authors: Ann Lee, Ann Lee, Yingyan, Lin',
  '![](https://x.org/a.png)',
  '![a picture](/avatars/a.svg) ![](b.webm)',
  '[Watch Video]https://x.org/a.mp4',
  `<div><video controls src="https://x.org/v" muted="false"></video></div>`,
  "<video src='https://x.org/v'>",
  '- **Label**: text',
  '- ***라벨***： 글',
  '  - (1) nested',
  '1) numbered',
  '* * *',
  '---',
  '```',
  '~~~',
  '> quoted',
  '| a | table |'
)

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), from: place, to: place }),
  fc.record({ kind: fc.constant('end' as const), at: place }),
  fc.record({ kind: fc.constant('splice' as const), fixture: fc.nat(99), at: place, from: place, to: place }),
  fc.record({
    kind: fc.constant('line' as const),
    change: fc.constantFrom<('double' | 'delete' | 'join')[]>('double', 'delete', 'join'),
    at: place
  }),
  fc.record({ kind: fc.constant('swap' as const), a: place, b: place }),
  fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat(7) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    text: fc.oneof(
      controls,
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(...'[ ] ( ) { } < > * # - : ` ! , + " \''.split(' '))
    )
  }),
  fc.record({
    kind: fc.constant('put-line' as const),
    at: place,
    line: fc.oneof(linesOfNote, fc.string({ unit: 'grapheme', maxLength: 30 }))
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: place,
    length: fc.integer({ min: 1, max: 200 }),
    times: fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: 2, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 50_000 }) }
    )
  }),
  fc.record({
    kind: fc.constant('series' as const),
    at: place,
    item: items,
    count: fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: 2, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 200, max: 1_000 }) }
    )
  })
)

/** A file made of a fixture. */
export const mutatedFile: fc.Arbitrary<Buffer> = fc
  .record({ fixture: fc.nat(99), mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }) })
  .map(({ fixture, mutations }) => mutations.reduce(mutate, at(fixtures, fixture)))

/** A file of lines that mean something and lines that don't, in any order. */
export const anyFile: fc.Arbitrary<Buffer> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: linesOfNote },
      { weight: 1, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) }
    ),
    { maxLength: 40 }
  )
  .map((lines) => Buffer.from(lines.join('\n')))

const at = (list: readonly Buffer[], index: number): Buffer => list[index % list.length] ?? Buffer.alloc(0)

const scale = (place: number, length: number): number => Math.floor((place * length) / 10_000)

function mutate(bytes: Buffer, mutation: Mutation): Buffer {
  const where = (place: number): number => scale(place, bytes.length)
  switch (mutation.kind) {
    case 'cut': {
      const from = where(Math.min(mutation.from, mutation.to))
      return join2(bytes.subarray(0, from), bytes.subarray(where(Math.max(mutation.from, mutation.to))))
    }
    case 'end':
      return bytes.subarray(0, where(mutation.at))
    case 'splice': {
      const other = at(fixtures, mutation.fixture)
      const piece = other.subarray(scale(mutation.from, other.length), scale(mutation.to, other.length))
      return inserted(bytes, where(mutation.at), piece)
    }
    case 'line':
    case 'swap':
    case 'put-line':
      return withLines(bytes, mutation)
    case 'flip': {
      const flipped = Buffer.from(bytes)
      const index = where(mutation.at)
      if (index < flipped.length) flipped.writeUInt8(flipped.readUInt8(index) ^ (1 << mutation.bit), index)
      return flipped
    }
    case 'insert':
      return inserted(bytes, where(mutation.at), Buffer.from(mutation.text))
    case 'repeat': {
      const start = where(mutation.at)
      const piece = bytes.subarray(start, start + mutation.length)
      const times = Math.min(mutation.times, Math.floor(MAX_BYTES / Math.max(1, piece.length)))
      return inserted(bytes, start, Buffer.alloc(piece.length * times, piece))
    }
    case 'series': {
      const numbers = Array.from({ length: mutation.count }, (_, index) => String(index).padStart(5, '0'))
      const piece = numbers.map((number) => mutation.item.replaceAll('#', number)).join('')
      return inserted(bytes, where(mutation.at), Buffer.from(piece))
    }
  }
}

const join2 = (a: Buffer, b: Buffer): Buffer => Buffer.concat([a, b])

const inserted = (bytes: Buffer, index: number, piece: Buffer): Buffer =>
  bytes.length > MAX_BYTES ? bytes : Buffer.concat([bytes.subarray(0, index), piece, bytes.subarray(index)])

function withLines(
  bytes: Buffer,
  mutation: Extract<Mutation, { kind: 'line' | 'swap' | 'put-line' }>
): Buffer {
  const lines = linesOf(bytes)
  const where = (place: number): number => scale(place, lines.length)
  const index = where(mutation.kind === 'swap' ? mutation.a : mutation.at)
  const line = lines[index] ?? Buffer.alloc(0)
  switch (mutation.kind) {
    case 'line':
      if (mutation.change === 'double') lines.splice(index, 0, line)
      else if (mutation.change === 'delete') lines.splice(index, 1)
      else lines[index] = line.subarray(0, line.length - 1)
      break
    case 'swap': {
      const other = where(mutation.b)
      lines[index] = lines[other] ?? line
      lines[other] = line
      break
    }
    case 'put-line':
      lines.splice(index, 0, Buffer.from(`${mutation.line}\n`))
  }
  return Buffer.concat(lines)
}

/** Lines with their line feeds. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed === -1 ? bytes.length : feed + 1
    lines.push(bytes.subarray(start, end))
    start = end
  }
  return lines
}
