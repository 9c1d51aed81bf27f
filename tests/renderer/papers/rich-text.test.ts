import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines, splitText, type Segment } from '../../../src/renderer/features/papers/rich-text.ts'

const links = (text: string): string[] =>
  splitText(text).flatMap((segment) => (segment.kind === 'link' ? [segment.href] : []))
const plain = (segments: Segment[]): string => segments.map((segment) => segment.text).join('')

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
    ['“https://a.b/c”', 'https://a.b/c']
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

  it('takes nothing but http and https', () => {
    expect(
      links('javascript:alert(1) data:text/html,x file:///etc/passwd ftp://a.b httpx://a https://')
    ).toEqual([])
  })

  it('loses no text, whatever it is given', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('https://', 'http://a.b/', '(', ')', '[', ']', '에서', '.', '*', ' ', 'x')
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        expect(plain(splitText(text)).replaceAll('*', '')).toBe(text.replaceAll('*', ''))
      })
    )
  })
})

describe('bold words', () => {
  it('are told apart from mere asterisks', () => {
    expect(splitText('**Tokenizer**: 2 * 3 ** 4')).toEqual([
      { kind: 'strong', text: 'Tokenizer' },
      { kind: 'text', text: ': 2 * 3 ** 4' }
    ])
  })
})

describe('lines of a summary item', () => {
  it('keeps what was nested and numbered readable', () => {
    expect(splitLines('다음을 제안한다:\n  - (1) 첫째\n    - 더 깊이\n2) 둘째\n이어지는 문장')).toEqual([
      { depth: 0, marker: null, text: '다음을 제안한다:' },
      { depth: 1, marker: '–', text: '(1) 첫째' },
      { depth: 2, marker: '–', text: '더 깊이' },
      { depth: 0, marker: '2)', text: '둘째' },
      { depth: 0, marker: null, text: '이어지는 문장' }
    ])
  })

  it('takes a dash that opens the item itself as text', () => {
    expect(splitLines('- 5 dB')).toEqual([{ depth: 0, marker: null, text: '- 5 dB' }])
  })
})
