import { mayHoldPaper } from './links.ts'
import { paperIdIn } from './paper-id.ts'
import { readReferences } from './references.ts'
import type { Context } from './paper-line.ts'

/** What has to be known of a whole file before its lines are read. */
export interface Survey extends Context {
  /** 1 for each line that may hold a paper's link. */
  hints: Uint8Array
  /** Headings that come again and again, such as `Summary` under each paper. */
  repeatedHeadings: ReadonlySet<string>
  /** How many headings there are of each level. */
  levels: readonly number[]
}

const shortLink = /\[([^[\]]{1,60})\]\(([^)\s]{1,200})/g
const heading = /^(#{1,6})\s/

/** Whether one of some lines may hold a paper's link. */
export function isHinted({ hints }: Survey, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (hints[i] === 1) return true
  return false
}

export function surveyOf(text: string, lines: readonly string[]): Survey {
  const references = readReferences(text)
  const hints = new Uint8Array(lines.length)
  const links = new Map<string, string>()
  const repeated = new Set<string>()
  const headings = new Set<string>()
  const repeatedHeadings = new Set<string>()
  const levels: number[] = []
  for (const [index, line] of lines.entries()) {
    const level = line.startsWith('#') ? heading.exec(line)?.[1]?.length : undefined
    if (level !== undefined) {
      addTo(headings, repeatedHeadings, line.trim())
      levels[level] = (levels[level] ?? 0) + 1
    }
    if (!mayHoldPaper(line, references)) continue
    hints[index] = 1
    if (level === undefined) noteLinks(line, links, repeated)
  }
  return { references, hints, repeated, fields: new Map(), repeatedHeadings, levels }
}

function addTo(seen: Set<string>, repeated: Set<string>, text: string): void {
  if (seen.has(text)) repeated.add(text)
  else seen.add(text)
}

function noteLinks(line: string, links: Map<string, string>, repeated: Set<string>): void {
  shortLink.lastIndex = 0
  for (let match = shortLink.exec(line); match; match = shortLink.exec(line))
    noteLink(links, repeated, (match[1] ?? '').trim(), match[2] ?? '')
}

function noteLink(links: Map<string, string>, repeated: Set<string>, words: string, url: string): void {
  const former = links.get(words)
  if (former === undefined) links.set(words, url)
  else if (former !== url && !repeated.has(words) && paperIdIn(former) !== paperIdIn(url)) repeated.add(words)
}
