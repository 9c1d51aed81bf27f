/**
 * Arithmetic of precomposed Hangul syllables: The Unicode Standard, section 3.12, "Conjoining Jamo Behavior"
 * (https://www.unicode.org/versions/latest/core-spec/chapter-3/#G24646), and what a two-set keyboard (KS X 5002)
 * makes of a syllable that is still being typed.
 */
const FIRST = 0xac00
const LAST = 0xd7a3
const VOWELS = 21
const FINALS = 28

/** Keyboard letters of the initial consonants and of the finals, by their index in a syllable. */
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const FINAL_LETTERS = ['', ...Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ')]

/** Finals of two letters: what stays when the second goes over to the next syllable. */
const SPLIT: Record<string, readonly [stays: string, goes: string]> = {
  ㄳ: ['ㄱ', 'ㅅ'],
  ㄵ: ['ㄴ', 'ㅈ'],
  ㄶ: ['ㄴ', 'ㅎ'],
  ㄺ: ['ㄹ', 'ㄱ'],
  ㄻ: ['ㄹ', 'ㅁ'],
  ㄼ: ['ㄹ', 'ㅂ'],
  ㄽ: ['ㄹ', 'ㅅ'],
  ㄾ: ['ㄹ', 'ㅌ'],
  ㄿ: ['ㄹ', 'ㅍ'],
  ㅀ: ['ㄹ', 'ㅎ'],
  ㅄ: ['ㅂ', 'ㅅ']
}

/** Last vowel, or final, that the one at this index can still grow into; they follow each other in Unicode. */
const GROWN_VOWEL: Record<number, number> = { 8: 11, 13: 16, 18: 19 }
const GROWN_FINAL: Record<number, number> = { 1: 3, 4: 6, 8: 15, 17: 18 }

/** A way on from a syllable: `stays` (none or one syllable), then one syllable from `low` to `high`. */
export interface Completion {
  readonly stays: string
  /** UTF-16 units, both included. */
  readonly low: number
  readonly high: number
}

const startingWith = (initial: number): { low: number; high: number } => {
  const low = FIRST + initial * VOWELS * FINALS
  return { low, high: low + VOWELS * FINALS - 1 }
}

const movesOn = (stays: string, letter: string): Completion[] => {
  const initial = INITIALS.indexOf(letter)
  return initial < 0 ? [] : [{ stays, ...startingWith(initial) }]
}

/**
 * All that the last syllable of a text can become with the next keys, other than itself: `모` can become `목` or
 * `못`, `고` also `과`, `달` also `닭`, and `몯` the beginning of `모데`. A lone consonant becomes any syllable it
 * begins. Anything else gives nothing.
 */
export function completions(syllable: string): Completion[] {
  const unit = syllable.charCodeAt(0)
  if (syllable.length !== 1) return []
  if (unit < FIRST || unit > LAST) return movesOn('', syllable)
  const final = (unit - FIRST) % FINALS
  const open = unit - final
  if (final === 0) {
    const vowel = Math.floor((unit - FIRST) / FINALS) % VOWELS
    const grown = (GROWN_VOWEL[vowel] ?? vowel) - vowel
    return [{ stays: '', low: unit + 1, high: unit + grown * FINALS + FINALS - 1 }]
  }
  const letter = FINAL_LETTERS[final] ?? ''
  const [staying, going] = SPLIT[letter] ?? ['', letter]
  const stays = String.fromCharCode(open + FINAL_LETTERS.indexOf(staying))
  const grown = GROWN_FINAL[final]
  const larger = grown === undefined ? [] : [{ stays: '', low: unit + 1, high: open + grown }]
  return [...movesOn(stays, going), ...larger]
}
