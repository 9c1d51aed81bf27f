import { describe, expect, it } from 'vitest'
import { ArchiveLibrary, makeArchive, Picker, type ArchivePaper } from './archive.ts'
import { indexedSearch } from './searches.ts'
import { english, surnames, syllables } from './words.ts'

/** Titles and authors as varied as those of a real archive: most words and names are rare, few are everywhere. */
function variedArchive(count: number, seed: number): ArchivePaper[] {
  const pick = new Picker(seed)
  const coin = (): string => pick.times(2, 4, () => pick.one(syllables)).join('')
  const [words, families] = [
    [...english, ...pick.times(2000, 2000, coin)],
    [...surnames, ...pick.times(800, 800, coin)]
  ]
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
  return makeArchive(count, seed).map((paper) => ({
    ...paper,
    title: pick.times(6, 11, () => capital(pick.skewed(words))).join(' '),
    authors: paper.authors.map((author) => `${author.split(' ')[0] ?? ''} ${capital(pick.one(families))}`)
  }))
}

const papers = variedArchive(1500, 31)
const search = indexedSearch(new ArchiveLibrary().fill(papers))

/** Mean reciprocal rank of the paper that a query was made from; 0 where it is not among the first 50. */
function meanReciprocalRank(make: (pick: Picker, paper: ArchivePaper) => string): number {
  const pick = new Picker(77)
  const ranks = Array.from({ length: 150 }, () => {
    const id = pick.number(papers.length) + 1
    const paper = papers[id - 1]
    const rank = paper ? search.query(make(pick, paper), 50).ids.indexOf(id) : -1
    return rank < 0 ? 0 : 1 / (rank + 1)
  })
  return ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length
}

const titleWord = (pick: Picker, paper: ArchivePaper): string => pick.one(paper.title.split(' '))
const stem = (pick: Picker, paper: ArchivePaper): string =>
  pick.one(paper.summary.flatMap(({ text }) => text.match(/[가-힣]{2,4}/g) ?? []))

describe('a paper that is known', () => {
  it('comes first or nearly so by two words of its title', () => {
    const mean = meanReciprocalRank((pick, { title }) => {
      const words = title.split(' ')
      const at = pick.number(words.length - 1)
      return words.slice(at, at + 2).join(' ')
    })
    expect(mean).toBeGreaterThanOrEqual(0.93)
  })

  it('comes first while its title is typed', () => {
    const mean = meanReciprocalRank((pick, { title }) =>
      title.slice(0, Math.floor(title.length * (0.4 + pick.random() * 0.6)))
    )
    expect(mean).toBeGreaterThanOrEqual(0.98)
  })

  it('comes high by a surname and a word of its title', () => {
    const mean = meanReciprocalRank(
      (pick, paper) => `${pick.one(paper.authors).split(' ')[1] ?? ''} ${titleWord(pick, paper)}`
    )
    expect(mean).toBeGreaterThanOrEqual(0.72)
  })

  it('comes high by a word of its title and two Korean stems', () => {
    const mean = meanReciprocalRank((pick, paper) => {
      const korean = paper.summary.some(({ text }) => /[가-힣]{2}/.test(text))
      return korean ? `${titleWord(pick, paper)} ${stem(pick, paper)} ${stem(pick, paper)}` : paper.title
    })
    expect(mean).toBeGreaterThanOrEqual(0.78)
  })
})

describe('the order of hits', () => {
  const ranked = (query: string, ...made: Partial<ArchivePaper>[]): number[] => {
    const library = new ArchiveLibrary()
    made.forEach((changes, index) => {
      library.put(index + 1, {
        title: 'x',
        arxivId: `2403.0000${index}`,
        day: '2024-03-11',
        authors: [],
        summary: [],
        note: '',
        ...changes
      })
    })
    return indexedSearch(library).query(query, 10).ids
  }
  const said = (...texts: string[]): ArchivePaper['summary'] => texts.map((text) => ({ label: null, text }))

  it('puts title over authors over notes over summary', () => {
    const order = ranked(
      'grace',
      { summary: said('grace') },
      { note: 'grace' },
      { authors: ['Ana Grace'] },
      { title: 'On Grace' }
    )
    expect(order).toEqual([4, 3, 2, 1])
  })

  it('puts a whole word over the beginning of one', () => {
    expect(ranked('rag', { title: 'Using ragged sets' }, { title: 'Using RAG' })).toEqual([2, 1])
    expect(ranked('확산', { title: '새 확산모델' }, { title: '새 확산' })).toEqual([2, 1])
  })

  it('puts what is said more often first', () => {
    expect(
      ranked(
        '토큰',
        { summary: said('토큰을') },
        { summary: said('토큰은', '토큰과 토큰') },
        { summary: said('토큰 토큰') }
      )
    ).toEqual([2, 3, 1])
  })

  it('puts a title that begins with the query on top, then one that contains it', () => {
    const order = ranked(
      'deep sets',
      { title: 'Sets that go deep' },
      { title: 'On deep sets' },
      { title: 'Deep Sets' }
    )
    expect(order).toEqual([3, 2, 1])
  })

  it('puts the newest first among equals, then the smaller id, and papers without a day last', () => {
    const days = ['2023-12-08', '', '2024-08-26', '2023-12-08']
    expect(ranked('x', ...days.map((day) => ({ day })))).toEqual([3, 1, 4, 2])
  })
})
