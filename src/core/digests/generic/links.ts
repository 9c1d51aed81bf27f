import { bareLinks } from './bare-links.ts'
import { paperIdIn } from './paper-id.ts'
import { MAX_REFERENCE, type References } from './references.ts'
import { AnchorFinder } from './tags.ts'

/** A link or an image in a line. */
export interface Span {
  kind: 'link' | 'image' | 'bare'
  start: number
  end: number
  /** What a reader sees; a badge's alternative text where the link is a badge, empty for bare links. */
  text: string
  url: string
  /** The arXiv id that it leads to, or null where it is no paper's link. */
  id: string | null
}

const paper = /arxiv|co\/papers\/|10\.48550/i
const autolink = /<(https?:\/\/[^\s<>]{1,2000})>/iy
const [BACKSLASH, OPENING, CLOSING, LESS_THAN] = [92, 91, 93, 60]
/** How far a link's own title, `(https://… "title")`, is looked for. */
const MAX_LINK_TITLE = 300

/** Whether a line may hold a paper's link. Cheap: it runs on every line. */
export const mayHoldPaper = (line: string, references: References): boolean =>
  paper.test(line) || (references.size > 0 && line.includes(']'))

/** The links and images of a line, from left to right, none within another. Linear in the line's length. */
export function spansOf(line: string, references: References): Span[] {
  const spans: Span[] = []
  const open: number[] = []
  const anchors = new AnchorFinder(line)
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i)
    if (code === BACKSLASH) i++
    else if (code === OPENING) open.push(i)
    else if (code === CLOSING) {
      const start = open.pop()
      const target = start === undefined ? undefined : targetAfter(line, start, i, references)
      if (start === undefined || !target) continue
      const text = textOf(line, start + 1, i, spans)
      spans.push(
        line[start - 1] === '!'
          ? { kind: 'image', start: start - 1, end: target.end, text, url: target.url, id: null }
          : link(start, target.end, text, target.url)
      )
      i = target.end - 1
    } else if (code === LESS_THAN) {
      const span = tagAt(line, i, anchors)
      if (!span) continue
      spans.push(span)
      i = span.end - 1
    }
  }
  return withBareLinks(line, spans)
}

const link = (start: number, end: number, text: string, url: string): Span => ({
  kind: 'link',
  start,
  end,
  text,
  url,
  id: paper.test(url) ? paperIdIn(url) : null
})

interface Target {
  url: string
  end: number
}

/** What follows the closing bracket at `close`: `(url "title")`, `[label]`, `[]` or, for `[label]`, nothing. */
function targetAfter(line: string, start: number, close: number, references: References): Target | undefined {
  const next = line[close + 1]
  if (next === '(') return inlineTarget(line, close + 2)
  if (references.size === 0) return undefined
  const length = next === '[' ? line.slice(close + 2, close + 2 + MAX_REFERENCE).indexOf(']') : -1
  const [from, to] = length > 0 ? [close + 2, close + 2 + length] : [start + 1, close]
  if (to - from > MAX_REFERENCE) return undefined
  const url = references.get(line.slice(from, to).trim().toLowerCase())
  return url === undefined ? undefined : { url, end: length < 0 ? close + 1 : close + 3 + length }
}

/** A URL holds neither spaces nor brackets, so that no line is gone over twice. An end of line closes it too. */
function inlineTarget(line: string, from: number): Target | undefined {
  let at = from
  while (line[at] === ' ') at++
  const pointed = line[at] === '<'
  if (pointed) at++
  const begin = at
  let depth = 0
  for (; at < line.length; at++) {
    const char = line[at] ?? ''
    if (char === '(') depth++
    else if (char === ')' && depth-- === 0) break
    else if (char <= ' ' || char === '[' || char === ']' || char === '<' || char === '>') break
  }
  const url = line.slice(begin, at)
  if (pointed && line[at] === '>') at++
  if (line[at] === ' ') {
    const rest = line.slice(at, at + MAX_LINK_TITLE).indexOf(')')
    if (rest === -1) return undefined
    at += rest
  }
  if (at < line.length && line[at] !== ')') return undefined
  return { url, end: Math.min(at + 1, line.length) }
}

/** The text between two brackets with the links and images in it as their texts; these are taken off `spans`. */
function textOf(line: string, start: number, end: number, spans: Span[]): string {
  let text = ''
  let to = end
  for (let inner = spans.at(-1); inner && inner.start >= start; inner = spans.at(-1)) {
    text = inner.text + line.slice(inner.end, to) + text
    to = inner.start
    spans.pop()
  }
  return line.slice(start, to) + text
}

function tagAt(line: string, at: number, anchors: AnchorFinder): Span | undefined {
  autolink.lastIndex = at
  const auto = autolink.exec(line)
  if (auto) return { ...link(at, autolink.lastIndex, '', auto[1] ?? ''), kind: 'bare' }
  const html = anchors.at(at)
  return html && link(at, html.end, html.text, html.url)
}

function withBareLinks(line: string, spans: Span[]): Span[] {
  const bare = bareLinks(line, spans)
  if (bare.length === 0) return spans
  return [...spans, ...bare.map((found): Span => ({ kind: 'bare', text: '', ...found }))].sort(
    (a, b) => a.start - b.start
  )
}
