import { matchNeedle, matchTerm, type Match } from './match.ts'
import type { Term } from './needle.ts'
import type { PaperText } from './papers.ts'
import { Postings } from './postings.ts'
import { scoreOf, type Hits } from './rank.ts'
import { lookup, type Lookup } from './tokens.ts'

/** Below this many papers left, and where a term has so many times more, the texts are looked into instead. */
const FEW = 64
const CHEAPER = 16

interface Search {
  term: Term
  lookups: Lookup[]
  estimate: number
}

/**
 * Indexed papers. Each has a number here that is never given again: a paper that changes is added anew, and its
 * old number is dead, as are those of papers that went.
 */
export class Shelf {
  readonly #postings = new Postings()
  readonly #texts: (PaperText | undefined)[] = []
  readonly #numbers = new Map<number, number>()

  get size(): number {
    return this.#numbers.size
  }

  get dead(): number {
    return this.#texts.length - this.#numbers.size
  }

  /** The paper of a number; undefined: dead, or not given yet. */
  at(number: number): PaperText | undefined {
    return this.#texts[number]
  }

  /** Numbers given so far. */
  get given(): number {
    return this.#texts.length
  }

  has(id: number): boolean {
    return this.#numbers.has(id)
  }

  add(text: PaperText): void {
    this.remove(text.id)
    const number = this.#texts.length
    this.#postings.add(number, text)
    this.#texts.push(text)
    this.#numbers.set(text.id, number)
  }

  remove(id: number): void {
    const number = this.#numbers.get(id)
    if (number === undefined) return
    this.#texts[number] = undefined
    this.#numbers.delete(id)
  }

  /** Adds the papers that match all terms, with their scores, to the hits. */
  find(terms: readonly Term[], hits: Hits): void {
    const searches = terms.map((term): Search => {
      const lookups = term.needles.map(lookup)
      return { term, lookups, estimate: terms.length > 1 ? this.#estimate(lookups) : 0 }
    })
    searches.sort((a, b) => a.estimate - b.estimate)
    const scores = new Uint32Array(this.#texts.length)
    let left = this.#alive()
    for (const search of searches) {
      left = this.#among(left, search, scores)
      if (left.length === 0) return
    }
    for (const number of left) {
      const text = this.#texts[number]
      if (text === undefined) continue
      hits.papers.push(text)
      hits.scores.push(scores[number] ?? 0)
    }
  }

  #estimate(lookups: readonly Lookup[]): number {
    return lookups.reduce((sum, one) => sum + this.#postings.estimate(one, this.#texts.length), 0)
  }

  #alive(): number[] {
    return [...this.#numbers.values()]
  }

  /** Those of the papers left that match one more term; their scores grow. */
  #among(left: readonly number[], search: Search, scores: Uint32Array): number[] {
    const byText = left.length <= FEW || left.length * CHEAPER < search.estimate
    const matches = byText ? null : this.#matches(left, search)
    return left.filter((number) => {
      const match = matches ? (matches[number] ?? 0) : this.#look(search.term, number)
      scores[number] = (scores[number] ?? 0) + scoreOf(match)
      return match !== 0
    })
  }

  #look(term: Term, number: number): Match {
    const text = this.#texts[number]
    return text === undefined ? 0 : matchTerm(term, text)
  }

  /** How each paper left, by number, holds a term: as the first of its needles that is found there. */
  #matches(left: readonly number[], { term, lookups }: Search): Uint8Array {
    const count = this.#texts.length
    const matches = new Uint8Array(count)
    const open = new Uint8Array(count)
    for (const number of left) open[number] = 1
    term.needles.forEach((needle, index) => {
      const tokens = lookups[index]
      if (tokens?.tells === 'all') merge(matches, this.#postings.matches(tokens, count))
      else if (tokens?.tells === 'presence') merge(matches, this.#postings.presence(tokens, count))
      else if (tokens) {
        this.#postings.candidates(tokens, count, (number) => {
          const text = open[number] === 1 && matches[number] === 0 ? this.#texts[number] : undefined
          if (text !== undefined) matches[number] = matchNeedle(needle, text)
        })
      }
    })
    return matches
  }
}

/** Takes over matches of papers that have none yet. */
function merge(matches: Uint8Array, more: Uint8Array): void {
  for (let number = 0; number < more.length; number++) {
    if (matches[number] === 0) matches[number] = more[number] ?? 0
  }
}
