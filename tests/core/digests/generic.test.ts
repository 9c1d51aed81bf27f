import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/core/digests/dialects.ts'
import { readDigest } from '../../../src/core/digests/read.ts'

const read = (text: string, path = 'x.md') => readDigest(Buffer.from(text), path)
const link = (number: string): string => `https://arxiv.org/abs/2408.${number}`

describe('which dialect', () => {
  test.each([
    [`## Daily Papers (2024-08-26)\n\n### [A](${link('00001')})\n`, 'archive'],
    [`### [A](${link('00001')})\n\nVote: 3\n`, 'archive'],
    [`### [A](${link('00001')})\n\nText.\n`, 'generic'],
    ['- A paper, huggingface.co/papers/2408.00001\n', 'generic'],
    ['- A paper, arXiv:2408.00001\n', 'generic'],
    ['- [A page](https://example.org)\n', 'archive'],
    [`## Daily Papers (2024-08-26)\n\n- [A](${link('00001')}): text\n`, 'generic'],
    [`## Daily Papers 2024-08-26\n\n1. [A](https://huggingface.co/papers/2408.00001)\n`, 'generic'],
    [
      `## [A](${link('00001')})\n\nAuthors: A B\n\n### [Code](https://x.org)\n\n## [B](${link('00002')})`,
      'generic'
    ],
    [
      `## Daily Papers\n\n### [Sponsor](https://x.org)\n\n## More\n\n- [A](${link('00001')})\n- [B](${link('00002')})`,
      'generic'
    ],
    [
      `## Daily Papers\n\n### [A page](https://x.org)\n\nVote: 2\n\n- [A](${link('00001')})\n- [B](${link('00002')})`,
      'archive'
    ]
  ])('%j is read as %s', (text, name) => expect(readText(text, null).dialect.name).toBe(name))
})

test.each([
  ['a sentence', `# Notes\n\nA list of what [a paper](${link('00001')}) started.\n`, 'warning', 3, 34],
  ['a block of code', `# Notes\n\n\`\`\`\n- [A](${link('00001')})\n\`\`\`\n`, 'info', 1, 1],
  ['nothing', '# Notes\n\nWords.\n', 'info', 1, 1]
])('a file that links to papers in %s holds none', (_, text, severity, line, column) =>
  expect(read(text).problems).toMatchObject([{ code: 'no-papers', severity, line, column }])
)

describe('an entry', () => {
  test('of several links to one paper is one paper, also where its text links to others', () => {
    const digest = read(`## [A](${link('00001')})

[PDF](https://arxiv.org/pdf/2408.00001v2) | [HF](https://huggingface.co/papers/2408.00001)

It builds on [B](${link('00002')}) and on:

- [C](${link('00003')})
- [D](${link('00004')})

## [E](${link('00005')})
`)
    expect(digest.papers.map(({ title }) => title)).toEqual(['A', 'E'])
    expect(digest.papers[0]?.summary.map(({ text }) => text)).toEqual([
      `It builds on [B](${link('00002')}) and on:`,
      `[C](${link('00003')})`,
      `[D](${link('00004')})`
    ])
  })

  test('may be a list’s name with a paper of its own; the list’s papers stay apart', () => {
    const digest = read(`# [A Survey](${link('00001')})

Words on the survey.

## Part

- [B](${link('00002')})
- [C](${link('00003')})
`)
    expect(digest.papers).toMatchObject([
      { title: 'A Survey', summary: [{ text: 'Words on the survey.' }] },
      { title: 'B', summary: [] },
      { title: 'C' }
    ])
  })

  test('in a block of code or a comment is none', () => {
    const digest = read(
      `\`\`\`md\n- [A](${link('00001')})\n\`\`\`\n\n<!--\n- [B](${link('00002')})\n-->\n\n- [C](${link('00003')})\n`
    )
    expect(digest.papers.map(({ title }) => title)).toEqual(['C'])
  })

  test('without a title has its number for one, and says so', () => {
    const digest = read(
      `- <${link('00001')}>\n- [pdf](${link('00002')})\n- [논문](${link('00003')})\n`,
      '2024-08-26.md'
    )
    expect(digest.papers.map(({ title }) => title)).toEqual([
      'arXiv:2408.00001',
      'arXiv:2408.00002',
      'arXiv:2408.00003'
    ])
    expect(digest.problems.map(({ code, severity, line }) => [code, severity, line])).toEqual([
      ['title-not-found', 'info', 1],
      ['title-not-found', 'info', 2],
      ['title-not-found', 'info', 3]
    ])
  })

  test.each([
    `## A Title of a Paper\n\n[arXiv](${link('00001')})`,
    `### 3. **A Title of a Paper**\n- **arXiv**: ${link('00001')}`,
    `- A Title of a Paper ([paper](${link('00001')}))`,
    `- **A Title of a Paper** [[arXiv]](${link('00001')}) [[code]](https://github.com/x/y)`,
    `- 📄 [A Title of a Paper](${link('00001')}): what it is`,
    `- [[2408.00001](${link('00001')})] A Title of a Paper`,
    `1) “A Title of a Paper” — ${link('00001')}`,
    `- [ ] \`new\` [**A Title of a Paper**](${link('00001')} "a tooltip")`,
    `- <a href="${link('00001')}">A Title of a Paper</a>`,
    `- A Title of a Paper, A. Lee, Kim Minji et al. arXiv:2408.00001`,
    `| Title | Link |\n|--|--|\n| A Title of a Paper | [x](${link('00001')}) |`,
    `| 논문 | 날짜 |\n|--|--|\n| **[A Title of a Paper](${link('00001')})** | 2024-08-26 |`,
    `**[A Title of a Paper](${link('00001')})**\n\nText.`,
    `A Title of a Paper\n${link('00001')}`,
    `# Notes\n\n- Title: A Title of a Paper\n- Link: ${link('00001')}`,
    `---\ntitle: A Title of a Paper\n---\n\n## 논문 정보\n\n- 링크: ${link('00001')}`
  ])('%j has its title', (text) => {
    const digest = read(text, '2024-08-26.md')
    expect(digest.papers.map(({ title, url }) => [title, url])).toEqual([
      ['A Title of a Paper', link('00001')]
    ])
    expect(digest.problems).toEqual([])
  })

  test.each([
    [
      'authors twice',
      `- [A](${link('00001')})\n  - Authors: Ann Lee\n  - Authors: Bo Li\n`,
      'Authors: Bo Li'
    ],
    ['votes twice', `## [A](${link('00001')})\n\nVotes: 5\n\nVotes: 7\n`, 'Votes: 7'],
    [
      'where authors are from',
      `## [A](${link('00001')})\n\nAuthors: Ann Lee et al. (Example Lab)\n`,
      'Example Lab'
    ],
    ['a picture’s words', `- ![How it works](a.png) [A](${link('00001')})\n`, 'How it works']
  ])('keeps %s', (_, text, words) => expect(JSON.stringify(read(text).papers[0]?.summary)).toContain(words))

  test('is not what a field of another paper’s item says', () => {
    const digest = read(
      `# 2024-08-26\n\n- [A](${link('00001')})\n- Authors: Ann Lee\n- Summary: One.\n- [B](${link('00002')})\n\nAuthors: Bo Li\n`
    )
    expect(digest.papers).toMatchObject([
      { title: 'A', authors: ['Ann Lee'], summary: [{ label: 'Summary', text: 'One.' }] },
      { title: 'B', authors: ['Bo Li'], summary: [] }
    ])
  })

  test.each([
    ['a title', `## Vision\n\nA Title of a Paper, [pdf](${link('00001')})\n`],
    ['two papers', `## Vision\n\nAs was seen in [A](${link('00001')}). Read it [here](${link('00002')}).\n`],
    ['other sentences', `## Vision\n\nRead it [here](${link('00001')}).\n\nOr [here](${link('00002')}).\n`],
    ['the whole file', `# My week\n\nRead it [here](${link('00001')}).\n`]
  ])('is no section in which a sentence points to a paper beside %s', (_, text) =>
    expect(read(text).papers).toEqual([])
  )

  test.each([
    ['👍 12', 12],
    ['⬆️ 1,204', 1204],
    ['▲ 7 • 💬 2', 7],
    ['12 upvotes', 12],
    ['**Upvotes**: 12', 12],
    ['추천: 12', 12],
    ['点赞数：12', 12],
    ['いいね: 0', 0],
    ['Votes: -', null],
    ['Stars: 12', null],
    ['It is ▲ 12% better.', null]
  ])('with %j', (line, votes) => {
    expect(read(`## [A](${link('00001')})\n\n${line}\n`).papers[0]?.votes).toBe(votes)
    if (votes !== null) expect(read(`- [A](${link('00001')}) ${line}\n`).papers[0]?.votes).toBe(votes)
  })

  test('whose votes are no number says so', () => {
    const digest = read(`## [A](${link('00001')})\n\nVotes: many\n`, '2024-08-26.md')
    expect(digest.problems).toMatchObject([{ code: 'votes-not-understood', line: 3, column: 8 }])
    expect(digest.papers[0]?.summary).toEqual([{ label: null, text: 'Votes: many' }])
  })

  test.each([
    ['Authors: Ann Lee, Kim Minji', ['Ann Lee', 'Kim Minji'], true],
    ['**By:** Ann Lee and Kim Minji', ['Ann Lee', 'Kim Minji'], true],
    ['- **Authors:** [Ann Lee](https://x.org); Kim Minji et al.', ['Ann Lee', 'Kim Minji'], false],
    ['*Ann Lee, Kim Minji et al. (9 authors)*', ['Ann Lee', 'Kim Minji'], false],
    ['저자: 김민지, 이서준 외 3명', ['김민지', '이서준'], false],
    ['**作者**：张三、李四等', ['张三', '李四'], false],
    ['著者: 山田花子、鈴木一郎ほか', ['山田花子', '鈴木一郎'], false]
  ])('with %j', (line, authors, complete) => {
    expect(read(`## [A](${link('00001')})\n\n${line}\n`).papers[0]).toMatchObject({
      authors,
      authorsComplete: complete,
      summary: []
    })
  })
})

describe('the day', () => {
  test.each([
    '2024-08-26',
    '2024/08/26',
    '2024. 8. 26.',
    'Papers of August 26, 2024',
    '26 Aug 2024',
    'Monday, 26th of August 2024',
    '26-Aug-2024',
    '20240826',
    '【2024年8月26日】今日论文',
    '2024년 8월 26일의 논문'
  ])('of the heading %j', (heading) => {
    expect(read(`## ${heading}\n\n- [A](${link('00001')})\n`).papers[0]?.day).toBe('2024-08-26')
  })

  test('is the nearest heading’s, else the front matter’s, else the name’s, else the entry’s own', () => {
    const entry = `- (2024-01-04) [A](${link('00001')})\n`
    const matter = '---\ndate: 2024-01-02T09:00:00Z\n---\n'
    expect(read(`${matter}\n# 2024-01-01\n\n## Part\n\n${entry}`, '2024-01-03.md').papers[0]?.day).toBe(
      '2024-01-01'
    )
    expect(read(`${matter}\n${entry}`, '2024-01-03.md').papers[0]?.day).toBe('2024-01-02')
    expect(read(entry, '2024-01-03.md').papers[0]?.day).toBe('2024-01-03')
    expect(read(entry).papers[0]?.day).toBe('2024-01-04')
  })

  test('is a row’s own where a column tells it', () => {
    const table = `|日期|标题|\n|-|-|\n|2024-01-05|[A](${link('00001')})|\n||[B](${link('00002')})|\n`
    expect(read(`# 2024-01-01\n\n${table}`).papers.map(({ day }) => day)).toEqual([
      '2024-01-05',
      '2024-01-01'
    ])
  })

  test('that the calendar has not is a problem', () => {
    const digest = read(`## 2024-02-30\n\n- [A](${link('00001')})\n`)
    expect(digest.problems.map(({ code }) => code)).toEqual(['bad-day', 'no-day'])
  })
})
