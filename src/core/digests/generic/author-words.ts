import { parseAuthors, type AuthorList } from '../authors.ts'
import { trimEnd, trimStart } from './markers.ts'
import type { References } from './references.ts'
import { shownText } from './link-text.ts'

/** `et al.` in the languages of such lists: from here on there are more. */
const others =
  /\bet\.?\s?al\b|\band \d+ others|等(?=$|\s|人|\d|[(（。])|외\s?\d+\s?[명인]|ほか|他\d+名|\.{3}|…/iu
const separator = /[,，、]?\s?$/
const particle = /^(?:al|bin|da|de|del|den|der|di|dos|du|el|la|le|ten|van|von|y)$/i
const nameWord = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*$/u
const MAX_NAME_WORDS = 4

/** Reads the value of an authors' line or cell; links, emphasis and `et al.` of any language are understood. */
export function readAuthors(text: string, references: References): AuthorList {
  let plain = shownText(text, references).replace(/[*_`]|<[^<>]*>/g, '')
  const named = beforeOthers(plain)
  if (named !== undefined) plain = `${named}, +`
  return parseAuthors(trimEnd(plain.replace(/;|；|·| and | & /g, ', '), ' .。,'))
}

const counted = /^[^\p{L}\p{N}]*(?:\d+\s?(?:authors?|others?|more|명|人|名)?)?[^\p{L}\p{N}]*$/iu

/** What follows `et al.` and is no number of authors: where they are from, or anything else. */
export function afterOthers(text: string): string {
  const match = others.exec(text)
  const rest = match ? text.slice(match.index + match[0].length) : ''
  return counted.test(rest) ? '' : trimStart(rest, ' .,;，、)*_-')
}

/** Whether a text reads as names between commas and nothing else: `*A. Lee, Kim Minji et al.*` has no label. */
export function looksLikeNames(text: string): boolean {
  if (text.length > 2000) return false
  const named = beforeOthers(text)
  const parts = (named ?? text).split(/,|;| and | & /)
  return (
    (parts.length > 1 || named !== undefined) && parts.every((part) => part.trim() === '' || isName(part))
  )
}

/** Cuts `Title, A. Lee, B. Kim et al.` into the title and the names. Without `et al.` there is no telling. */
export function cutAuthors(text: string): { title: string; authors: string } | undefined {
  const named = beforeOthers(text)
  if (named === undefined) return undefined
  const parts = named.split(',')
  let names = parts.length
  while (names > 1 && isName(parts[names - 1] ?? '')) names--
  if (names === parts.length) return undefined
  return {
    title: parts.slice(0, names).join(',').trim(),
    authors: `${parts.slice(names).join(',').trim()}, +`
  }
}

/** What stands before `et al.`, or undefined where nothing says that there are more. */
function beforeOthers(text: string): string | undefined {
  const at = others.exec(text)?.index
  if (at === undefined) return undefined
  return text.slice(0, at - (separator.exec(text.slice(Math.max(0, at - 2), at))?.[0].length ?? 0))
}

function isName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  return words.length <= MAX_NAME_WORDS && words.every((word) => nameWord.test(word) || particle.test(word))
}
