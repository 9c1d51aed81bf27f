import { isSyllableAt } from './characters.ts'
import { START, type FlatText } from './flat.ts'
import { completions } from './hangul.ts'

/** One spelling of a term: what must stand in the text in one piece. */
export interface Needle {
  readonly chars: string
  /** One more unit after `chars`, from low to high; in the same word, or see `isUnfinishedOnly`. Null: no more. */
  readonly then: { readonly low: number; readonly high: number } | null
  /** Must begin where a part of a word begins. */
  readonly atStart: boolean
  /** May run over white space between words, as `texttoimage` over `text to image`. */
  readonly overGaps: boolean
  /** Where, in `chars`, a part of a word must begin, after white space or not; usually nowhere. */
  readonly joints: readonly number[]
  /** `chars` cut where the script changes, and at the joints. */
  readonly runs: readonly string[]
}

/**
 * Whether a needle is nothing but an unfinished syllable, perhaps after one that stays. It stands for so much that
 * only its presence counts, over spaces too.
 */
export const isUnfinishedOnly = ({ chars, then, atStart }: Needle): boolean =>
  then !== null && chars.length <= 1 && !atStart

/** Something that a paper must contain: the first needle as typed, the others what it may stand for. */
export interface Term {
  readonly needles: readonly [Needle, ...Needle[]]
}

/** Shortest word that is found across white space; shorter ones hit by chance (`format` in `for mathematics`). */
export const MIN_JOINED_LENGTH = 7

const isWordRun = (run: string): boolean => run !== '' && !isSyllableAt(run, 0)

/** Where the script changes between syllables and words. */
const changesAt = (chars: string, index: number): boolean =>
  isSyllableAt(chars, index) !== isSyllableAt(chars, index - 1)

function offsets(length: number, begins: (index: number) => boolean): number[] {
  return Array.from({ length: Math.max(0, length - 1) }, (_, i) => i + 1).filter(begins)
}

/** Cuts before each of the ascending offsets. */
const cut = (chars: string, at: readonly number[]): string[] =>
  [0, ...at].map((from, i) => chars.slice(from, at[i] ?? chars.length)).filter((run) => run !== '')

function needle(chars: string, then: Needle['then'] = null): Needle {
  const runs = cut(
    chars,
    offsets(chars.length, (i) => changesAt(chars, i))
  )
  const overGaps = runs.some((run) => isWordRun(run) && run.length >= MIN_JOINED_LENGTH)
  return { chars, then, atStart: isWordRun(chars), overGaps, joints: [], runs }
}

/** A short word typed in parts, `k-means`, is also found as `k means`; its parts are looked up one by one. */
function spaced(text: FlatText, joined: Needle): Needle[] {
  const joints = offsets(text.chars.length, (i) => ((text.marks[i] ?? 0) & START) !== 0)
  if (joined.overGaps || !isWordRun(joined.chars) || joined.runs.length > 1 || joints.length === 0) return []
  return [{ ...joined, joints, runs: cut(joined.chars, joints) }]
}

/** What a term may become while its last syllable is being typed. */
function unfinished(chars: string): Needle[] {
  const head = chars.slice(0, -1)
  return completions(chars.slice(-1)).map(({ stays, low, high }) => needle(head + stays, { low, high }))
}

/** Makes a term of a piece of a query. `typing`: its last syllable may not be finished. */
export function term(text: FlatText, typing: boolean): Term {
  const asTyped = needle(text.chars)
  return { needles: [asTyped, ...spaced(text, asTyped), ...(typing ? unfinished(text.chars) : [])] }
}
