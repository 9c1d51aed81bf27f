import { describe, expect, it } from 'vitest'
import { completions } from '../../../src/core/search/hangul.ts'

/** All that a syllable can become, with `…` for any syllable that a consonant begins. */
const become = (syllable: string): string[] =>
  completions(syllable).map(
    ({ stays, low, high }) => `${stays}${String.fromCharCode(low)}-${String.fromCharCode(high)}`
  )

describe('completions', () => {
  it('gives an open syllable its finals, and the vowels that grow from its own', () => {
    expect(become('모')).toEqual(['목-묗'])
    expect(become('마')).toEqual(['막-맣'])
    expect(become('으')).toEqual(['윽-읳'])
  })

  it('moves a final to the next syllable', () => {
    expect(become('몯')).toEqual(['모다-딯'])
    expect(become('있')).toEqual(['이싸-앃'])
  })

  it('splits a final of two letters, and grows one of one', () => {
    expect(become('홗')).toEqual(['확사-싷'])
    expect(become('달')).toEqual(['다라-맇', '닭-닳'])
  })

  it('lets a lone consonant begin any of its syllables', () => {
    expect(become('ㅁ')).toEqual(['마-밓'])
  })

  it('has nothing for vowels, pairs of letters, and other scripts', () => {
    for (const char of ['ㅏ', 'ㄳ', 'a', '漢', '', '😀']) expect(become(char)).toEqual([])
  })
})
