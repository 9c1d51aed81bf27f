import { arxivIdInUrl } from '../identity.ts'
import { mayHoldPaper } from './links.ts'
import { readReferences } from './references.ts'
import type { Context } from './paper-line.ts'

/** What has to be known of a whole file before its lines are read. */
export interface Survey extends Context {
  /** 1 for each line that may hold a paper's link. */
  hints: Uint8Array
  /** Headings that come again and again, such as `Summary` under each paper. */
  repeatedHeadings: ReadonlySet<string>
}

const shortLink = /\[([^[\]]{1,60})\]\(([^)\s]{1,200})/g
const heading = /^#{1,6}\s/

export function surveyOf(text: string, lines: readonly string[]): Survey {
  const references = readReferences(text)
  const hints = new Uint8Array(lines.length)
  const links = new Map<string, string>()
  const repeated = new Set<string>()
  const headings = new Set<string>()
  const repeatedHeadings = new Set<string>()
  for (const [index, line] of lines.entries()) {
    const isHeading = line.startsWith('#') && heading.test(line)
    if (isHeading) addTo(headings, repeatedHeadings, line.trim())
    if (!mayHoldPaper(line, references)) continue
    hints[index] = 1
    if (!isHeading)
      for (const [, words = '', url = ''] of line.matchAll(shortLink))
        noteLink(links, repeated, words.trim(), url)
  }
  return { references, hints, repeated, repeatedHeadings }
}

function addTo(seen: Set<string>, repeated: Set<string>, text: string): void {
  if (seen.has(text)) repeated.add(text)
  else seen.add(text)
}

function noteLink(links: Map<string, string>, repeated: Set<string>, words: string, url: string): void {
  const former = links.get(words)
  if (former === undefined) links.set(words, url)
  else if (former !== url && !repeated.has(words) && arxivIdInUrl(former) !== arxivIdInUrl(url))
    repeated.add(words)
}
