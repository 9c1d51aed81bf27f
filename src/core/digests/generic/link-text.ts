import { spansOf, type Span } from './links.ts'
import type { References } from './references.ts'

/** A line as it is read: links as their words, images as nothing. */
export function shownText(line: string, references: References): string {
  if (!line.includes('](') && !line.includes('<') && references.size === 0) return line
  let text = ''
  let at = 0
  for (const span of spansOf(line, references)) {
    text += line.slice(at, span.start) + (span.kind === 'image' ? '' : span.text)
    at = span.end
  }
  return text + line.slice(at)
}

/** A line whose reference links say where they lead: what defines them stands elsewhere. */
export function withInlineLinks(line: string, references: References): string {
  return references.size === 0 || !line.includes(']') ? line : withMarkdownLinks(line, references)
}

/** A line whose links are all as Markdown has them, those of HTML too. */
export function withMarkdownLinks(line: string, references: References): string {
  let text = ''
  let at = 0
  for (const span of spansOf(line, references)) {
    text += line.slice(at, span.start) + inlined(span, line.slice(span.start, span.end))
    at = span.end
  }
  return text + line.slice(at)
}

/** A link as it is written; reference links, badges that lead somewhere, and those of HTML as `[text](url)`. */
export const inlined = (span: Span, written: string): string =>
  span.kind === 'link' && (!written.endsWith(')') || written.startsWith('[!['))
    ? `[${span.text}](${span.url})`
    : written
