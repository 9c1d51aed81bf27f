import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParsedDigest } from '../../../src/core/digests/dialect.ts'
import { genericDialect } from '../../../src/core/digests/generic/index.ts'
import { readDigest } from '../../../src/core/digests/read.ts'

const folder = join(import.meta.dirname, '../../fixtures/digests')
const fixtures = globSync('generic/*.md', { cwd: folder }).map((name) =>
  readFileSync(join(folder, name), 'utf8')
)
const link = 'https://arxiv.org/abs/2408.00001'

/** Also texts that another dialect would take. */
const read = (text: string): ParsedDigest => genericDialect.parse(text, null)

function isSound(text: string): void {
  const count = text.split('\n').length
  const { papers, problems } = read(text)
  for (const { line } of [...papers, ...problems]) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(count)
  }
  const lines = papers.map(({ line }) => line)
  expect(lines).toEqual([...lines].sort((a, b) => a - b))
  for (const paper of papers) {
    expect(paper.title).not.toBe('')
    expect(paper.url).toMatch(/^https?:\/\/|^\w/)
    for (const item of paper.summary) expect(item.label === null && item.text === '').toBe(false)
  }
}

describe('any input', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '# 2024-08-26',
      `## [A](${link})`,
      '### A title of a paper',
      `- [B](${link.replace('1', '2')}) - text`,
      '- **A title** (2024)',
      `  - arXiv: ${link}`,
      `[arXiv](${link}) | [code](https://github.com/x/y)`,
      '|Title|Link|',
      '|---|---|',
      `|A|[x](${link})|`,
      `|A|[x](${link})`,
      `<details><summary><b>A title of a paper, long enough</b></summary>`,
      '</details>',
      '**A title in bold, long enough**',
      `**[A title](${link})**`,
      '[a]: https://arxiv.org/abs/2408.00003',
      '[T][a]',
      'Authors: A B, C D et al.',
      '*A B, C D*',
      '⬆ 5',
      '> quoted',
      '---',
      '===',
      '```',
      '<!--',
      '-->',
      '![](x.png)',
      '\t- deep',
      ''
    ),
    fc.string({ unit: 'binary', maxLength: 40 })
  )

  test('is read without an error', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => isSound(lines.join('\n'))),
      { numRuns: 3000 }
    )
  })

  test('cut, doubled, swapped or strewn with characters is read without an error', () => {
    const place = fc.nat({ max: 10_000 })
    const change = fc.oneof(
      fc.record({
        kind: fc.constantFrom('delete', 'double', 'swap', 'join', 'cut', 'indent'),
        at: place,
        to: place
      }),
      fc.record({ kind: fc.constant('insert'), at: place, text: fc.string({ unit: 'binary', maxLength: 8 }) })
    )
    type Change = typeof change extends fc.Arbitrary<infer T> ? T : never
    const changed = (text: string, { at, ...change }: Change): string => {
      if ('text' in change)
        return text.slice(0, at % (text.length + 1)) + change.text + text.slice(at % (text.length + 1))
      if (change.kind === 'cut') return text.slice(0, at % (text.length + 1))
      const lines = text.split('\n')
      const [from, to] = [at % lines.length, change.to % lines.length]
      const line = lines[from] ?? ''
      if (change.kind === 'delete') lines.splice(from, 1)
      else if (change.kind === 'double') lines.splice(to, 0, line)
      else if (change.kind === 'join') lines.splice(from, 2, `${line} ${lines[from + 1] ?? ''}`)
      else if (change.kind === 'indent') lines[from] = `  ${line}`
      else [lines[from], lines[to]] = [lines[to] ?? '', line]
      return lines.join('\n')
    }
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.array(change, { maxLength: 12 }), (text, changes) =>
        isSound(changes.reduce(changed, text))
      ),
      { numRuns: 4000 }
    )
  })
})

describe('an entry', () => {
  const shapes = [
    (word: string) => `- ${word}`,
    (word: string) => `- **${word}**: text ${word}b`,
    (word: string) => `  - ${word}`,
    (word: string) => `  1. ${word}`,
    (word: string) => `${word} and more`,
    (word: string) => `> ${word}`,
    (word: string) => `**${word}**`,
    (word: string) => `*${word}*: text`,
    (word: string) => `1. ${word}`,
    (word: string) => `| ${word} | ${word}c |`,
    (word: string) => `<b>${word}</b>`,
    (word: string) => `Abstract: ${word}`,
    (word: string) => `Title: ${word}`,
    (word: string) => `Date: ${word}`,
    (word: string) => `Votes: ${word}`,
    (word: string) => `Code: https://github.com/x/${word}`,
    (word: string) => `[${word}](https://arxiv.org/abs/2301.00001)`,
    (word: string) => `- [${word}](https://arxiv.org/abs/2301.00002) - ${word}d`,
    (word: string) => `see [arXiv](${link}) for ${word}`,
    (word: string) => `[arXiv](${link}) | [${word}](https://github.com/x/y)`,
    (word: string) => `\`\`\`\n- ${word}\n---\n\`\`\``,
    (word: string) => `- - ${word}`,
    (word: string) => `Authors: Ann ${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`,
    () => '',
    () => '---'
  ]
  const lines = fc.array(fc.nat({ max: shapes.length - 1 }), { minLength: 1, maxLength: 25 })
  const textOf = (kinds: readonly number[]): string =>
    kinds.map((kind, index) => shapes[kind]?.(`word${index}x`) ?? '').join('\n')
  const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/word\d+x[b-d]?/g) ?? [])

  test.each([
    ['under a heading', '## First\n\n- [X](https://arxiv.org/abs/2408.00009)\n\n', `## [A](${link})\n`, 0],
    ['of a list', '', `- [A](${link})\n`, 4]
  ])('%s loses none of its words', (_, before, head, indent) => {
    fc.assert(
      fc.property(lines, (kinds) => {
        const body = textOf(kinds).replace(/^(?=.)/gm, ' '.repeat(indent))
        const paper = read(before + head + body).papers.find(({ title }) => title === 'A')
        expect(wordsIn(JSON.stringify(paper))).toEqual(wordsIn(body))
      }),
      { numRuns: 2000 }
    )
  })
})

describe('the line that an entry begins with', () => {
  const parts = [
    () => `[paper](${link})`,
    () => 'arXiv:2408.00001',
    () => '2024-08-26',
    () => '👍 5',
    () => '-',
    () => ',',
    () => ':',
    () => '|',
    (word: string) => word,
    (word: string) => `${word}.`,
    (word: string) => `**${word}**`,
    (word: string) => `*${word}*`,
    (word: string) => `(${word})`,
    (word: string) => `【${word}】`,
    (word: string) => `"${word} ${word}b"`,
    (word: string) => `\`${word}\``,
    (word: string) => `<b>${word}</b>`,
    (word: string) => `Ann ${word} et al.`,
    (word: string) => `[${word}](${link})`,
    (word: string) => `[${word}](https://github.com/x)`,
    (word: string) => `[[${word}]](https://arxiv.org/abs/2301.00001)`
  ]
  const words = (text: string): Set<string> => new Set(text.match(/word\d+xb?/g) ?? [])

  test.each([
    ['a heading', '## ', ''],
    ['an item', '- ', ''],
    ['a row', '| ', ' |']
  ])('%s loses none of its words', (_, before, after) => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: parts.length - 1 }), { maxLength: 8 }), (kinds) => {
        const line = [...kinds, 0].map((kind, index) => parts[kind]?.(`word${index}x`) ?? '').join(' ')
        const { papers } = read(before + line + after)
        expect(papers).toHaveLength(1)
        expect(words(JSON.stringify(papers))).toEqual(words(line))
      }),
      { numRuns: 1500 }
    )
  })
})

describe('hostile input', () => {
  const item = (text: string): string => `- ${text} ${link}`
  test.each([
    ['a line of ten million characters', item('a'.repeat(10_000_000))],
    ['a link with as long a tail', link + 'a'.repeat(10_000_000)],
    ['a million brackets', item(`${'['.repeat(1_000_000)}${']('.repeat(1_000_000)}`)],
    ['as many that close', item(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)],
    ['as many references', `[a]: ${link}\n${item('[b]['.repeat(500_000))}`],
    ['links in links', item(`${'['.repeat(100_000)}a${`](${link})`.repeat(100_000)}`)],
    ['half images', item('!['.repeat(500_000))],
    ['half tags', item('<a href='.repeat(500_000))],
    ['open links of HTML', item(`</a>${'<a href=x>'.repeat(300_000)}`)],
    ['open summaries', `## [A](${link})\n</summary>${'<summary>'.repeat(300_000)}`],
    ['asterisks', item('*'.repeat(2_000_000))],
    ['bold words', item('**a'.repeat(500_000))],
    ['quotation marks', item('"a '.repeat(500_000))],
    ['emoji', item('🔥'.repeat(500_000))],
    ['digits', item('1,'.repeat(1_000_000))],
    ['dates', item('2024-'.repeat(500_000))],
    ['addresses', item(`${link} `.repeat(50_000))],
    ['colons', `## [A](${link})\n${'a:'.repeat(1_000_000)}`],
    ['authors', `## [A](${link})\nAuthors: ${', et al'.repeat(500_000)}`],
    ['white space', `## [A](${link})\n#### a${' '.repeat(2_000_000)}x`],
    ['pipes', `|a|b|\n|-|-|\n${'|'.repeat(2_000_000)}${link}|`],
    ['rows that don’t end', `|a|b|\n|-|-|\n${`|x [T](${link})\n`.repeat(50_000)}`],
    ['rows of HTML that don’t end', `${'<tr><td>\n'.repeat(200_000)}${link}`],
    ['rows of HTML in a line', `<tr><td>${link}</td></tr>`.repeat(50_000)],
    ['cells of HTML', `<tr>${'<td>'.repeat(500_000)}${link}</tr>`],
    ['numbered lines in bold', `${'**1. a**\n\n\n'.repeat(100_000)}${link}`],
    ['fields without a paper', `- Title: a\n${'- Authors: b\n'.repeat(100_000)}- ${link}`],
    ['pictures with words', item('![a b](c) '.repeat(100_000))],
    ['pictures with open titles', `## [A](${link})\n${'![a]( '.repeat(300_000)}`],
    ['sentences that point', `## A title of words\n${`Read it [here](${link}).\n`.repeat(30_000)}`],
    ['delimiters', '|-|\n'.repeat(200_000) + link],
    ['quotations', '>'.repeat(2_000_000) + link],
    ['open comments', `- ${link}\n${'<!--\n'.repeat(100_000)}`],
    ['open code blocks', `- ${link}\n${'```\n~~~\n'.repeat(50_000)}`],
    ['titles broken over lines', `${'- [a\n'.repeat(200_000)}${link}`],
    ['a hundred thousand headings', `### [A](${link})\n`.repeat(100_000)],
    ['as many items', `- [A](${link})\n`.repeat(100_000)],
    ['deep nesting', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}- [A](${link})`).join('\n')],
    ['front matter without an end', `---\n${'a: b\n'.repeat(300_000)}${link}`]
  ])('%s is read in time', { timeout: 20_000 }, (_, text) => {
    readDigest(Buffer.from(text), 'x.md')
  })
})
