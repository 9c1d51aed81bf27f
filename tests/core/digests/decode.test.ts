import { describe, expect, test } from 'vitest'
import { decodeDigest } from '../../../src/core/digests/decode.ts'

const text = [
  '## Daily Papers (2024-01-05)',
  '',
  '### [확산 모델](https://arxiv.org/abs/2401.00001)',
  '',
  'Vote: 3',
  '',
  '- 카페에서 만난 가장 큰 모델',
  ''
].join('\n')

const utf16le = Buffer.from(text, 'utf16le')
const utf16be = Buffer.from(utf16le).swap16()
const zeros = Buffer.alloc(4000)

const codes = (bytes: Buffer) =>
  decodeDigest(bytes).problems.map(({ code, line, column }) => `${code} ${line}:${column}`)

describe('zero bytes', () => {
  test('behind a text are cut off and reported', () => {
    const bytes = Buffer.concat([Buffer.from(text), zeros])
    expect(decodeDigest(bytes).text).toBe(text)
    expect(codes(bytes)).toEqual(['nul-bytes 8:1'])
  })

  test('within a text are one � each run, reported where the first is', () => {
    const bytes = Buffer.from(
      text.replaceAll('\n', '\r\n').replace('모델]', '모\0\0\0델]').replace('큰', '\0')
    )
    expect(decodeDigest(bytes).text).toBe(text.replace('모델]', '모�델]').replace('큰', '�'))
    expect(decodeDigest(bytes).problems).toMatchObject([
      { code: 'nul-bytes', line: 3, column: 10, excerpt: expect.stringContaining('모�델') as string }
    ])
  })

  test('behind a character that was cut in two leave the rest', () => {
    const bytes = Buffer.concat([Buffer.from(text.trimEnd()).subarray(0, -1), zeros])
    expect(decodeDigest(bytes).text).toBe(`${text.trimEnd().slice(0, -1)}�`)
    expect(codes(bytes)).toEqual(['not-utf8 7:17', 'nul-bytes 7:18'])
  })
})

describe('UTF-16', () => {
  test.each([
    ['little-endian', utf16le],
    ['big-endian', utf16be],
    ['little-endian with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['big-endian with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])]
  ])('%s is recognised', (_, bytes) => expect(decodeDigest(bytes)).toEqual({ text, problems: [] }))

  test('is recognised where zeros follow it', () => {
    const bytes = Buffer.concat([utf16le, zeros])
    expect(decodeDigest(bytes).text).toBe(text)
    expect(codes(bytes)).toEqual(['nul-bytes 8:1'])
  })
})

test.each([
  ['nothing but zeros', zeros],
  ['control characters', Buffer.from([0, 1, 2, 3])],
  ['the head of a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  [
    'sound',
    Buffer.from(Int16Array.from({ length: 4000 }, (_, i) => Math.round(200 * Math.sin(i / 20))).buffer)
  ],
  ['numbers', Buffer.from(Int32Array.from({ length: 4000 }, (_, i) => i * 7).buffer)]
])('%s is no text', (_, bytes) => expect(codes(bytes)).toEqual(['binary-file 1:1']))
