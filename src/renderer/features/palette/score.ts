import { inEachLanguage } from '../../i18n/locale.svelte.ts'
import { initials, letters } from './letters.ts'

/** A text made ready to be searched again and again. */
export interface Sought {
  letters: string
  initials: string
}

export const sought = (text: string): Sought => ({ letters: letters(text), initials: initials(text) })

/** The same text in each language: one finds a thing by the name it has in either. */
export const soughtInAll = (make: () => string): Sought[] => [...new Set(inEachLanguage(make))].map(sought)

/** Whether the letters of a word come in a text one after another, with others between. */
function scattered(word: string, text: string): boolean {
  let at = -1
  for (const letter of word) {
    at = text.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

/** Shorter ones are scattered over nearly any text. */
const SHORTEST_SCATTERED = 3

function scoreWord(word: string, text: Sought): number {
  if (text.letters === word) return 12
  if (text.letters.startsWith(word)) return 10
  if (text.letters.includes(` ${word}`)) return 8
  if (word.length > 1 && text.initials.startsWith(word)) return 7
  if (text.letters.includes(word)) return 5
  return word.length >= SHORTEST_SCATTERED && scattered(word, text.letters) ? 1 : 0
}

/**
 * How well a text fits what was typed, 0 where not at all. All words must be in it, in any order: at its start, at a
 * word's, by its words' initials, within a word, or, of three letters and more, scattered over it.
 */
export function score(query: string, text: Sought): number {
  const words = letters(query).split(' ').filter(Boolean)
  let total = 0
  for (const word of words) {
    const points = scoreWord(word, text)
    if (points === 0) return 0
    total += points
  }
  return words.length === 0 ? 0 : total / words.length
}

/** How well the best of some names fits. */
export const bestScore = (query: string, names: readonly Sought[]): number =>
  Math.max(0, ...names.map((name) => score(query, name)))
