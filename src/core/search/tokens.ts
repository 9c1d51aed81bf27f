import { isSyllableAt, isWordAt } from './characters.ts'
import { GAP, START, type FlatText } from './flat.ts'
import { MAX_PARTS } from './match.ts'
import { isUnfinishedOnly, type Needle } from './needle.ts'

/** Longest prefix of a word that is a token; longer words share it and are told apart by their text. */
const PREFIX = 6
/** Longest run of syllables that is a token. */
const PAIR = 2
/** Ends a token that is a word of its own. */
const END = '$'
/** Begins a token that runs over white space between words. */
const OVER = '~'

const marked = (text: FlatText, index: number, mark: number): boolean =>
  ((text.marks[index] ?? 0) & mark) !== 0

/** Calls `token` with each token of flat text from `from` to `to`, as often as it stands there. */
function eachToken(text: FlatText, from: number, to: number, token: (token: string) => void): void {
  const { chars } = text
  for (let at = from; at < to; at++) {
    if (isSyllableAt(chars, at)) {
      token(chars.charAt(at))
      if (at + 1 < to && isSyllableAt(chars, at + 1)) token(chars.slice(at, at + PAIR))
    } else if (marked(text, at, START)) {
      let over = false
      let end = at + 1
      for (; end <= to && end <= at + PREFIX; end++) {
        if (!over) token(chars.slice(at, end))
        if (!isWordAt(chars, end)) break
        over ||= end < at + PREFIX && marked(text, end, GAP)
      }
      if (over && end > at + PREFIX) token(OVER + chars.slice(at, at + PREFIX))
    }
  }
}

/** Calls `token` with each word, and chain of words, that is short enough to be looked up as a whole. */
function eachWhole(text: FlatText, from: number, to: number, token: (token: string) => void): void {
  const { chars } = text
  for (let at = from; at < to; at++) {
    if (!marked(text, at, START)) continue
    const syllables = isSyllableAt(chars, at)
    const longest = syllables ? PAIR : PREFIX
    for (let end = at + 1, parts = 1; end <= to && end - at <= longest; end++) {
      const outside = end === to || chars.charAt(end) === ' '
      const starts = outside || marked(text, end, START)
      if (starts) token(wholeToken(chars.slice(at, end)))
      if (outside || marked(text, end, GAP) || isSyllableAt(chars, end) !== syllables) break
      if (starts && ++parts > MAX_PARTS) break
    }
  }
}

/** The tokens of a part of flat text, with how often each stands there. */
export function tokenise(text: FlatText, from: number, to: number): Map<string, number> {
  const counts = new Map<string, number>()
  eachToken(text, from, to, (token) => counts.set(token, (counts.get(token) ?? 0) + 1))
  return counts
}

/** The tokens of a part of flat text, and those that tell whole words. */
export function tokeniseWords(text: FlatText, from: number, to: number): Set<string> {
  const found = new Set<string>()
  const add = (token: string): unknown => found.add(token)
  eachToken(text, from, to, add)
  eachWhole(text, from, to, add)
  return found
}

/** How a needle is looked up among tokens. */
export interface Lookup {
  /** One token of each group must be there. */
  readonly groups: readonly (readonly string[])[]
  /**
   * What having the tokens tells: all (the needle is a token), that it is there (nothing else is asked of it), or
   * that it may be, and the text has to be checked.
   */
  readonly tells: 'all' | 'presence' | 'candidates'
}

const pairs = (run: string): string[] =>
  Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + PAIR))

function groupsOf(run: string, overGaps: boolean): string[][] {
  if (isSyllableAt(run, 0))
    return run.length < PAIR ? [[run]] : [...new Set(pairs(run))].map((pair) => [pair])
  const prefix = run.slice(0, PREFIX)
  return [overGaps && run.length > PREFIX ? [prefix, OVER + prefix] : [prefix]]
}

/** The tokens that end in each unit of a range. */
function ranged(chars: string, low: number, high: number): string[] {
  const before = isSyllableAt(chars, chars.length - 1) ? chars.slice(-1) : ''
  return Array.from({ length: high - low + 1 }, (_, i) => before + String.fromCharCode(low + i))
}

export function lookup(needle: Needle): Lookup {
  const { chars, runs, then, overGaps } = needle
  const tails = then ? [ranged(chars, then.low, then.high)] : []
  if (isUnfinishedOnly(needle)) return { groups: tails, tells: 'presence' }
  const longest = isSyllableAt(chars, 0) ? PAIR : PREFIX
  const isToken = then === null && !overGaps && runs.length === 1 && chars.length <= longest
  return {
    groups: [...runs.flatMap((run) => groupsOf(run, overGaps)), ...tails],
    tells: isToken ? 'all' : 'candidates'
  }
}

/** The token of a word of its own. */
export const wholeToken = (token: string): string => token + END
