import { parseAuthors, type AuthorList } from '../authors.ts'
import { trimEnd } from './markers.ts'
import type { References } from './references.ts'
import { shownText } from './link-text.ts'

/** `et al.` in the languages of such lists: from here on there are more. */
const others =
  /[,，、]?\s?(?:\bet\.?\s?al\b|\band \d+ others|等(?=$|\s|人|\d|[(（。])|외\s?\d+\s?[명인]|ほか|他\d+名|\.{3}|…)/iu
const particle = /^(?:al|bin|da|de|del|den|der|di|dos|du|el|la|le|ten|van|von|y)$/i
const nameWord = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*$/u
const MAX_NAME_WORDS = 4

/** Reads the value of an authors' line or cell; links, emphasis and `et al.` of any language are understood. */
export function readAuthors(text: string, references: References): AuthorList {
  let plain = shownText(text, references).replace(/[*_`]|<[^<>]*>/g, '')
  const cut = others.exec(plain)
  if (cut) plain = `${plain.slice(0, cut.index)}, +`
  return parseAuthors(trimEnd(plain.replace(/;|；|·| and | & /g, ', '), ' .。,'))
}

/** Whether a text reads as names between commas and nothing else: `*A. Lee, Kim Minji et al.*` has no label. */
export function looksLikeNames(text: string): boolean {
  if (text.length > 2000) return false
  const cut = others.exec(text)
  const parts = (cut ? text.slice(0, cut.index) : text).split(/,|;| and | & /)
  return (parts.length > 1 || cut !== null) && parts.every((part) => part.trim() === '' || isName(part))
}

/** Cuts `Title, A. Lee, B. Kim et al.` into the title and the names. Without `et al.` there is no telling. */
export function cutAuthors(text: string): { title: string; authors: string } | undefined {
  const cut = others.exec(text)
  if (!cut) return undefined
  const parts = text.slice(0, cut.index).split(',')
  let names = parts.length
  while (names > 1 && isName(parts[names - 1] ?? '')) names--
  if (names === parts.length) return undefined
  return {
    title: parts.slice(0, names).join(',').trim(),
    authors: `${parts.slice(names).join(',').trim()}, +`
  }
}

function isName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  return words.length <= MAX_NAME_WORDS && words.every((word) => nameWord.test(word) || particle.test(word))
}
