import { describe, expect, it } from 'vitest'
import { splitLines } from '../../../src/renderer/rich-text/lines.ts'
import { plainText } from '../../../src/renderer/rich-text/plain.ts'

describe('plain text', () => {
  it.each([
    ['M$^{2}$UGen: **Music**', 'M²UGen: Music'],
    ['LLM$\\times$MapReduce', 'LLM×MapReduce'],
    ['$\\pi$-Light', 'π-Light'],
    ['$O(n^2)$ and $x_{ij}$', 'O(n²) and x_(ij)'],
    ['$\\mathcal{O}(n \\log n)$', 'O(n log n)'],
    ['$\\frac{1}{2}$ of $H_2O$', '1/2 of H₂O'],
    ['Earn $1 Million', 'Earn $1 Million'],
    ['the `<think>` tag', 'the <think> tag'],
    ['(\textit{HR-ED})', '(HR-ED)'],
    ['nothing to do', 'nothing to do']
  ])('%s', (text, plain) => {
    expect(plainText(text)).toBe(plain)
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

  it('takes a backslash that became a tab as no indent', () => {
    expect(splitLines('\textit{a}\n\textbf{b}')).toEqual([
      { depth: 0, marker: null, text: '\\textit{a}' },
      { depth: 0, marker: null, text: '\\textbf{b}' }
    ])
  })
})
