import { FIELD_BITS, FOUND, WHOLE, type Match } from './match.ts'
import { fields, type Field, type PaperText } from './papers.ts'

/** Papers that match, with their scores; the two arrays go together. */
export interface Hits {
  readonly papers: PaperText[]
  readonly scores: number[]
}

/** Points of a term for each field: found, a word of its own. The summary counts places: 1, 2, 3 and more. */
const POINTS: Record<Field, readonly [found: number, whole: number, often: number]> = {
  title: [8, 12, 12],
  authors: [5, 8, 8],
  notes: [3, 5, 5],
  summary: [1, 2, 4]
}

/** Points of every possible match. */
const scores = Uint8Array.from({ length: 1 << (FIELD_BITS * fields.length) }, (_, match) =>
  fields.reduce((sum, field, i) => {
    const bits = (match >> (i * FIELD_BITS)) & (FOUND | WHOLE)
    return sum + (bits === 0 ? 0 : (POINTS[field][bits - 1] ?? 0))
  }, 0)
)

/** What one term's match is worth. */
export const scoreOf = (match: Match): number => scores[match] ?? 0

/** As many of the best are compared with the whole query. */
const HEAD = 200
const TITLE_BEGINS = 15
const HOLDS = 10

const TITLE = fields.indexOf('title')
const AUTHORS = fields.indexOf('authors')

interface Hit {
  paper: PaperText
  score: number
}

const better = (a: Hit, b: Hit): number =>
  b.score - a.score || b.paper.day - a.paper.day || a.paper.id - b.paper.id

/** Room for a day below a score. */
const DAYS = 1e8

/** The `count`th largest of the keys, which are left in another order: Hoare's quickselect, CACM 4 (1961) 321. */
function select(keys: Float64Array, count: number): number {
  const at = (index: number): number => keys[index] ?? 0
  for (let low = 0, high = keys.length - 1; low < high;) {
    const pivot = at((low + high) >> 1)
    let i = low
    let j = high
    while (i <= j) {
      while (at(i) > pivot) i++
      while (at(j) < pivot) j--
      if (i > j) break
      const swapped = at(i)
      keys[i++] = at(j)
      keys[j--] = swapped
    }
    if (count - 1 <= j) high = j
    else if (count - 1 >= i) low = i
    else break
  }
  return at(count - 1)
}

/** The best `count` hits in order. */
function best({ papers, scores }: Hits, count: number): Hit[] {
  const keyOf = (paper: PaperText, index: number): number => (scores[index] ?? 0) * DAYS + paper.day
  const least = papers.length > count ? select(Float64Array.from(papers, keyOf), count) : 0
  const hits: Hit[] = []
  papers.forEach((paper, index) => {
    if (keyOf(paper, index) >= least) hits.push({ paper, score: scores[index] ?? 0 })
  })
  return hits.sort(better).slice(0, count)
}

const fieldOf = ({ chars, ends }: PaperText, field: number): string =>
  chars.slice(ends[field - 1] ?? 0, ends[field]).replaceAll(' ', '')

function bonus(paper: PaperText, phrase: string): number {
  const title = fieldOf(paper, TITLE)
  const begins = title.startsWith(phrase) ? TITLE_BEGINS : 0
  return begins + (title.includes(phrase) || fieldOf(paper, AUTHORS).includes(phrase) ? HOLDS : 0)
}

/**
 * Ids of the best `limit` papers, best first. Of papers with equal points the newest come first, then those with
 * smaller ids.
 */
export function rank(hits: Hits, phrase: string, limit: number): number[] {
  const sorted = best(hits, Math.max(limit, HEAD))
  const head = sorted
    .slice(0, HEAD)
    .map(({ paper, score }) => ({ paper, score: score + bonus(paper, phrase) }))
  return [...head.sort(better), ...sorted.slice(HEAD)].slice(0, limit).map(({ paper }) => paper.id)
}
