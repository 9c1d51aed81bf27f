import { isUtf8 } from 'node:buffer'
import { problem, type ParseProblem } from './dialect.ts'
import { encodingOf } from './encoding.ts'

/**
 * A digest file's text, with line feeds only. Bytes that can't be decoded become U+FFFD and are reported, and so does
 * each run of NUL characters, but for those that a crash left behind the text's end; of what is no text there is none.
 */
export function decodeDigest(bytes: Buffer): { text: string; problems: ParseProblem[] } {
  const encoding = encodingOf(bytes)
  if (encoding === undefined)
    return {
      text: '',
      problems: [problem('binary-file', 'warning', 'This is no text file, so no digest.')]
    }
  // Without `fatal` a byte order mark is cut off and what can't be decoded is replaced.
  const decoded = new TextDecoder(encoding).decode(bytes)
  const lines = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
  const text = withoutNul(lines)
  const problems: ParseProblem[] = []
  if (encoding === 'utf-8' && !isUtf8(bytes)) {
    const message = 'Some bytes are not UTF-8; they are shown as �.'
    problems.push(problem('not-utf8', 'warning', message, placeIn(text, text.indexOf('\uFFFD'))))
  }
  if (text !== lines) {
    const message = 'There are zero bytes in this text; what they replaced is lost and shown as �.'
    problems.push(problem('nul-bytes', 'warning', message, placeIn(text, lines.indexOf('\0'))))
  }
  return { text, problems }
}

function withoutNul(text: string): string {
  if (!text.includes('\0')) return text
  let end = text.length
  while (text.charCodeAt(end - 1) === 0) end--
  return text.slice(0, end).replace(/\0+/g, '\uFFFD')
}

function placeIn(text: string, found: number): { line: number; column: number; excerpt: string } {
  const index = Math.max(0, found)
  const before = text.slice(0, index)
  const lineStart = before.lastIndexOf('\n') + 1
  const lineEnd = text.indexOf('\n', index)
  return {
    line: before.split('\n').length,
    column: index - lineStart + 1,
    excerpt: text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd)
  }
}
