import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDigest } from '../../../src/core/digests/read.ts'
import { digestText } from '../../helpers/digest-text.ts'
import { takeIn } from './fuzz/work.ts'

const read = (text: string, path = 'x.md') => readDigest(Buffer.from(text), path)

describe('a digest', () => {
  test('may repeat its heading, hold several days, and stand between prose', () => {
    const text = `# Reading list\n\nSome words.\n\n${digestText('2024-01-05', [{ id: '2401.00001' }])}
${digestText('2024-01-05', [{ id: '2401.00002' }])}
${digestText('2024-01-06', [{ id: '2401.00003' }])}
## License\n\nWords, [a link](https://example.com).\n`
    const digest = read(text)
    expect(digest.papers.map(({ day, line, url }) => [day, line, url])).toEqual([
      ['2024-01-05', 7, 'https://arxiv.org/abs/2401.00001'],
      ['2024-01-05', 17, 'https://arxiv.org/abs/2401.00002'],
      ['2024-01-06', 27, 'https://arxiv.org/abs/2401.00003']
    ])
    expect(digest.problems).toEqual([])
  })

  test('takes its day from the file’s name where no heading tells it', () => {
    const text = '### [A](https://arxiv.org/abs/2401.00001)\n\n- x\n'
    expect(read(text, '2024/01/05.md').papers[0]?.day).toBe('2024-01-05')
    const without = read(text, 'papers.md')
    expect(without.papers[0]?.day).toBeNull()
    expect(without.problems).toMatchObject([{ code: 'no-day', line: 1 }])
  })

  test('loses no line of a paper, whatever stands in it', () => {
    const digest = read(`## Daily Papers (2024-01-05)

### [A](https://arxiv.org/abs/2401.00001)

![](https://x.org/a.png)

Stray words.

Vote: 7

Authors: Ann Lee

- first
continued

#### A sub-heading
| a | table |
`)
    expect(digest.papers).toMatchObject([
      {
        votes: 7,
        authors: ['Ann Lee'],
        media: [{ kind: 'image' }],
        summary: [
          { label: null, text: 'Stray words.' },
          { label: null, text: 'first\ncontinued\n#### A sub-heading\n| a | table |' }
        ]
      }
    ])
    expect(digest.problems).toMatchObject([{ code: 'unexpected-text', line: 7, severity: 'info' }])
  })

  test('reads a title that was broken over lines', () => {
    const digest = read(
      '## Daily Papers (2024-01-05)\n\n### [A long\ntitle](https://arxiv.org/abs/2401.00001)\n\n- x\n'
    )
    expect(digest.papers).toMatchObject([{ title: 'A long title', url: 'https://arxiv.org/abs/2401.00001' }])
  })

  test('a heading without a link is a paper where votes or authors follow', () => {
    const digest = read('## Daily Papers (2024-01-05)\n\n### A title\n\nVote: 3\n\n### No paper\n\nWords.\n')
    expect(digest.papers).toMatchObject([{ title: 'A title', url: '', votes: 3 }])
    expect(digest.problems).toMatchObject([{ code: 'heading-not-understood', line: 7 }])
  })

  test('an example in a code block is no paper', () => {
    const text = `Write it so:\n\n\`\`\`\n${digestText('2024-01-05', [{ id: '2401.00001' }])}\`\`\`\n`
    expect(read(text).papers).toEqual([])
  })

  test.each([
    ['Vote: 1,234', 1234, []],
    ['Vote: 0', 0, []],
    ['Vote: -', null, []],
    ['Vote:', null, []],
    ['Vote: many', null, ['votes-not-understood']]
  ])('%s', (line, votes, codes) => {
    const digest = read(
      `## Daily Papers (2024-01-05)\n### [A](https://arxiv.org/abs/2401.00001)\n${line}\n- x`
    )
    expect(digest.papers[0]?.votes).toBe(votes)
    expect(digest.problems.map(({ code }) => code)).toEqual(codes)
  })
})

/** 100,000 times the same, but for the number in the place of `#`. */
const numbered = (text: string): string =>
  Array.from({ length: 100_000 }, (_, index) => text.replaceAll('#', String(index))).join('')

describe('any input', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '## Daily Papers (2024-01-05)',
      '### [A](https://arxiv.org/abs/2401.00001)',
      '### [',
      '###',
      'Vote: 5',
      'Authors: A B, +',
      '- **L**: text',
      '  - nested',
      '```',
      '![](x.png)',
      ''
    ),
    fc.string({ unit: 'binary', maxLength: 40 })
  )

  test('is read without an error, and every line of it is in a paper, known, or reported', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n')
        const digest = read(text)
        const count = text.split(/\r\n?|\n/).length
        for (const { line: at } of [...digest.papers, ...digest.problems]) {
          expect(at).toBeGreaterThanOrEqual(1)
          expect(at).toBeLessThanOrEqual(count)
        }
      }),
      { numRuns: 3000 }
    )
  })

  test('bytes of any kind are read without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        readDigest(Buffer.from(bytes), 'x.md')
      }),
      { numRuns: 2000 }
    )
  })

  test.each([
    ['a line of ten million characters', 'a'.repeat(10_000_000)],
    ['a heading of as many brackets', `### ${'['.repeat(1_000_000)}${']('.repeat(1_000_000)}`],
    ['headings that may go on', '### [A\n'.repeat(100_000)],
    ['a heading of open links', `### ${'[a] ('.repeat(500_000)}`],
    ['pictures with words', `### [A](x.org)\n${'![a b](c "d e") '.repeat(200_000)}`],
    ['tags with what looks like pictures', `### [A](x.org)\n<div ${'![](!['.repeat(300_000)}>`],
    ['a hundred thousand headings', '### [A](https://arxiv.org/abs/2401.00001)\n'.repeat(100_000)],
    ['an author line of a million commas', `### [A](x.org)\nAuthors: ${','.repeat(1_000_000)}`],
    ['an author line of a million quotes', `### [A](x.org)\nAuthors: [${"'a".repeat(1_000_000)}]`],
    ['as many half images', `### [A](x.org)\n${'!['.repeat(500_000)}`],
    ['as many half videos', `### [A](x.org)\n${'<video '.repeat(200_000)}`],
    ['as many asterisks', `### [A](x.org)\n- ${'*'.repeat(2_000_000)}`],
    ['as many rules', `### [A](x.org)\n${'- '.repeat(1_000_000)}x`],
    ['open code blocks', '```\n~~~\n'.repeat(100_000)],
    ['a link that ends in as many brackets', `### [A](x.org)\n- https://a.b/${')'.repeat(1_000_000)}`],
    ['a link with as many dots', `### [A](x.org)\n- https://a.b/${'.'.repeat(1_000_000)}x`],
    ['a bullet of other and other links', `### [A](x.org)\n- ${numbered('https://github.com/x/# ')}`],
    ['as many pictures', `### [A](x.org)\n${numbered('![](https://x.org/#.png)\n')}`],
    ['as many papers with votes', numbered('### [A](https://x.org/#)\nVote: #\n')],
    ['as many items', numbered('- [A #](https://arxiv.org/abs/2401.#): text\n')]
  ])('%s is taken in in time', { timeout: 20_000 }, (_, text) => {
    takeIn(Buffer.from(text))
  })
})
