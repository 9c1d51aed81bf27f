import { isWebLink } from '../../host.ts'

export type Segment = { kind: 'text' | 'strong'; text: string } | { kind: 'link'; text: string; href: string }

/** Addresses are ASCII, so a Korean particle behind one ends it. */
const ADDRESS = /https?:\/\/[!#-;=?-[\]_a-z~]+/gi
const STRONG = /\*{2,3}(?=\S)(.+?)(?<=\S)\*{2,3}/g
const closers: Record<string, string> = { ')': '(', ']': '[' }

/** Cuts an address where a bracket closes that it never opened, and drops the sentence's own punctuation. */
function trimAddress(address: string): string {
  const open: string[] = []
  let end = address.length
  for (const [index, char] of [...address].entries()) {
    if (char === '(' || char === '[') open.push(char)
    else if (closers[char] !== undefined && open.pop() !== closers[char]) {
      end = index
      break
    }
  }
  return address.slice(0, end).replace(/[.,;:!?'*]+$/, '')
}

function splitStrong(text: string): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const match of text.matchAll(STRONG)) {
    if (match.index > at) segments.push({ kind: 'text', text: text.slice(at, match.index) })
    segments.push({ kind: 'strong', text: match[1] ?? '' })
    at = match.index + match[0].length
  }
  if (at < text.length) segments.push({ kind: 'text', text: text.slice(at) })
  return segments
}

/** Text of a digest as pieces to show: plain, bold, and http(s) links without what merely stands next to them. */
export function splitText(text: string): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const match of text.matchAll(ADDRESS)) {
    const href = trimAddress(match[0])
    if (match.index < at || !isWebLink(href)) continue
    segments.push(...splitStrong(text.slice(at, match.index)), { kind: 'link', text: href, href })
    at = match.index + href.length
  }
  return [...segments, ...splitStrong(text.slice(at))]
}

export interface Line {
  /** How deep it is nested: 0 to 3. */
  depth: number
  /** `–` for a bullet, the digest's own for a number; null for running text. */
  marker: string | null
  text: string
}

const ITEM = /^([ \t]*)([-*•]|\d{1,3}[.)]|\(\d{1,3}\))[ \t]+(.*)$/

/** A summary item's text as lines: the sentence itself, then what was continued, nested or numbered under it. */
export function splitLines(text: string): Line[] {
  return text.split('\n').map((line, index) => {
    const [, indent = '', marker = '', rest = ''] = ITEM.exec(line) ?? []
    if (index === 0 || marker === '') return { depth: 0, marker: null, text: line.trim() }
    const depth = Math.min(3, Math.floor(indent.replaceAll('\t', '  ').length / 2))
    return { depth, marker: /[-*•]/.test(marker) ? '–' : marker, text: rest }
  })
}
