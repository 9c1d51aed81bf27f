import { findDay } from './day-words.ts'
import { hasWords, isLinkLabel } from './labels.ts'
import { trimEnd, trimStart, withoutDecoration } from './markers.ts'
import { decodeEntities, withoutTags } from './tags.ts'

const enumeration =
  /^(?:\(?\d{1,3}[.)、:：]|#\d{1,3}\b|\[\d{1,3}\]|第\s?\d{1,3}\s?[篇]?[.、:：]?)(?=\s|[^\d\s.])\s*/
/** `[2024/08]`, `(24.08.26)`, `【2024】`: a date in brackets before a title. */
const datedBracket = /^[[(【（]\s?[\d\s./年月日년월일-]{2,20}[\])】）]\s*/
const pairs = [
  '** **',
  '__ __',
  '~~ ~~',
  '* *',
  '_ _',
  '` `',
  '" "',
  '“ ”',
  '「 」',
  '『 』',
  '《 》',
  '« »',
  '‘ ’'
].map(
  (pair) => pair.split(' ') as [string, string] // each is two marks
)
/** What stands between a title and the words around it. */
export const separators = ' \t-–—:：|｜·•,，;；、。/'
/** Nothing to clean: letters first, no mark anywhere, no double space, and a letter, a digit or an end of a sentence last. */
const plain = /^\s?(?=[\p{L}])(?:(?!  )[^*_~`"“”‘’「」『』《》«»<>&\\$\t\n])*[\p{L}\p{N}?!.)\]]\s?$/u
const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|第)/i
const bold = /\*\*(?=\S)([^*]{2,500})\*\*|__(?=\S)([^_]{2,500})__/
const quoted = /["“「『《]([^"“”「」『』《》]{8,400})["”」』》]/
const preprint = /[.,]?\s?arXiv(?: e-?prints?| preprint)?$/i
const tag = /^[[(【（].*[\])】）]$/s
const citation = /\bet\.? al\b|^\W*(?:\p{L}[\p{L}.-]*\W+){1,4}\(?(?:19|20)\d{2}[a-z]?\)?\W*$/u
/** Longer words are a sentence, not a title. */
const MAX_PLAIN = 300

/** `Smith et al., 2024`, `(Lee 2023)`: who wrote a paper rather than its title. */
export const isCitation = (text: string): boolean =>
  text.length < 80 && /\d{4}|\bet\.? al/.test(text) && citation.test(text)

/** A title without numbering, emoji, emphasis and quotation marks around it, tags of formatting and line breaks. */
export function cleanTitle(text: string): string {
  if (plain.test(text)) return text.trim()
  let title = withoutTags(decodeEntities(text)).replace(/\s+/g, ' ').trim()
  if (!title.includes('$')) title = title.replace(/\\([[\]_*|#])/g, '$1')
  for (let round = 0; round < 4; round++) {
    const before = title
    title = unwrap(withoutDecoration(title).replace(enumeration, ''))
    if (title === before) break
  }
  return trimEnd(title.replaceAll('**', ''), ' :：|-–—')
}

function unwrap(text: string): string {
  for (const [open, close] of pairs) {
    if (text.length <= open.length + close.length || !text.startsWith(open) || !text.endsWith(close)) continue
    const inside = text.slice(open.length, -close.length)
    if (!inside.includes(open) && !inside.includes(close)) return inside.trim()
  }
  return text
}

/** A text without the number that it begins with: `1、`, `#3`. */
export const withoutEnumeration = (text: string): string => text.replace(enumeration, '')

/** A text without numbering, emoji, dates and separators before its words. */
export function withoutLead(text: string): string {
  let rest = text.trimStart()
  if (/^[\p{Lu}\p{Lo}]/u.test(rest) && !month.test(rest)) return rest
  for (let round = 0; round < 6; round++) {
    const before = rest
    rest = trimStart(withoutDecoration(rest).replace(enumeration, '').replace(datedBracket, ''), separators)
    const day = /^\d/.test(rest) || month.test(rest) ? findDay(rest) : undefined
    if (day?.start === 0) rest = rest.slice(day.end)
    if (rest === before) break
  }
  return rest
}

/** The dates in what {@link withoutLead} took off a text. */
export const datesIn = (text: string, rest: string): string =>
  (/[[(【（]?\d{2,4}\s?[-./年년]\s?\d[\d\s./年月日년월일-]{0,20}[\])】）]?/.exec(
    text.slice(0, text.length - rest.length).slice(0, 200)
  ) ?? [''])[0]

export interface PickedTitle {
  title: string
  /** The text without the title. */
  rest: string
  /** In bold or in quotation marks, so that it is surely one. */
  marked: boolean
}

/** The title in the words that come before a link such as `[paper]`: in bold, in quotation marks, or all of them. */
export function pickTitle(text: string): PickedTitle | undefined {
  const words = withoutLead(text.replace(/<(\/?)(?:b|strong)>/gi, '**'))
  const head = words.slice(0, 2000)
  const strong = bold.exec(head)
  if (strong && hasWords(strong[0])) {
    const inside = (strong[1] ?? strong[2] ?? '').trim()
    const after = head.slice(strong.index + strong[0].length)
    const goesOn = /[:：]$/.test(inside) || /^\s?[:：]\s?\S/.test(after)
    if (!goesOn && strong.index < 60 && !tag.test(inside) && !isLinkLabel(inside))
      return picked(words, strong, inside, true)
  }
  const quotation = quoted.exec(head)
  if (quotation && !/\p{L}["“]?$/u.test(head.slice(0, quotation.index)))
    return picked(words, quotation, quotation[1] ?? '', true)
  if (words.length > MAX_PLAIN) return undefined
  const year = /[\s,]*[([（](?=[^()[\]（）]{0,40}\d{4})[^()[\]（）]{0,40}[)\]）][\s.,]*$/.exec(words)
  const names = /(?<=\S)[.,]?\s+\*[^*]+\*[\s.]*$/.exec(words)
  const end = year ?? names
  const plain = trimEnd(end ? words.slice(0, end.index) : words, ` ${separators}([（【*_`)
  const whole = plain.endsWith('..') ? plain : trimEnd(plain, '.。 ')
  const title = cleanTitle(whole.replace(preprint, ''))
  return title === '' ? undefined : { title, rest: end?.[0] ?? '', marked: false }
}

function picked(
  words: string,
  match: RegExpExecArray,
  inside: string,
  marked: boolean
): PickedTitle | undefined {
  const title = trimEnd(cleanTitle(inside), '.。, ')
  const rest = words.slice(0, match.index) + words.slice(match.index + match[0].length)
  return title === '' ? undefined : { title, rest, marked }
}
