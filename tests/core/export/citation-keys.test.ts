import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationKeyStem, uniqueKey } from '../../../src/core/export/citation-keys.ts'
import keys from '../../fixtures/citations/keys.json' with { type: 'json' }
import { hostilePaper } from './bibtex/papers.ts'

describe('a citation key', () => {
  it.each(keys)('$case', ({ key, ...paper }) => {
    expect(citationKeyStem(paper)).toBe(key)
  })

  it('is letters and digits with a letter among them, whatever the title', () => {
    fc.assert(
      fc.property(hostilePaper, (paper) => {
        expect(citationKeyStem(paper)).toMatch(/^[0-9]*[A-Za-z][A-Za-z0-9]*$/)
      }),
      { numRuns: 400 }
    )
  })
})

describe('a unique key', () => {
  const taking = (keys: readonly string[]) => (key: string) => keys.includes(key.toLowerCase())

  it('is the stem where nobody has it', () => {
    expect(uniqueKey('onKeys2023', taking([]))).toBe('onKeys2023')
  })

  it('has the first free suffix, without regard to case where the caller says so', () => {
    expect(uniqueKey('onKeys2023', taking(['onkeys2023']))).toBe('onKeys2023a')
    expect(uniqueKey('onKeys2023', taking(['onkeys2023', 'onkeys2023b']))).toBe('onKeys2023a')
    expect(uniqueKey('onKeys2023', taking(['onkeys2023', 'onkeys2023a']))).toBe('onKeys2023b')
  })

  it('goes on after z with aa, after zz with aaa', () => {
    const taken = new Set<string>()
    for (let i = 0; i < 1 + 26 + 26 * 26 + 1; i++) taken.add(uniqueKey('k', (key) => taken.has(key)))
    const inOrder = [...taken]
    expect(inOrder.slice(0, 3)).toEqual(['k', 'ka', 'kb'])
    expect(inOrder.slice(26, 29)).toEqual(['kz', 'kaa', 'kab'])
    expect(inOrder.slice(-2)).toEqual(['kzz', 'kaaa'])
  })
})
