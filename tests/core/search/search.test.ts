import { describe, expect, it } from 'vitest'
import { initial } from '../../../src/core/db/migrations/001-initial.ts'
import { ArchiveLibrary, makeArchive, type ArchivePaper } from './archive.ts'
import { ALL, heldSearch, indexedSearch, scanningSearch } from './searches.ts'

const paper = (arxivId: string, changes: Partial<ArchivePaper> = {}): ArchivePaper => ({
  title: 'A paper',
  arxivId,
  day: '2024-03-11',
  authors: [],
  summary: [],
  note: '',
  ...changes
})

const libraryOf = (...papers: Partial<ArchivePaper>[]): ArchiveLibrary =>
  new ArchiveLibrary().fill(papers.map((changes, index) => paper(`2403.0000${index}`, changes)))

const ids = (library: ArchiveLibrary, query: string): number[] => {
  const found = indexedSearch(library).query(query, ALL)
  expect(scanningSearch(library).query(query, ALL)).toEqual(found)
  return found.ids
}

describe('a query', () => {
  it('finds terms in different fields, in any order', () => {
    const library = libraryOf(
      {
        title: 'Sharp Shadows',
        authors: ['Ana Nguyễn'],
        summary: [{ label: 'Performance Highlights', text: '확산 모델을 쓴다' }],
        note: 'ask Priya'
      },
      { title: 'Sharp Edges', authors: ['Ana Kim'] }
    )
    for (const query of ['nguyen shadows', '모델 sharp', 'priya 확산', 'highlights ana', 'sharp ana 쓴다']) {
      expect(ids(library, query), query).toEqual([1])
    }
    expect(ids(library, 'ana sharp')).toEqual([1, 2])
    expect(ids(library, 'ana missing')).toEqual([])
  })

  it('does not find what spans two fields, two names or two bullets', () => {
    const library = libraryOf({
      title: '언어',
      authors: ['김모델', '이확'],
      summary: [
        { label: null, text: '끝은 산' },
        { label: null, text: '모델' }
      ]
    })
    for (const query of ['언어김', '확끝', '산모델', '모델이'])
      expect(ids(library, `${query} `), query).toEqual([])
  })

  it('finds papers by old and new arXiv ids in every spelling', () => {
    const library = libraryOf({})
    library.put(2, paper('cs/0112017'))
    library.put(3, paper('2312.06655'))
    for (const query of ['cs/0112017', 'arXiv:cs/0112017v2', 'https://arxiv.org/pdf/cs/0112017']) {
      expect(ids(library, query), query).toEqual([2])
    }
    for (const query of [
      '2312.06655',
      '2312.06655v12',
      'https://hf.co/papers/2312.06655?a=b',
      'arxiv.org/abs/2312.066'
    ]) {
      expect(ids(library, query), query).toEqual([3])
    }
  })

  it('finds words over their hyphens and spaces, both ways', () => {
    const library = libraryOf(
      { title: 'GPT-4 by k-means' },
      { title: 'GPT4 by k means' },
      { title: 'gpt 4 by kmeans' },
      { title: 'Text to image for mathematics' }
    )
    for (const query of ['gpt-4', 'gpt4', 'GPT 4']) expect(ids(library, query), query).toEqual([1, 2, 3])
    expect(ids(library, 'k-means').toSorted()).toEqual([1, 2, 3])
    expect(ids(library, 'texttoimage')).toEqual([4])
    expect(ids(library, 'format')).toEqual([])
  })

  it('finds Chinese and Japanese inside of their text', () => {
    const library = libraryOf({ title: '大規模言語モデルの評価' }, { title: '𠮷野家' })
    expect(ids(library, '言語モデル')).toEqual([1])
    expect(ids(library, 'ﾓﾃﾞﾙ')).toEqual([1])
    expect(ids(library, '𠮷')).toEqual([2])
  })

  it('takes a lone syllable as typed where that finds enough', () => {
    const library = libraryOf({ title: '성' }, { title: '서울' }, { title: '모델' })
    expect(ids(library, '성')).toEqual([1])
    expect(ids(library, '몯')).toEqual([3])
    expect(ids(library, '서울 몯')).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \t\n '],
    ['punctuation', '--- "*?!" (.)'],
    ['emoji', '😀👩‍👩‍👧'],
    ['a lone surrogate', '\ud83d'],
    ['combining marks', '\u0301\u0301'],
    ['invisible characters', '\u200b\u2060']
  ])('of %s gives nothing', (_, query) => {
    expect(ids(libraryOf({ title: 'A model 😀' }), query)).toEqual([])
  })

  it.each([
    ['jamo', 'ㅁㄷ'],
    ['regular expression characters', '.*[a-z]+(?='],
    ['names of object properties', '__proto__ constructor toString'],
    ['a long word', 'x'.repeat(10_000)],
    ['a long Korean word', '언어모델'.repeat(2_500)],
    ['many words', Array.from({ length: 5_000 }, (_, i) => String.fromCharCode(0xac00 + i)).join(' ')],
    ['the same word again and again', 'model '.repeat(1_600)],
    ['more than is read', '모델 '.repeat(20_000)]
  ])('of %s has an answer', (_, query) => {
    const library = new ArchiveLibrary().fill(makeArchive(100, 3))
    ids(library, query)
  })

  it('gives as many as asked for, and counts all', () => {
    const library = new ArchiveLibrary().fill(makeArchive(300, 4))
    const search = indexedSearch(library)
    const all = search.query('모델', ALL)
    expect(all.total).toBeGreaterThan(200)
    expect(all.ids).toHaveLength(all.total)
    for (const limit of [0, 1, 10, 250]) {
      const some = search.query('모델', limit)
      expect(some.total).toBe(all.total)
      expect(some.ids).toEqual(all.ids.slice(0, limit))
    }
  })
})

describe('while the index is built', () => {
  it('answers as when it stands, after every slice', () => {
    const library = new ArchiveLibrary().fill(makeArchive(300, 5))
    const done = indexedSearch(library)
    const queries = ['모델', '언어 몯', 'diffusion model', 'gpt-4', '확산모델', 'kim', '2305']
    const answers = queries.map((query) => done.query(query, 20))
    const search = heldSearch(library)
    do {
      expect(queries.map((query) => search.query(query, 20))).toEqual(answers)
    } while (search.turn())
  })

  it('does nothing until it is its turn, and nothing after it was closed', () => {
    const library = new ArchiveLibrary().fill(makeArchive(50, 6))
    const search = heldSearch(library)
    search.close()
    library.db.close()
    search.finish()
    expect(search.query('모델', 10)).toEqual({ ids: [], total: 0 })
  })
})

describe('refresh', () => {
  it('shows a changed note, title and a hidden paper at once', () => {
    const library = libraryOf({ title: 'Tall trees' }, { title: 'Small trees' })
    const search = indexedSearch(library)
    library.setNote(1, '다시 읽기')
    search.refresh([1])
    expect(search.query('다시', ALL).ids).toEqual([1])
    library.setNote(1, '')
    library.put(2, paper('2403.00001', { title: 'Small flowers' }))
    search.refresh([1, 2])
    expect(search.query('다시', ALL).ids).toEqual([])
    expect(search.query('trees', ALL).ids).toEqual([1])
    library.hide(1)
    search.refresh([1])
    expect(search.query('trees', ALL).ids).toEqual([])
    library.put(1, paper('2403.00000', { title: 'Tall trees' }))
    search.refresh([1])
    expect(search.query('trees', ALL).ids).toEqual([1])
  })

  it('takes up papers that came, in large numbers and as a whole', () => {
    const papers = makeArchive(120, 8)
    const library = new ArchiveLibrary().fill(papers.slice(0, 20))
    const search = indexedSearch(library)
    library.fill(papers)
    const fresh = indexedSearch(library).query('모델', ALL)
    search.refresh(papers.map((_, index) => index + 1))
    expect(search.query('모델', ALL)).toEqual(fresh)
    search.finish()
    expect(search.query('모델', ALL)).toEqual(fresh)
    search.refresh('all')
    expect(search.query('모델', ALL)).toEqual(fresh)
    search.finish()
    expect(search.query('모델', ALL)).toEqual(fresh)
  })

  it('keeps its answers through thousands of changes', () => {
    const library = new ArchiveLibrary().fill(makeArchive(30, 9))
    const search = indexedSearch(library)
    for (let change = 0; change < 1_500; change++) {
      const id = (change % 30) + 1
      library.setNote(id, `note ${change} 모델 ${change % 7 === 0 ? '확산' : ''}`)
      search.refresh([id])
      if (change % 50 === 0) search.turn()
      if (change % 100 === 0) {
        expect(search.query('확산 모델 note', ALL)).toEqual(
          scanningSearch(library).query('확산 모델 note', ALL)
        )
      }
    }
    search.finish()
    expect(search.query('note 1499', ALL).ids).toEqual([30])
    expect(search.query('확산', ALL)).toEqual(indexedSearch(library).query('확산', ALL))
  })

  it('gets over a library that can not be read for a while', () => {
    const library = libraryOf({ title: 'Tall trees' })
    const search = heldSearch(library)
    library.db.exec('DROP VIEW visible_papers')
    search.turn()
    expect(() => search.query('trees', ALL)).toThrow()
    library.db.exec(initial.slice(initial.indexOf('CREATE VIEW')))
    expect(search.query('trees', ALL).ids).toEqual([1])
  })
})
