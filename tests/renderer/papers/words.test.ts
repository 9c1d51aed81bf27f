import { describe, expect, it } from 'vitest'
import type { PaperLink } from '../../../src/contract/model.ts'
import { mergeStable } from '../../../src/renderer/features/papers/merge.ts'
import {
  linkDetail,
  linkPlace,
  moreLinks,
  namesText,
  pageLinks,
  rankText,
  topPercent
} from '../../../src/renderer/features/papers/words.ts'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'

describe('the names of a row', () => {
  it('say how many more there are, and that a list was cut', () => {
    useLanguage('en', [])
    const names = (authors: string[], authorCount: number, authorsComplete = true): string =>
      Object.values(namesText({ authors, authorCount, authorsComplete })).join('')
    expect(names(['Hugo Laurençon', 'B', 'C'], 4)).toBe('Hugo Laurençon and 3 more')
    expect(names(['Ada Lovelace'], 1)).toBe('Ada Lovelace')
    expect(names(['Ada Lovelace'], 1, false)).toBe('Ada Lovelace and others')
    expect(names([], 0)).toBe('no authors listed')
    useLanguage('ko', [])
    expect(names(['Hugo Laurençon', 'B', 'C'], 1234)).toBe('Hugo Laurençon 외 1,233명')
  })
})

describe('the place within a day', () => {
  it('is the share of papers with as many votes or more, rounded up', () => {
    expect(topPercent(10.5 / 11, 11)).toBe(10)
    expect(topPercent(0.9, 5)).toBe(20)
    expect(topPercent(0.5, 1)).toBe(100)
    expect(topPercent(0, 4)).toBe(100)
  })

  it('is told of the better half only', () => {
    useLanguage('en', [])
    const place = (fewer: number, total: number): string | null =>
      rankText({ votes: 7, percentile: (fewer + 0.5) / total }, total)
    expect(place(10, 11)).toBe('top 10% of its day')
    expect(place(5, 10)).toBe('top 50% of its day')
    expect(place(4, 10)).toBeNull()
    expect(rankText({ votes: null, percentile: null }, 10)).toBeNull()
  })
})

describe('links of a paper', () => {
  it('come from its arXiv id, else from the digest', () => {
    expect(pageLinks({ arxivId: '2312.11514', url: 'x' }).map((link) => link.url)).toEqual([
      'https://arxiv.org/abs/2312.11514',
      'https://arxiv.org/pdf/2312.11514',
      'https://huggingface.co/papers/2312.11514'
    ])
    expect(pageLinks({ arxivId: null, url: 'https://a.b' })).toEqual([{ kind: 'source', url: 'https://a.b' }])
  })

  it('to code and pages are told apart by their owner, or their host', () => {
    expect(linkDetail({ kind: 'code', url: 'https://github.com/a/b/tree/main' })).toBe('a/b')
    expect(linkDetail({ kind: 'code', url: 'https://github.com/a/b.git' })).toBe('a/b')
    expect(linkDetail({ kind: 'dataset', url: 'https://huggingface.co/datasets/a/b' })).toBe('a/b')
    expect(linkDetail({ kind: 'project', url: 'https://www.a.github.io/b' })).toBe('a.github.io')
    expect(linkDetail({ kind: 'code', url: `https://github.com/a/${'b'.repeat(60)}` })).toBe('')
  })

  it('say where they lead', () => {
    expect(linkPlace('https://github.com/a/b?c=d')).toBe('github.com/a/b')
    expect(linkPlace('https://a.b/')).toBe('a.b')
    expect(linkPlace(`https://a.b/${'c'.repeat(200)}`)).toHaveLength(81)
  })

  it('are http(s), once each, and not without end', () => {
    const link = (url: string): PaperLink => ({ kind: 'code', url })
    expect(moreLinks({ links: [link('javascript:x'), link('https://a.b'), link('https://a.b')] })).toEqual([
      link('https://a.b')
    ])
    const many = Array.from({ length: 50 }, (_, index) => link(`https://a.b/${index}`))
    expect(moreLinks({ links: many })).toHaveLength(12)
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
