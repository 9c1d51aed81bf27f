import { describe, expect, it } from 'vitest'
import { mergeStable } from '../../../src/renderer/features/papers/merge.ts'
import { namesText, paperLinks, topPercent } from '../../../src/renderer/features/papers/words.ts'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'

describe('the names of a row', () => {
  it('say how many more there are, and that a list was cut', () => {
    useLanguage('en', [])
    const names = (authors: string[], authorCount: number, authorsComplete = true): string =>
      namesText({ authors, authorCount, authorsComplete })
    expect(names(['Hugo Laurençon', 'B', 'C'], 4)).toBe('Hugo Laurençon and 3 more')
    expect(names(['Ada Lovelace'], 1)).toBe('Ada Lovelace')
    expect(names(['Ada Lovelace'], 1, false)).toBe('Ada Lovelace and others')
    expect(names([], 0)).toBe('no authors listed')
    useLanguage('ko', [])
    expect(names(['Hugo Laurençon', 'B', 'C'], 1234)).toBe('Hugo Laurençon 외 1,233명')
  })
})

describe('the place within a day', () => {
  it('is rounded up, and never better than the first percent', () => {
    expect(topPercent(0.8)).toBe(20)
    expect(topPercent(0.801)).toBe(20)
    expect(topPercent(1)).toBe(1)
    expect(topPercent(0)).toBe(100)
  })
})

describe('links of a paper', () => {
  it('come from its arXiv id, else from the digest', () => {
    expect(paperLinks({ arxivId: '2312.11514', url: 'x' }).map((link) => link.url)).toEqual([
      'https://arxiv.org/abs/2312.11514',
      'https://arxiv.org/pdf/2312.11514',
      'https://huggingface.co/papers/2312.11514'
    ])
    expect(paperLinks({ arxivId: null, url: 'https://a.b' })).toEqual([
      { kind: 'source', url: 'https://a.b' }
    ])
  })
})

describe('a list that is reloaded', () => {
  it('keeps what was dealt with where it was', () => {
    expect(mergeStable([1, 2, 3, 4], [1, 3, 4], new Set([2]))).toEqual([1, 2, 3, 4])
    expect(mergeStable([1, 2, 3], [3, 9], new Set([1, 2]))).toEqual([1, 2, 3, 9])
    expect(mergeStable([1, 2, 3], [9, 1, 8], new Set([2]))).toEqual([9, 1, 2, 8])
    expect(mergeStable([1, 2, 3], [], new Set())).toEqual([])
  })
})
