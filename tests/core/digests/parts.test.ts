import { describe, expect, test } from 'vitest'
import { parseAuthors } from '../../../src/core/digests/authors.ts'
import { dayInHeading, dayInPath } from '../../../src/core/digests/day.ts'
import { readHeading } from '../../../src/core/digests/heading.ts'
import { arxivIdInUrl, arxivIdOf, identityOf } from '../../../src/core/digests/identity.ts'
import { mediaInLine } from '../../../src/core/digests/media.ts'
import { pictureWords } from '../../../src/core/digests/picture-words.ts'
import { SummaryScanner } from '../../../src/core/digests/summary.ts'

describe('identity', () => {
  test.each([
    ['https://arxiv.org/abs/2312.11514', '2312.11514'],
    ['http://arxiv.org/abs/2312.11514v2', '2312.11514'],
    ['https://export.arxiv.org/pdf/2312.11514v12.pdf', '2312.11514'],
    ['https://arxiv.org/html/2312.11514v1', '2312.11514'],
    ['https://arxiv.org/abs/0704.0001', '0704.0001'],
    ['https://arxiv.org/abs/cs/0112017', 'cs/0112017'],
    ['https://arxiv.org/abs/math.GT/0309136v1', 'math/0309136'],
    ['https://huggingface.co/papers/2312.11514', '2312.11514'],
    ['https://hf.co/papers/2312.11514?x=1#c', '2312.11514'],
    ['arxiv.org/abs/2312.11514', '2312.11514'],
    ['https://doi.org/10.48550/arXiv.2312.11514', '2312.11514'],
    ['https://arxiv.org/abs/2313.11514', null],
    ['https://arxiv.org.example.com/abs/2312.11514', null],
    ['https://example.com/abs/2312.11514', null],
    ['javascript:alert(1)', null],
    ['', null]
  ])('the arXiv id in %s is %s', (url, id) => expect(arxivIdInUrl(url)).toBe(id))

  test.each([
    ['arXiv:2312.11514v3', '2312.11514'],
    [' 2312.11514 ', '2312.11514'],
    ['math/0309136', 'math/0309136'],
    ['2312.1151', '2312.1151'],
    ['2312.115', null]
  ])('%j is the id %s', (text, id) => expect(arxivIdOf(text)).toBe(id))

  test.each([
    [
      { title: 'A', url: 'https://arxiv.org/abs/2312.11514v2' },
      { title: 'B', url: 'https://hf.co/papers/2312.11514' }
    ],
    [
      { title: 'A', url: 'http://www.example.com/p/' },
      { title: 'B', url: 'https://example.com/p#top' }
    ],
    [
      { title: 'Deep  Nets: a “survey”', url: '' },
      { title: 'deep nets - A survey', url: '' }
    ]
  ])('%j and %j are one paper', (a, b) => expect(identityOf(a).identity).toBe(identityOf(b).identity))

  test.each([
    [
      { title: 'A', url: 'https://example.com/p?id=1' },
      { title: 'A', url: 'https://example.com/p?id=2' }
    ],
    [
      { title: 'A', url: '' },
      { title: 'B', url: '' }
    ],
    [
      { title: '!!', url: '' },
      { title: '??', url: '' }
    ]
  ])('%j and %j are two', (a, b) => expect(identityOf(a).identity).not.toBe(identityOf(b).identity))
})

describe('authors', () => {
  test.each([
    ['Ada Lovelace, Kim Minji', ['Ada Lovelace', 'Kim Minji'], true],
    ['Dmitry Belenko, Dmitry Belenko, Ann Lee', ['Dmitry Belenko', 'Ann Lee'], true],
    ['Ann Lee, Bo Li, +', ['Ann Lee', 'Bo Li'], false],
    ['Ann Lee, +, Bo Li', ['Ann Lee', 'Bo Li'], false],
    ['Ann Lee, Bo Li +', ['Ann Lee', 'Bo Li'], false],
    ['Ann Lee et al., Bo Li', ['Ann Lee et al.', 'Bo Li'], true],
    ["['Ann Lee', 'Bo Li']", ['Ann Lee', 'Bo Li'], true],
    [`['Ann Lee', "Conor O'Neil"]`, ['Ann Lee', "Conor O'Neil"], true],
    ['[]', [], false],
    ['', [], false],
    ['NVIDIA', ['NVIDIA'], true],
    ['Gemini Team, Rohan Anil', ['Gemini Team', 'Rohan Anil'], true],
    ['Ann Lee, Yingyan, Lin', ['Ann Lee', 'Yingyan Lin'], true],
    ['NVIDIA, OpenAI, Ann Lee', ['NVIDIA', 'OpenAI', 'Ann Lee'], true],
    ['Google, Meta', ['Google', 'Meta'], true],
    ['Ann Lee, Microsoft, Google', ['Ann Lee', 'Microsoft', 'Google'], true],
    ['Yingyan, Lin', ['Yingyan Lin'], true],
    ['Ann, Bo, Cy', ['Ann', 'Bo', 'Cy'], true]
  ])('%s', (text, authors, complete) => expect(parseAuthors(text)).toEqual({ authors, complete }))
})

describe('headings', () => {
  test.each([
    ['[A Title](https://arxiv.org/abs/1)', 'A Title', 'https://arxiv.org/abs/1'],
    ['[I [IDK]: GPT-[n]](https://x.org/1)', 'I [IDK]: GPT-[n]', 'https://x.org/1'],
    ['[A [b](c) d](https://x.org/1)', 'A [b](c) d', 'https://x.org/1'],
    ['[P](https://x.org/a_(b))', 'P', 'https://x.org/a_(b)'],
    ['[P](https://x.org/1 "named")', 'P', 'https://x.org/1'],
    ['[P](https://x.org/1', 'P', 'https://x.org/1'],
    ['No link', 'No link', ''],
    ['[IDK] and what else](https://x.org/1)', 'IDK] and what else', 'https://x.org/1'],
    ['[A range of [0, 1)](https://x.org/1)', 'A range of [0, 1)', 'https://x.org/1'],
    ['[P](<https://x.org/1>)', 'P', 'https://x.org/1'],
    ['[P] (https://x.org/1)', 'P', 'https://x.org/1'],
    ['**[P](https://x.org/1)**', 'P', 'https://x.org/1'],
    ['12. 🔥 [P](https://x.org/1)', 'P', 'https://x.org/1'],
    ['A [b] title ([arXiv](https://x.org/1))', 'A [b] title', 'https://x.org/1'],
    ['[P]()', 'P', ''],
    ['[]()', '', '']
  ])('%s', (text, title, url) => expect(readHeading(text)).toMatchObject({ title, url }))

  test.each([
    ['[P](https://x.org/1) [code](https://x.org/2)', 'P', '[code](https://x.org/2)'],
    ['Paper 3: [P](https://x.org/1)', 'P', 'Paper 3:'],
    ['[P](https://x.org/1 and words) more', 'P', 'and words more']
  ])('of %s what is more is kept', (text, title, trailing) =>
    expect(readHeading(text)).toMatchObject({ title, url: 'https://x.org/1', trailing })
  )

  test('half a link is none yet', () => expect(readHeading('[A title that goes')).toBeUndefined())
})

describe('days', () => {
  test.each([
    ['2024/08/26.md', '2024-08-26'],
    ['2024-08-26.md', '2024-08-26'],
    ['papers-20240826 (1).md', '2024-08-26'],
    ['2023/archive/2024-08-26.md', '2024-08-26'],
    ['2024-02-31.md', null],
    ['2024-8-26.md', '2024-08-26'],
    ['2024/8/26.md', '2024-08-26'],
    ['2024. 8. 26.md', '2024-08-26'],
    ['2024/0826.md', '2024-08-26'],
    ['2024年08月26日.md', '2024-08-26'],
    ['2024년 8월 26일 논문.md', '2024-08-26'],
    ['2024년 8월 26일.md'.normalize('NFD'), '2024-08-26'],
    ['2024/2024-08-26.md', '2024-08-26'],
    ['2024/12/2024-08-26.md', '2024-08-26'],
    ['1408.0102.md', null],
    ['2001.0102.md', null],
    ['2408.01023v1.md', null],
    ['14080102.md', null],
    ['2024-08.26.md', null],
    ['README.md', null]
  ])('the path %s tells %s', (path, day) => expect(dayInPath(path)).toBe(day))

  test.each([
    ['## Daily Papers (2024-08-26)', { day: '2024-08-26', at: 17 }],
    ['## Daily Papers (2024.8.6)', { day: '2024-08-06', at: 17 }],
    ['## Daily Papers (2024-13-40)', { day: 'bad', at: 17 }],
    ['## Notes', undefined]
  ])('%s tells %j', (heading, day) => expect(dayInHeading(heading)).toEqual(day))
})

describe('media', () => {
  test.each([
    ['![](https://x.org/a.png)', [{ kind: 'image', url: 'https://x.org/a.png' }]],
    ['![alt](https://x.org/a.webm)', [{ kind: 'video', url: 'https://x.org/a.webm' }]],
    ['![](/avatars/a.svg)', [{ kind: 'image', url: '/avatars/a.svg' }]],
    ['[Watch Video](https://x.org/a.mp4)', [{ kind: 'video', url: 'https://x.org/a.mp4' }]],
    ['[Watch Video]https://x.org/a.mp4', [{ kind: 'video', url: 'https://x.org/a.mp4' }]],
    [
      '<div><video controls src="https://x.org/a" muted="false"></video></div>',
      [{ kind: 'video', url: 'https://x.org/a' }]
    ],
    ["<video src='https://x.org/a'></video>", [{ kind: 'video', url: 'https://x.org/a' }]],
    ['![](https://x.org/a.png) and words', null]
  ])('%s', (line, media) => expect(mediaInLine(line)).toEqual(media))
})

describe('the words of pictures', () => {
  test.each([
    ['![](https://x.org/a.png)', []],
    ['![image 1](https://x.org/a.png) ![a.png](https://x.org/b.png) ![b](https://x.org/b.png)', []],
    ['![How it works](https://x.org/a.png "The whole of it")', ['How it works', 'The whole of it']],
    [`<p><img src="a.png" alt="How it works" title='Figure'></p>`, ['How it works']],
    ['![](https://x.org/a.png) ![그림 설명](b.png)', ['그림 설명']],
    ['[Watch Video](https://x.org/a.mp4)', []]
  ])('%s', (line, words) => expect(pictureWords(line)).toEqual(words))
})

describe('summaries', () => {
  const scan = (...lines: string[]) => {
    const scanner = new SummaryScanner()
    for (const line of lines) scanner.add(line)
    return scanner.items
  }

  test.each([
    ["- **What's New**: text", "What's New", 'text'],
    ['- ***What’s New***: text', 'What’s New', 'text'],
    ['- **Label:** text', 'Label', 'text'],
    ['- **핵심 내용**： 글', '핵심 내용', '글'],
    ['- **bold** words', null, '**bold** words'],
    ['- plain: text', null, 'plain: text'],
    ['* starred', null, 'starred']
  ])('%s', (line, label, text) => expect(scan(line)).toEqual([{ label, text }]))

  test('continued, nested and numbered lines stay with their bullet, in order', () =>
    expect(scan('- **A**: one', '  - (1) two', '1) three', 'four', '- five')).toEqual([
      { label: 'A', text: 'one\n  - (1) two\n1) three\nfour' },
      { label: null, text: 'five' }
    ]))
})
