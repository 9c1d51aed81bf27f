/**
 * Classes of UTF-16 units, as the search sees them after normalisation. Scripts written without spaces, or with
 * particles stuck to the word, are `syllable`: found anywhere in a run. Every other letter makes words, which
 * are found from their start.
 */
export const Class = {
  /** Ends what can be matched in one piece. */
  stop: 1,
  space: 2,
  /** Joins parts of any script: `text-to-image`, `비전-언어`. */
  hyphen: 3,
  /** Joins parts of words only: `2312.06655`, `M$^{2}$UGen`. */
  glue: 4,
  lower: 5,
  upper: 6,
  digit: 7,
  syllable: 8
} as const

const SPACE = /\s/
const HYPHEN = /[-\u00b7\u2010-\u2015\u2212\u30fb]/
const GLUE = /[.,'\u2018\u2019_/&@$^{}\\]/
const UPPER = /\p{Lu}/u
const DIGIT = /\p{N}/u
const LETTER = /[\p{L}\p{M}]/u
/** Hangul syllables and jamo, kana, Han; surrogates of planes 2 and 3, which hold nothing but Han. */
const SYLLABLE =
  /[\u1100-\u11ff\u3005\u3040-\u3098\u309b-\u30fa\u30fc-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ud840-\ud8bf]/

function classify(unit: number): number {
  const char = String.fromCharCode(unit)
  if (SPACE.test(char)) return Class.space
  if (HYPHEN.test(char)) return Class.hyphen
  if (GLUE.test(char)) return Class.glue
  if (SYLLABLE.test(char)) return Class.syllable
  if (UPPER.test(char)) return Class.upper
  if (DIGIT.test(char)) return Class.digit
  return LETTER.test(char) ? Class.lower : Class.stop
}

const known = new Uint8Array(0x10000)

const classOfUnit = (unit: number): number => known[unit] || (known[unit] = classify(unit))

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Class of the UTF-16 unit at `index`; a low surrogate belongs with the unit before it. */
export function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  return isLowSurrogate(unit) && index > 0 ? classOfUnit(text.charCodeAt(index - 1)) : classOfUnit(unit)
}

export const isSyllableAt = (text: string, index: number): boolean =>
  index >= 0 && index < text.length && classAt(text, index) === Class.syllable

/** Whether a word's letter or digit stands at `index`. */
export function isWordAt(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false
  const found = classAt(text, index)
  return found >= Class.lower && found <= Class.digit
}
