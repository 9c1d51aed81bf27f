import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ArchiveLibrary, makeArchive, type ArchivePaper } from './archive.ts'
import { ALL, heldSearch, indexedSearch, scanningSearch, type HeldSearch } from './searches.ts'

const PAPERS = 24
const versions = makeArchive(PAPERS * 4, 21)
const queries = [
  '모델',
  '언어 몯',
  '데이터',
  'model',
  'gpt-4',
  'texttoimage',
  '확산모델',
  'ki',
  '메모 3',
  'ㅎ',
  'kim 학습'
]

const id = fc.integer({ min: 1, max: PAPERS })

/** What can happen to a library, and to the search that is told about it. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), id, version: fc.integer({ min: 0, max: 3 }) }),
  fc.record({
    kind: fc.constant('note' as const),
    id,
    text: fc.constantFrom('', '메모 3', '확산 모델 메모', 'GPT 4')
  }),
  fc.record({ kind: fc.constant('hide' as const), id }),
  fc.record({ kind: fc.constant('tell' as const), all: fc.boolean() }),
  fc.record({ kind: fc.constant('turn' as const) }),
  fc.record({ kind: fc.constant('query' as const), query: fc.constantFrom(...queries) })
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

const versionOf = (id: number, version: number): ArchivePaper => {
  const paper = versions[(id - 1) * 4 + version]
  const first = versions[(id - 1) * 4]
  if (!paper || !first) throw new Error('no such version')
  return { ...paper, arxivId: first.arxivId }
}

/** Runs a story; `told` collects papers that changed since the search was told last. */
function live(story: readonly Happening[], library: ArchiveLibrary, search: HeldSearch): void {
  const told = new Set<number>()
  const tell = (all: boolean): void => {
    if (all) search.refresh('all')
    else search.refresh([...told])
    told.clear()
  }
  for (const one of story) {
    if (one.kind === 'put') library.put(one.id, versionOf(one.id, one.version))
    else if (one.kind === 'note') library.noteIfThere(one.id, one.text)
    else if (one.kind === 'hide') library.hide(one.id)
    else if (one.kind === 'tell') tell(one.all)
    else if (one.kind === 'turn') search.turn()
    else {
      tell(false)
      expect(search.query(one.query, ALL)).toEqual(scanningSearch(library).query(one.query, ALL))
    }
    if ('id' in one) told.add(one.id)
  }
  tell(false)
}

describe('random changes', () => {
  it('leave an index that answers as a fresh one', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (story) => {
        const library = new ArchiveLibrary()
        const search = heldSearch(library)
        live(story, library, search)
        const fresh = indexedSearch(library)
        for (const query of queries) expect(search.query(query, ALL)).toEqual(fresh.query(query, ALL))
        search.finish()
        for (const query of queries) expect(search.query(query, ALL)).toEqual(fresh.query(query, ALL))
      }),
      { numRuns: 60 }
    )
  })
})

describe('any text and any query', () => {
  const chars = fc.constantFrom(...'aB2-.가나모목ㄷ ( 漢も\u0301é/$'.split(''))
  const text = fc.string({ unit: chars, maxLength: 25 })

  it('have the same answer by the index as by a scan', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.array(text, { minLength: 1, maxLength: 8 }),
        (titles, asked) => {
          const library = new ArchiveLibrary()
          titles.forEach((title, index) => {
            library.put(index + 1, {
              ...versionOf(1, 0),
              arxivId: `x${index}`,
              title,
              authors: [title],
              summary: [{ label: null, text: title }],
              note: ''
            })
          })
          const index = indexedSearch(library)
          const scan = scanningSearch(library)
          for (const query of [...asked, ...titles])
            expect(index.query(query, ALL), query).toEqual(scan.query(query, ALL))
        }
      ),
      { numRuns: 300 }
    )
  })

  it('find a text by itself, by each of its words, and by their beginnings', () => {
    fc.assert(
      fc.property(text, (title) => {
        const library = new ArchiveLibrary()
        library.put(1, { ...versionOf(1, 0), title })
        const index = indexedSearch(library)
        const words = title
          .split(/\s+/)
          .filter((word) => index.query(word, 1).total > 0 || /[\p{L}\p{N}]/u.test(word))
        for (const word of [...words, ...words.map((word) => word.slice(0, 2))]) {
          if (/[a-z0-9가-힣]/iu.test(word)) expect(index.query(word, 1).ids, word).toEqual([1])
        }
      }),
      { numRuns: 300 }
    )
  })
})
