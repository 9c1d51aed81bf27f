import { describe, expect, it } from 'vitest'
import { ArchiveLibrary, makeArchive, Picker } from './archive.ts'
import { ALL, indexedSearch, scanningSearch } from './searches.ts'
import { korean, textOf, typingStates } from './truth.ts'
import { nouns } from './words.ts'

const papers = makeArchive(400, 12)
const library = new ArchiveLibrary().fill(papers)
const index = indexedSearch(library)
const scan = scanningSearch(library)
const holding = (...patterns: RegExp[]): number[] =>
  papers.flatMap((paper, i) => (patterns.every((pattern) => pattern.test(textOf(paper))) ? [i + 1] : []))

const pick = new Picker(5)
const typed = Array.from({ length: 60 }, () => {
  const [word, next] = [pick.skewed(nouns), pick.skewed(nouns)]
  return typingStates(next).map((state) => ({ word, ...state }))
}).flat()

describe('a syllable being typed', () => {
  it('finds every paper that holds what it becomes', () => {
    for (const { word, typed: state, target } of typed) {
      const { ids } = index.query(`${word} ${state}`, ALL)
      const missed = holding(korean(word), new RegExp(target)).filter((id) => !ids.includes(id))
      expect(missed, `${word} ${state}`).toEqual([])
    }
  })

  it('finds the same by the index as by a scan', () => {
    for (const { word, typed: state } of typed) {
      for (const query of [`${word} ${state}`, state]) {
        expect(index.query(query, ALL), query).toEqual(scan.query(query, ALL))
      }
    }
  })

  it('is taken as finished once a space follows', () => {
    expect(index.query('언어 몯', ALL).total).toBeGreaterThan(0)
    expect(index.query('언어 몯 ', ALL).total).toBe(0)
  })
})
