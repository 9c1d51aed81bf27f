import { arxivIdOf } from '../identity.ts'
import { paperIdIn } from './paper-id.ts'

export interface BareLink {
  start: number
  end: number
  url: string
  id: string
}

const id = String.raw`(?:[a-z-]{2,20}(?:\.[a-z]{2})?\/)?\d[\d.]{5,10}\d(?:v\d{1,3})?`
const tail = String.raw`[\w\-./?#=&%+~]*`
/** The part of an address that tells a paper; what stands before it is looked at only where this is found. */
const address = new RegExp(
  String.raw`(?:arxiv\.org\/(?:abs|pdf|html|format|e-print)\/|(?:huggingface|hf)\.co\/papers\/|10\.48550\/arxiv\.)${id}${tail}|arxiv[:：.]?\s{0,2}(${id})`,
  'gi'
)
const head = /(?:https?:\/\/)?(?:[a-z]{2,12}\.)?(?:doi\.org\/)?$/i
const MAX_HEAD = 40
const trailing = /[.,?#&=_~+-]+$/

/**
 * Papers' addresses that stand in a text as they are, with or without `https://`, and `arXiv:2408.12345`.
 * @param taken links that have been found, from left to right: what is in these is no link of its own
 */
export function bareLinks(text: string, taken: readonly { start: number; end: number }[]): BareLink[] {
  const found: BareLink[] = []
  let next = 0
  address.lastIndex = 0
  for (let match = address.exec(text); match; match = address.exec(text)) {
    while (next < taken.length && (taken[next]?.end ?? 0) <= match.index) next++
    if ((taken[next]?.start ?? Infinity) <= match.index) continue
    const link = match[1] === undefined ? asAddress(text, match) : asNumber(text, match, match[1])
    if (link) found.push(link)
  }
  return found
}

function asAddress(text: string, match: RegExpExecArray): BareLink | undefined {
  const before = text.slice(Math.max(0, match.index - MAX_HEAD), match.index)
  const prefix = head.exec(before)?.[0] ?? ''
  const start = match.index - prefix.length
  if (/[\w/-]/.test(text[start - 1] ?? '')) return undefined
  const address = match[0].replace(trailing, '')
  const written = prefix + address
  const url = /^https?:/i.test(written) ? written : `https://${written}`
  const id = paperIdIn(url)
  return id === null ? undefined : { start, end: match.index + address.length, url, id }
}

function asNumber(text: string, match: RegExpExecArray, number: string): BareLink | undefined {
  const id = arxivIdOf(number)
  const end = match.index + match[0].length
  if (id === null || /[\w/-]/.test(text[match.index - 1] ?? '') || /\d/.test(text[end] ?? ''))
    return undefined
  return { start: match.index, end, url: `https://arxiv.org/abs/${number}`, id }
}
