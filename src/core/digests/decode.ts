import { isUtf8 } from 'node:buffer'
import { problem, type ParseProblem } from './dialect.ts'

/**
 * A digest file's text: UTF-8, or UTF-16 with a byte order mark, with line feeds only. Bytes that are no UTF-8
 * become U+FFFD and are reported; a file with NUL bytes is no text.
 */
export function decodeDigest(bytes: Buffer): { text: string; problems: ParseProblem[] } {
  const encoding = encodingOf(bytes)
  if (encoding === 'utf-8' && bytes.includes(0))
    return {
      text: '',
      problems: [problem('binary-file', 'warning', 'This is no text file, so no digest.')]
    }
  // Without `fatal` a byte order mark is cut off and what can't be decoded is replaced.
  const decoded = new TextDecoder(encoding).decode(bytes)
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
  return { text, problems: encoding === 'utf-8' && !isUtf8(bytes) ? [notUtf8(text)] : [] }
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function notUtf8(text: string): ParseProblem {
  const index = Math.max(0, text.indexOf('\uFFFD'))
  const before = text.slice(0, index)
  const lineStart = before.lastIndexOf('\n') + 1
  const lineEnd = text.indexOf('\n', index)
  return problem('not-utf8', 'warning', 'Some bytes are not UTF-8; they are shown as �.', {
    line: before.split('\n').length,
    column: index - lineStart + 1,
    excerpt: text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd)
  })
}
