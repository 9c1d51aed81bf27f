import { isWebLink } from '../host.ts'

export interface LabelledLink {
  text: string
  href: string
  /** The host that it really leads to, whatever the words say; null where the words are the address. */
  host: string | null
}

/** Longer ones stay as they are written. */
const MAX_TEXT = 300
const MAX_ADDRESS = 2000
const scheme = /https?:\/\//iy
const notInAddress = /[\s<>"]/

/**
 * The link `[text](https://…)` that starts at a bracket of a text, and where it ends; null where none does. Only
 * http and https are followed: what else stands in the parentheses stays text.
 */
export function labelledLink(text: string, at: number): { link: LabelledLink; end: number } | null {
  if (text[at - 1] === '!') return null
  const close = closing(text, at, '[', ']', MAX_TEXT)
  if (close === -1 || text[close + 1] !== '(') return null
  scheme.lastIndex = close + 2
  const end = scheme.test(text) ? closing(text, close + 1, '(', ')', MAX_ADDRESS) : -1
  const href = text.slice(close + 2, end)
  const words = text
    .slice(at + 1, close)
    .replace(/\*\*|`/g, '')
    .trim()
  if (end === -1 || words === '' || notInAddress.test(href) || !isWebLink(href)) return null
  const host = words === href ? null : new URL(href).host.replace(/^www\./, '')
  return { link: { text: words, href, host }, end: end + 1 }
}

/** The place of the bracket that closes the one at `at`, if it is near. */
function closing(text: string, at: number, open: string, close: string, most: number): number {
  const last = Math.min(text.length, at + most)
  let depth = 0
  for (let i = at; i < last; i++) {
    if (text[i] === '\n') return -1
    if (text[i] === open) depth++
    else if (text[i] === close && --depth === 0) return i
  }
  return -1
}
