import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitRuns, type Run } from '../../../src/renderer/rich-text/runs.ts'

const flat = (runs: Run[]): Run[] => runs.flatMap((run) => ('runs' in run ? flat(run.runs) : [run]))
const links = (text: string): string[] =>
  flat(splitRuns(text)).flatMap((run) => (run.kind === 'link' ? [run.href] : []))
const formulas = (text: string): string[] =>
  flat(splitRuns(text)).flatMap((run) => (run.kind === 'math' ? [run.latex] : []))
const shown = (runs: Run[]): string =>
  flat(runs)
    .map((run) =>
      'host' in run && run.text !== run.href
        ? `[${run.text}](${run.href})`
        : 'text' in run
          ? run.text
          : 'source' in run
            ? run.source
            : ''
    )
    .join('')

describe('links in the text', () => {
  it.each([
    ['코드는 https://github.com/x/y에서 볼 수 있다.', 'https://github.com/x/y'],
    ['공개된다(https://github.com/x/y).', 'https://github.com/x/y'],
    ['(https://github.com/x/y)를 보라', 'https://github.com/x/y'],
    ['See https://x.github.io/y/.', 'https://x.github.io/y/'],
    ['https://en.wikipedia.org/wiki/A_(b) 참고', 'https://en.wikipedia.org/wiki/A_(b)'],
    ['[페이지](https://a.b/c)', 'https://a.b/c'],
    ['`https://a.b/c`', 'https://a.b/c'],
    ['**https://a.b/c**', 'https://a.b/c'],
    ['HTTP://A.B/c?d=1&e=%20#f, next', 'HTTP://A.B/c?d=1&e=%20#f'],
    ['“https://a.b/c”', 'https://a.b/c'],
    ['https://a.b/$x$y_z', 'https://a.b/$x$y_z']
  ])('%s', (text, href) => {
    expect(links(text)).toEqual([href])
  })

  it('finds several', () => {
    expect(links('https://a.b/c), (https://d.e/f)와 https://g.h')).toEqual([
      'https://a.b/c',
      'https://d.e/f',
      'https://g.h'
    ])
  })

  it('of Markdown are their words, with the host that they lead to', () => {
    expect(splitRuns('- [the **code**](https://www.github.com/x/y_(z))를 보라')).toEqual([
      { kind: 'text', text: '- ' },
      { kind: 'link', text: 'the code', href: 'https://www.github.com/x/y_(z)', host: 'github.com' },
      { kind: 'text', text: '를 보라' }
    ])
    expect(splitRuns('**[github.com](https://github.com@evil.example/x)**')).toEqual([
      {
        kind: 'strong',
        runs: [
          {
            kind: 'link',
            text: 'github.com',
            href: 'https://github.com@evil.example/x',
            host: 'evil.example'
          }
        ]
      }
    ])
    expect(splitRuns('[https://a.b/c](https://a.b/c)')).toMatchObject([{ kind: 'link', host: null }])
    expect(splitRuns('[[code]](https://аpple.com/)')).toMatchObject([
      { text: '[code]', host: 'xn--pple-43d.com' }
    ])
  })

  it.each([
    '[a](javascript:alert(1))',
    '[a](data:text/html,x)',
    '[a]( https//a.b)',
    '[a](file:///etc/passwd)',
    '[a](/b)',
    '[](https:x)',
    '[a] (b)',
    '![a](b.png)',
    '[a](https://)'
  ])('%s is mere text', (text) => expect(splitRuns(text)).toEqual([{ kind: 'text', text }]))

  it('takes nothing but http and https', () => {
    expect(
      links('javascript:alert(1) data:text/html,x file:///etc/passwd ftp://a.b httpx://a https://')
    ).toEqual([])
  })
})

describe('math', () => {
  it.each([
    ['M$^{2}$UGen: Music', ['^{2}']],
    ['$\\pi$-Light', ['\\pi']],
    ['$λ$-ECLIPSE', ['λ']],
    ['LLM$\\times$MapReduce', ['\\times']],
    ['복잡도는 $O(n^2)$이다', ['O(n^2)']],
    ['\\(x_i\\)와 \\[y\\], $$z = 1$$', ['x_i', 'y', 'z = 1']],
    ['$a$$b$', ['a', 'b']],
    ['$n \\log n$ steps, $k$ times', ['n \\log n', 'k']],
    ['$\\text{한국어}_i$', ['\\text{한국어}_i']],
    ['$x\\$y$', ['x\\$y']],
    ['$<TAB>imes$'.replace('<TAB>', '\t'), ['\\times']]
  ])('%s', (text, found) => {
    expect(formulas(text)).toEqual(found)
  })

  it.each([
    'Can LLMs Earn $1 Million from Real-World Freelance?',
    'Earn $1 Million, then $2 Million',
    'from $10K to $20K',
    'between $1M/$2M and US$5-$10',
    'from $HOME and from $PATH',
    'the $5 bill$ trick',
    '가격은 $5, 다음은$ 없음',
    'a $ b $ c',
    '\\$5 and \\$6',
    '$',
    '$$',
    '$$ $$',
    '\\(\\)',
    '$\\rule{9em}{9em}$ and $\\kern-9em x$ and $\\def\\a{b}$',
    `$${'{'.repeat(40)}x${'}'.repeat(40)}$`,
    `$${'x+'.repeat(600)}x$`
  ])('is not in %s', (text) => {
    expect(formulas(text)).toEqual([])
  })

  it('keeps its source, for copying and for when it can’t be shown', () => {
    expect(splitRuns('a $x^2$ b')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'math', latex: 'x^2', source: '$x^2$', display: false },
      { kind: 'text', text: ' b' }
    ])
  })
})

describe('words set apart', () => {
  it('are bold between asterisks, not beside mere ones', () => {
    expect(splitRuns('**Tokenizer**: 2 * 3 ** 4')).toEqual([
      { kind: 'strong', runs: [{ kind: 'text', text: 'Tokenizer' }] },
      { kind: 'text', text: ': 2 * 3 ** 4' }
    ])
    expect(splitRuns('***What*** **')).toEqual([
      { kind: 'strong', runs: [{ kind: 'text', text: 'What' }] },
      { kind: 'text', text: ' **' }
    ])
  })

  it('hold links, math and code themselves', () => {
    expect(splitRuns('**a $x$ `b`**')).toEqual([
      {
        kind: 'strong',
        runs: [
          { kind: 'text', text: 'a ' },
          { kind: 'math', latex: 'x', source: '$x$', display: false },
          { kind: 'text', text: ' ' },
          { kind: 'code', text: 'b' }
        ]
      }
    ])
  })

  it('are code between back quotes, not after LaTeX’s opening quotes', () => {
    expect(splitRuns('the `<think>` tag')).toEqual([
      { kind: 'text', text: 'the ' },
      { kind: 'code', text: '<think>' },
      { kind: 'text', text: ' tag' }
    ])
    expect(splitRuns("``so'' and `so' and `so'")).toEqual([
      { kind: 'text', text: "``so'' and `so' and `so'" }
    ])
  })

  it('are what LaTeX’s commands meant, with or without their backslash', () => {
    const emphasised: Run[] = [
      { kind: 'text', text: '(' },
      { kind: 'emphasis', runs: [{ kind: 'text', text: 'HR-ED' }] },
      { kind: 'text', text: ')' }
    ]
    expect(splitRuns('(\\textit{HR-ED})')).toEqual(emphasised)
    expect(splitRuns('(\textit{HR-ED})')).toEqual(emphasised)
    expect(splitRuns('\textbf{a \\texttt{b}}')).toEqual([
      {
        kind: 'strong',
        runs: [
          { kind: 'text', text: 'a ' },
          { kind: 'code', text: 'b' }
        ]
      }
    ])
    expect(splitRuns('3\times 4, \tau-bench, \\alpha \\% \\textsc{Plain}')).toEqual([
      { kind: 'text', text: '3× 4, τ-bench, α % Plain' }
    ])
  })

  it('stay as they are where a command is not known or not closed', () => {
    for (const text of ['C:\\temp\\new', '\\textit{open', '\\foo{x}', '\textile', 'a\tb'])
      expect(splitRuns(text)).toEqual([{ kind: 'text', text }])
  })
})

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...[
        'https://',
        'http://a.b/',
        '[a](https://b.c/)',
        '](',
        '(',
        ')',
        '[',
        ']',
        '에서',
        '.',
        '*',
        '**',
        ' ',
        'x',
        '$',
        '$$',
        '\\('
      ],
      ...['\\)', '`', '{', '}', '\\textit{', '\textbf{', '\\times', '^2']
    )
  ),
  { maxLength: 60 }
)

describe('any text', () => {
  it('loses nothing but what marks it up', () => {
    const markup = /[*`$\\{}\p{Cc}]|text(?:it|bf)|ext(?:it|bf)|times|×/gu
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        expect(shown(splitRuns(text)).replace(markup, '')).toBe(text.replace(markup, ''))
      })
    )
  })

  it('is split in a number of steps that grows with its length', () => {
    // Each would take minutes, were an opener without an end looked for again and again.
    for (const piece of [
      '**a ',
      '$a ',
      '\\(',
      '`a ',
      'https://a.b)',
      '\\textit{',
      '[(',
      '[',
      '[a](',
      '[a](https://',
      '[a](https://a.b ',
      '$$',
      '\textbf{',
      '***'
    ]) {
      const text = piece.repeat(60_000)
      expect(shown(splitRuns(text)).length).toBeLessThanOrEqual(text.length + 60_000)
    }
  })
})
