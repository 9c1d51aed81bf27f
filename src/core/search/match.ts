import { isWordAt } from './characters.ts'
import { GAP, START, type FlatText } from './flat.ts'
import { isUnfinishedOnly, type Needle, type Term } from './needle.ts'
import type { PaperText } from './papers.ts'

/**
 * How a paper holds a term, in one byte: two bits each, from the lowest, for title, authors and notes (FOUND,
 * WHOLE) and for the summary the number of places, 3 for three and more. 0: it does not.
 */
export type Match = number

export const FOUND = 1
/** The term is a word, or a chain of up to four parts, of its own. */
export const WHOLE = 2
/** Longest chain of parts that counts as a word. */
export const MAX_PARTS = 4
/** Number of bits for each field. */
export const FIELD_BITS = 2
export const MAX_COUNT = 3

const startsAt = (text: FlatText, index: number): boolean => ((text.marks[index] ?? 0) & START) !== 0
const gapAt = (text: FlatText, index: number): boolean => ((text.marks[index] ?? 0) & GAP) !== 0

/** Whether white space between two words keeps a needle from standing at `at`. */
function parted(needle: Needle, text: FlatText, at: number): boolean {
  for (let i = 1; i < needle.chars.length; i++) {
    const apart = gapAt(text, at + i) && isWordAt(text.chars, at + i) && isWordAt(text.chars, at + i - 1)
    if (apart && !needle.joints.includes(i)) return true
  }
  return false
}

function isWhole(text: FlatText, from: number, to: number): boolean {
  if (!startsAt(text, from)) return false
  if (to < text.chars.length && !startsAt(text, to) && text.chars[to] !== ' ') return false
  let parts = 1
  for (let i = from + 1; i < to; i++) {
    if (gapAt(text, i)) return false
    if (startsAt(text, i)) parts++
  }
  return parts <= MAX_PARTS
}

function fits(needle: Needle, text: FlatText, at: number): boolean {
  const end = at + needle.chars.length
  if (needle.atStart && !startsAt(text, at)) return false
  if (needle.then) {
    const unit = text.chars.charCodeAt(end)
    if (!(unit >= needle.then.low && unit <= needle.then.high)) return false
    if (gapAt(text, end)) return false
  }
  if (!needle.joints.every((joint) => startsAt(text, at + joint))) return false
  return needle.overGaps || !parted(needle, text, at)
}

/** Where a needle next stands from `from` on, or -1. */
function next(needle: Needle, text: FlatText, from: number): number {
  for (
    let at = text.chars.indexOf(needle.chars, from);
    at >= 0;
    at = text.chars.indexOf(needle.chars, at + 1)
  ) {
    if (fits(needle, text, at)) return at
  }
  return -1
}

/** The fields that hold an unfinished syllable, after the one that stays. */
function matchUnfinished({ chars, then }: Needle, text: PaperText): Match {
  const before = chars.charCodeAt(0)
  let match = 0
  let from = 0
  text.ends.forEach((to, field) => {
    for (let at = from; at < to && then; at++) {
      const unit = text.chars.charCodeAt(at)
      if (unit < then.low || unit > then.high) continue
      if (chars !== '' && text.chars.charCodeAt(at - 1) !== before) continue
      match |= FOUND << (FIELD_BITS * field)
      break
    }
    from = to
  })
  return match
}

/** Looks one spelling up in a paper's text. */
export function matchNeedle(needle: Needle, text: PaperText): Match {
  if (isUnfinishedOnly(needle)) return matchUnfinished(needle, text)
  const summary = text.ends.length - 1
  let match = 0
  let field = 0
  for (let at = next(needle, text, 0); at >= 0; at = next(needle, text, at + 1)) {
    while (at >= (text.ends[field] ?? text.chars.length) && field < summary) field++
    if (field === summary) {
      match += 1 << (FIELD_BITS * summary)
      if (match >> (FIELD_BITS * summary) === MAX_COUNT) break
    } else {
      const whole = needle.then === null && isWhole(text, at, at + needle.chars.length)
      match |= (whole ? FOUND | WHOLE : FOUND) << (FIELD_BITS * field)
    }
  }
  return match
}

/** Looks a term up in a paper's text. What this finds is right; an index has to find the same. */
export function matchTerm(term: Term, text: PaperText): Match {
  for (const needle of term.needles) {
    const match = matchNeedle(needle, text)
    if (match !== 0) return match
  }
  return 0
}
