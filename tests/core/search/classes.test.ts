import { describe, expect, it } from 'vitest'
import { ArchiveLibrary, makeArchive, Picker, type ArchivePaper } from './archive.ts'
import { ALL, indexedSearch, scanningSearch } from './searches.ts'
import { english, korean, textOf } from './truth.ts'
import { chains, english as englishWords, names, nouns, particles } from './words.ts'

const papers = makeArchive(400, 11)
const texts = papers.map(textOf)
const library = new ArchiveLibrary().fill(papers)
const index = indexedSearch(library)
const scan = scanningSearch(library)

const someone: ArchivePaper = {
  title: '',
  arxivId: '',
  day: '2024-01-01',
  authors: [],
  summary: [],
  note: ''
}

interface Case {
  query: string
  /** A paper that holds what is meant. */
  holds: (text: string, paper: ArchivePaper) => boolean
}

const all =
  (...patterns: RegExp[]) =>
  (text: string): boolean =>
    patterns.every((pattern) => pattern.test(text))

const koreanWordsOf = (paper: ArchivePaper): string[] =>
  paper.summary.flatMap(({ text }) => text.match(/[가-힣]{2,}/g) ?? [])

/** `make` on random papers, where it finds something to ask. */
function cases(seed: number, make: (pick: Picker, paper: ArchivePaper) => Case[]): Case[] {
  const pick = new Picker(seed)
  return Array.from({ length: 60 }, () => make(pick, pick.one(papers))).flat()
}

const classes: Record<string, Case[]> = {
  'a stem through particles': nouns.map((noun) => ({ query: noun, holds: all(korean(noun)) })),
  'a stem with its particle': cases(1, (pick) => {
    const query = pick.skewed(nouns) + pick.one(particles)
    return [{ query: `${query} `, holds: all(korean(query)) }]
  }),
  'joined and spaced': cases(2, (pick) => {
    const [one, two] = [pick.skewed(nouns), pick.skewed(nouns)]
    return [
      { query: one + two, holds: all(korean(one + two)) },
      { query: `${one} ${two}`, holds: all(korean(one), korean(two)) }
    ]
  }),
  'inside of a word': cases(3, (pick, paper) => {
    const long = koreanWordsOf(paper).find((word) => word.length >= 4) ?? '데이터셋'
    const query = long.slice(1, 3 + pick.number(2))
    return [{ query: `${query} `, holds: all(korean(query)) }]
  }),
  case: cases(4, (pick) => {
    const word = pick.one([...names, ...pick.times(2, 2, () => pick.skewed(englishWords))])
    return [word.toUpperCase(), word.toLowerCase()].map((query) => ({ query, holds: all(english(word)) }))
  }),
  'a word being typed': cases(5, (pick) => {
    const query = pick.skewed(englishWords).slice(0, 2 + pick.number(7))
    return [{ query, holds: all(english(query)) }]
  }),
  'the tail of a compound name': names
    .flatMap((name) => name.split(/(?<=[a-z])(?=[A-Z])/).slice(1))
    .map((query) => ({ query, holds: all(english(query)) })),
  hyphens: chains.flatMap((parts) => [
    { query: parts.join('-'), holds: all(english(parts.join(''), '[-._’ ]?')) },
    { query: parts.join(' '), holds: all(...parts.map((part) => english(part))) },
    {
      query: parts.join(''),
      holds: all(
        parts.join('').length >= 7 || /^\d/.test(parts[1] ?? '')
          ? english(parts.join(''), '[-._’ ]?')
          : english(parts.join(''))
      )
    }
  ]),
  accents: [
    'Nunez',
    'muller',
    'Wisniewski',
    'ostergard',
    'Garcia',
    'nguyen',
    'Celik',
    'dvorak',
    'Søren',
    'Łukasz',
    'lukasz',
    'Zoë'
  ].map((query) => ({
    query,
    holds: all(english(textOf({ ...someone, title: query }).split(' |')[0] ?? ''))
  })),
  authors: cases(6, (pick, paper) => {
    const query = pick.one(paper.authors)
    return [
      {
        query,
        holds: all(
          ...query.split(' ').map((name) => english(textOf({ ...someone, title: name }).split(' |')[0] ?? ''))
        )
      }
    ]
  }),
  'arXiv ids': cases(7, (_, { arxivId }) =>
    [
      arxivId,
      `${arxivId}v3`,
      `arXiv:${arxivId}`,
      `https://arxiv.org/abs/${arxivId}v1`,
      `http://export.arxiv.org/pdf/${arxivId}.pdf`,
      `huggingface.co/papers/${arxivId}`
    ].map((query) => ({ query, holds: (_text, paper) => paper.arxivId === arxivId }))
  ),
  'several terms': cases(8, (pick, paper) => {
    const [title, stem] = [pick.one(paper.title.match(/[A-Za-z0-9-]+/g) ?? ['a']), pick.skewed(nouns)]
    const query = pick.one([`${stem} ${title}`, `${title} ${stem}`])
    return [{ query, holds: all(english(title, '[-._’ ]?'), korean(stem)) }]
  }),
  'one and two characters': cases(9, (pick) => {
    const noun = pick.skewed(nouns)
    const word = pick.skewed(englishWords)
    return [
      { query: noun.charAt(0), holds: all(korean(noun.charAt(0))) },
      { query: noun.slice(0, 2), holds: all(korean(noun.slice(0, 2))) },
      { query: word.slice(0, 1), holds: all(english(word.slice(0, 1))) },
      { query: word.slice(0, 2), holds: all(english(word.slice(0, 2))) }
    ]
  })
}

describe.each(Object.entries(classes))('%s', (_, asked) => {
  it('is found by the index as by a scan, in the same order', () => {
    for (const { query } of asked) expect(index.query(query, ALL), query).toEqual(scan.query(query, ALL))
  })

  it('is found completely, and little else', () => {
    let [found, right, wanted] = [0, 0, 0]
    const missed: string[] = []
    for (const { query, holds } of asked) {
      const ids = new Set(index.query(query, ALL).ids)
      const truth = papers.flatMap((paper, i) => (holds(texts[i] ?? '', paper) ? [i + 1] : []))
      const hit = truth.filter((id) => ids.has(id)).length
      if (hit < truth.length) missed.push(query)
      found += ids.size
      right += hit
      wanted += truth.length
    }
    expect(wanted).toBeGreaterThan(0)
    expect(missed).toEqual([])
    expect(right / found).toBeGreaterThanOrEqual(0.98)
  })
})
