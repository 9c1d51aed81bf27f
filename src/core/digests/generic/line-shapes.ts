import { isGeneric, isLinkLabel } from './labels.ts'
import { trimEnd, withoutDecoration } from './markers.ts'
import { cleanTitle } from './title.ts'

/** A title that was broken over lines is looked for this far, and a comment's end. */
const MAX_JOINED_LINES = 3
const MAX_COMMENT_LINES = 200
/** Letters of a title, wide ones counted twice; fewer in bold are a label. */
const MIN_BOLD_TITLE = 24
const heading = /^(#{1,6})[ \t]+(\S.*)$/s
const summary = /^(?:<details[^<>]*>\s*)?<summary[^<>]*>(.*?)(?:<\/summary>|$)/is
const boldOnly = /^\*\*([^*]+)\*\*$|^__([^_]+)__$/
const wide = /[\u1100-\uffdc]/g

/** `## Title ##` as its level and its words, or undefined. */
export function readHeadingLine(text: string): { level: number; words: string } | undefined {
  const match = heading.exec(text)
  if (!match) return undefined
  const words = (match[2] ?? '').trimEnd()
  const open = trimEnd(words, '#')
  const closed = open.length < words.length && /\s$/.test(open.slice(-1))
  return { level: (match[1] ?? '').length, words: closed ? open.trimEnd() : words }
}

/** The words of `<summary>…</summary>`, which a `<details>` may open, or undefined. */
export const summaryWords = (text: string): string | undefined => summary.exec(text)?.[1]

/** The words of a line that is in bold as a whole, or undefined. */
export function boldWords(text: string): string | undefined {
  const match = boldOnly.exec(withoutDecoration(text))
  return match ? (match[1] ?? match[2]) : undefined
}

/** Whether words are many enough for a title, and no label of a part. */
export function mayBeTitle(words: string): boolean {
  const title = cleanTitle(words)
  const width = title.length + (title.match(wide)?.length ?? 0)
  return width >= MIN_BOLD_TITLE && !/[.。:：]$/.test(words) && !isLinkLabel(title) && !isGeneric(title)
}

/** A line with the next ones where a link's words were broken over lines, and the index of the line after. */
export function joinedLine(
  lines: readonly string[],
  index: number,
  text: string
): { text: string; next: number } {
  const next = index + 1
  if (text.lastIndexOf('[') <= text.lastIndexOf(']')) return { text, next }
  let joined = text
  for (let i = next; i <= index + MAX_JOINED_LINES; i++) {
    const line = lines[i]?.trim() ?? ''
    if (line === '' || line.startsWith('#')) break
    joined += ` ${line}`
    if (line.includes('](')) return { text: joined, next: i + 1 }
  }
  return { text, next }
}

/** The index of the line that ends the comment begun at `index`; undefined where words follow it, or it has no end. */
export function commentEnd(lines: readonly string[], index: number): number | undefined {
  const end = Math.min(lines.length, index + MAX_COMMENT_LINES)
  for (let i = index; i < end; i++) {
    const line = lines[i] ?? ''
    if (line.includes('-->')) return line.trimEnd().endsWith('-->') ? i : undefined
  }
  return undefined
}
