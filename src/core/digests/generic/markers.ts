/** A line as a list item: how far its text is set in, and the text. */
export interface Marker {
  indent: number
  text: string
}

const marker =
  /^[ \t]*(?:(?:[-*+•·・▪◦‣–]|\d{1,3}[.)]|\(\d{1,3}\)|\[\d{1,3}\])[ \t]+(?=\S)|-(?=\[)|[①-⑳][ \t]*(?=\S))/
const checkbox = /^\[[ xX]\]\s+/
const quote = /^\s{0,3}>/
const rule = /^\s*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
/** Emoji, their parts, and `:fire:`. */
const decoration =
  /^(?:(?![©®™])\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]|\p{Regional_Indicator}|[0-9#*]\uFE0F?\u20E3|:[a-z][a-z0-9_+-]{1,30}:|\s)+/u

/** How far a line is set in; a tab counts four. */
export function indentOf(line: string): number {
  let width = 0
  for (let i = 0; i < line.length; i++) {
    if (line[i] === ' ') width++
    else if (line[i] === '\t') width += 4
    else break
  }
  return width
}

/** A line without its first `width` columns of white space. */
export function dedent(line: string, width: number): string {
  let i = 0
  for (let column = 0; column < width && (line[i] === ' ' || line[i] === '\t'); i++) {
    column += line[i] === '\t' ? 4 : 1
  }
  return i === 0 ? line : line.slice(i)
}

/** `- text`, `1. text`, `[1] text`, `① text`, with or without a box to tick; undefined for other lines. */
export function readMarker(line: string): Marker | undefined {
  const match = marker.exec(line)
  if (!match) return undefined
  return { indent: indentOf(line), text: line.slice(match[0].length).replace(checkbox, '').trimEnd() }
}

/** A line without the marks of a quotation. */
export function withoutQuote(line: string): string {
  let text = line
  for (let depth = 0; depth < 10 && quote.test(text); depth++) text = text.replace(/^\s{0,3}> ?/, '')
  return text
}

export const isRule = (line: string): boolean => rule.test(line)

/** A text without the emoji that it begins with. */
export const withoutDecoration = (text: string): string => text.replace(decoration, '')

/** A text without the given characters at its end, also where there are a million of them. */
export function trimEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

export function trimStart(text: string, characters: string): string {
  let start = 0
  while (start < text.length && characters.includes(text[start] ?? '')) start++
  return text.slice(start)
}
