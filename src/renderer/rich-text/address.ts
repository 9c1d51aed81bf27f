import { isWebLink } from '../host.ts'

const START = /https?:\/\//iy
/** Addresses are ASCII, so a Korean particle behind one ends it. */
const ALLOWED = /[!#-;=?-[\]_a-z~]/i
const closers: Record<string, string> = { ')': '(', ']': '[' }
const SENTENCE_MARKS = ".,;:!?'*$"

/**
 * The http(s) address that starts at a place of a text, or null: up to what no address holds, to a bracket that it
 * never opened, and without the sentence's own punctuation.
 */
export function addressAt(text: string, start: number): string | null {
  START.lastIndex = start
  if (!START.test(text)) return null
  const open: string[] = []
  let end = start
  for (; end < text.length; end++) {
    const char = text.charAt(end)
    if (!ALLOWED.test(char)) break
    if (char === '(' || char === '[') open.push(char)
    else if (closers[char] !== undefined && open.pop() !== closers[char]) break
  }
  while (end > start && SENTENCE_MARKS.includes(text.charAt(end - 1))) end--
  const address = text.slice(start, end)
  return isWebLink(address) ? address : null
}
