/** Final consonants, from U+11A8 on, as the initial ones that they become when a vowel follows. */
const FINALS =
  'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'
    .split(' ')
    .map((letters) => letters.normalize('NFKD'))
/** Vowels that are typed as two. */
const VOWELS: Record<string, string> = {
  ㅘ: 'ㅗㅏ',
  ㅙ: 'ㅗㅐ',
  ㅚ: 'ㅗㅣ',
  ㅝ: 'ㅜㅓ',
  ㅞ: 'ㅜㅔ',
  ㅟ: 'ㅜㅣ',
  ㅢ: 'ㅡㅣ'
}
const twoVowels = new Map(
  Object.entries(VOWELS).map(([one, two]) => [one.normalize('NFKD'), two.normalize('NFKD')])
)

/**
 * Text as the letters that are typed for it, in lower case and without accents: what is typed so far of a Korean
 * syllable is then always the beginning of it (`서`, `설` and `설저` of `설정`).
 */
export const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[\u11a8-\u11c2]/g, (final) => FINALS[final.charCodeAt(0) - 0x11a8] ?? final)
    .replace(/[\u1161-\u1175]/g, (vowel) => twoVowels.get(vowel) ?? vowel)
    .replace(/\s+/g, ' ')
    .trim()

/** The initial consonants of Korean syllables and the first letters of other words: `ㅅㅈ` of `설정`. */
export const initials = (text: string): string =>
  (text.normalize('NFC').match(/[가-힣]|[\p{L}\p{N}]+/gu) ?? [])
    .flatMap((word) => word.match(/[가-힣]|^[\p{L}\p{N}]/gu) ?? [])
    .map((start) => letters(start).charAt(0))
    .join('')
