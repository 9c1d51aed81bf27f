import { matchTerm } from './match.ts'
import type { Term } from './needle.ts'
import type { PaperSource, PaperText } from './papers.ts'
import { scoreOf, type Hits } from './rank.ts'
import { Shelf } from './shelf.ts'

/** Papers read from the library at a time. */
const BATCH = 16

/** Dead numbers that are put up with, whatever their share of all. */
const MIN_DEAD = 500
const DEAD_SHARE = 0.25

/** A copy of the shelf without its dead numbers, on its way. */
interface Copy {
  shelf: Shelf
  /** The next number of the old shelf to be copied. */
  next: number
}

/**
 * All papers of the library, each in one of three states: unread, waiting (read, not indexed) or on the shelf
 * (indexed). They are brought on step by step; a search takes each as it finds it, so that its answer is the same
 * at any time.
 */
export class Collection {
  #shelf = new Shelf()
  #copy: Copy | null = null
  readonly #waiting = new Map<number, PaperText>()
  readonly #unread = new Set<number>()
  /** Papers with larger ids than this are unread too; null: there are none. */
  #readUpTo: number | null = 0
  readonly #source: PaperSource

  constructor(source: PaperSource) {
    this.#source = source
  }

  /** Forgets everything. */
  clear(): void {
    this.#shelf = new Shelf()
    this.#copy = null
    this.#waiting.clear()
    this.#unread.clear()
    this.#readUpTo = 0
  }

  /** Takes papers back to unread, whether or not they are known. */
  forget(ids: readonly number[]): void {
    for (const id of ids) {
      this.#shelf.remove(id)
      this.#copy?.shelf.remove(id)
      this.#waiting.delete(id)
      if (this.#readUpTo === null || id <= this.#readUpTo) this.#unread.add(id)
    }
  }

  /** Reads and indexes the given papers, as far as they are unread. */
  catchUp(ids: readonly number[]): void {
    for (const id of ids) {
      if (this.#unread.has(id)) this.#read(id)
      const text = this.#waiting.get(id)
      if (text !== undefined) this.#index(text)
    }
  }

  /** Does a little work, a millisecond or so; false: there is none. */
  step(): boolean {
    return this.#indexNext() || this.#readNext() || this.#readBatch() || this.#compact()
  }

  /** Finds the papers that match all terms. */
  find(terms: readonly Term[]): Hits {
    while (this.#readNext() || this.#readBatch());
    const hits: Hits = { papers: [], scores: [] }
    this.#shelf.find(terms, hits)
    for (const text of this.#waiting.values()) {
      const score = scoreOfAll(terms, text)
      if (score === null) continue
      hits.papers.push(text)
      hits.scores.push(score)
    }
    return hits
  }

  #read(id: number): void {
    const text = this.#source.one(id)
    this.#unread.delete(id)
    if (text !== undefined) this.#waiting.set(id, text)
  }

  #readNext(): boolean {
    const [id] = this.#unread
    if (id === undefined) return false
    this.#read(id)
    return true
  }

  #readBatch(): boolean {
    if (this.#readUpTo === null) return false
    const texts = this.#source.after(this.#readUpTo, BATCH)
    for (const text of texts) this.#waiting.set(text.id, text)
    this.#readUpTo = texts.at(-1)?.id ?? null
    return true
  }

  #index(text: PaperText): void {
    this.#shelf.add(text)
    this.#copy?.shelf.add(text)
    this.#waiting.delete(text.id)
  }

  #indexNext(): boolean {
    for (const text of this.#waiting.values()) {
      this.#index(text)
      return true
    }
    return false
  }

  #compact(): boolean {
    if (this.#copy === null) {
      if (this.#shelf.dead <= Math.max(MIN_DEAD, this.#shelf.size * DEAD_SHARE)) return false
      this.#copy = { shelf: new Shelf(), next: 0 }
    }
    const text = this.#shelf.at(this.#copy.next++)
    if (text !== undefined && !this.#copy.shelf.has(text.id)) this.#copy.shelf.add(text)
    if (this.#copy.next >= this.#shelf.given) {
      this.#shelf = this.#copy.shelf
      this.#copy = null
    }
    return true
  }
}

/** Points of a paper that matches all terms; null: it doesn't. */
function scoreOfAll(terms: readonly Term[], text: PaperText): number | null {
  let score = 0
  for (const term of terms) {
    const match = matchTerm(term, text)
    if (match === 0) return null
    score += scoreOf(match)
  }
  return score
}
