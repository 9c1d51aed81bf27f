import { Index } from 'flexsearch'
import { FIELD_BITS, FOUND, MAX_COUNT, WHOLE } from './match.ts'
import { fields, type PaperText } from './papers.ts'
import { tokenise, tokeniseWords, wholeToken, type Lookup } from './tokens.ts'

const SUMMARY = fields.indexOf('summary')

/** Papers, by ascending number. */
type Papers = readonly number[]

/** Papers that hold a token, in slots: the summary's by how often, from three times down to once. */
type Slots = readonly (Papers | undefined)[]

/** Tokens contain no white space, so a line feed can carry them through FlexSearch, which takes text. */
const encode = (text: string): string[] => text.split('\n')

/** One field's postings: a FlexSearch index that is given tokens and asked for one token at a time. */
class FieldPostings {
  #counts: ReadonlyMap<string, number> = new Map()
  readonly #index: Index

  constructor(resolution: number) {
    this.#index = new Index({
      encode,
      tokenize: 'strict',
      resolution,
      score: (_content, token) => MAX_COUNT - Math.min(MAX_COUNT, this.#counts.get(token) ?? MAX_COUNT)
    })
  }

  add(paper: number, tokens: Iterable<string>): void {
    const text = [...tokens].join('\n')
    if (text !== '') this.#index.add(paper, text)
  }

  addCounted(paper: number, counts: ReadonlyMap<string, number>): void {
    this.#counts = counts
    this.add(paper, counts.keys())
  }

  /** The live arrays of the index: never to be changed. */
  get(token: string): Slots {
    // Only integers were added, though FlexSearch's type allows strings too.
    return this.#index.search(token, { resolve: false }).result as Slots
  }

  /** All lists of the tokens. */
  lists(tokens: readonly string[]): Papers[] {
    return tokens.flatMap((token) => this.get(token).filter((papers) => papers !== undefined))
  }
}

const sizeOf = (lists: readonly Papers[]): number => lists.reduce((sum, papers) => sum + papers.length, 0)

/** Groups of more tokens than this, those of an unfinished syllable, are looked up last. */
const NARROW = 2
const isNarrow = (group: readonly string[]): boolean => group.length <= NARROW

/** Tokens of numbered papers, by field, and what they tell of a needle. Nothing is ever taken out again. */
export class Postings {
  readonly #fields = fields.map((field) => new FieldPostings(field === 'summary' ? MAX_COUNT : 1))

  /** Adds a paper under a number larger than all before. */
  add(number: number, text: PaperText): void {
    let from = 0
    this.#fields.forEach((field, i) => {
      const to = text.ends[i] ?? from
      if (i === SUMMARY) field.addCounted(number, tokenise(text, from, to))
      else field.add(number, tokeniseWords(text, from, to))
      from = to
    })
  }

  /** About how many of `count` papers hold a needle. */
  estimate({ groups }: Lookup, count: number): number {
    const narrow = groups.filter(isNarrow)
    if (narrow.length === 0) return count
    const estimates = this.#fields.map((field) =>
      Math.min(...narrow.map((group) => sizeOf(field.lists(group))))
    )
    return estimates.reduce((sum, size) => sum + size, 0)
  }

  /** How papers, by number below `count`, hold a needle that is a token itself. */
  matches({ groups }: Lookup, count: number): Uint8Array {
    const matches = new Uint8Array(count)
    const token = groups[0]?.[0] ?? ''
    this.#fields.forEach((field, i) => {
      const shift = i * FIELD_BITS
      const slots = field.get(token)
      if (i === SUMMARY) slots.forEach((papers, slot) => mark(papers, matches, (MAX_COUNT - slot) << shift))
      else {
        for (const papers of slots) mark(papers, matches, FOUND << shift)
        for (const papers of field.get(wholeToken(token))) mark(papers, matches, (FOUND | WHOLE) << shift)
      }
    })
    return matches
  }

  /** Where papers, by number below `count`, have a token of the one group. */
  presence({ groups }: Lookup, count: number): Uint8Array {
    const matches = new Uint8Array(count)
    this.#fields.forEach((field, i) => {
      for (const papers of field.lists(groups[0] ?? [])) mark(papers, matches, FOUND << (i * FIELD_BITS))
    })
    return matches
  }

  /** Calls `found` with each paper, below `count`, that has a token of each group within one field. */
  candidates({ groups }: Lookup, count: number, found: (paper: number) => void): void {
    const told = new Uint8Array(count)
    const [narrow, wide] = [groups.filter(isNarrow), groups.filter((group) => !isNarrow(group))]
    for (const field of this.#fields) {
      const lists = narrow.map((group) => field.lists(group)).sort((a, b) => sizeOf(a) - sizeOf(b))
      const [rarest] = lists
      if (rarest !== undefined && sizeOf(rarest) === 0) continue
      const reached = new Uint16Array(count)
      const all = [...lists, ...wide.map((group) => field.lists(group))]
      all.forEach((papers, step) => reach(papers, reached, step))
      for (let paper = 0; paper < count; paper++) {
        if (reached[paper] !== all.length || told[paper] === 1) continue
        told[paper] = 1
        found(paper)
      }
    }
  }
}

/** Takes the papers that reached `step` one step further. */
function reach(lists: Papers[], reached: Uint16Array, step: number): void {
  for (const papers of lists) {
    for (const paper of papers) if (reached[paper] === step) reached[paper] = step + 1
  }
}

function mark(papers: Papers | undefined, matches: Uint8Array, bits: number): void {
  if (papers === undefined) return
  for (const paper of papers) matches[paper] = (matches[paper] ?? 0) | bits
}
