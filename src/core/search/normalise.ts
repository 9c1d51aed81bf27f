/** Text of these characters only is left as it is by everything below. */
const PLAIN = /^[\t\n\r -~\u00b7\u2010\u2012-\u2015\u2018-\u201d\u3131-\u318e\uac00-\ud7a3]*$/

/**
 * NFKC would turn the letters of a Korean keyboard (U+3131 to U+318E), which stand for themselves while they are
 * typed, into parts of syllables: https://www.unicode.org/reports/tr15/#Compatibility_Decomposition
 */
const NOT_KEYBOARD_JAMO = /[^\u3131-\u318e]+/g

/** Combining accents of Latin, Greek and Cyrillic. Those of kana and other scripts make other letters. */
const ACCENTS = /[\u0300-\u036f]+/g

/** Soft hyphens, zero-width characters, variation selectors and the like. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu

/** Letters that no normalisation form takes apart, as they are typed without them. */
const FOLDED: Record<string, string> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  þ: 'th',
  Þ: 'Th',
  ς: 'σ'
}
const FOLDABLE = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'g')

/**
 * One spelling for what looks alike or is typed alike: compatibility forms composed, accents off, `ł ø ß æ`
 * folded, invisible characters dropped. Case is kept, since it tells the parts of `ControlNet`.
 */
export function normalise(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(NOT_KEYBOARD_JAMO, (part) =>
      part.normalize('NFKC').normalize('NFD').replace(ACCENTS, '').normalize('NFC')
    )
    .replace(FOLDABLE, (letter) => FOLDED[letter] ?? letter)
    .replace(INVISIBLE, '')
}
