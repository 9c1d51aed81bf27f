export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** Of a text's characters at most one in so many is none that texts have. */
const ODD_ONES = 20
/** Of UTF-16 at least one unit in so many is ASCII, whose zero bytes are all on one side, but for one in so many. */
const ASCII_ONES = 10
const LOPSIDED = 4

/**
 * Tells how bytes make a text: by a byte order mark, else UTF-16 by the zero bytes that its ASCII has on one side,
 * else UTF-8.
 * @returns undefined where they make none: they hold zero bytes, and much else that texts don't
 */
export function encodingOf(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (!bytes.includes(0)) return 'utf-8'
  const wide = wideEncoding(bytes)
  if (wide && isText(bytes, wide)) return wide
  return isText(bytes, 'utf-8') ? 'utf-8' : undefined
}

function wideEncoding(bytes: Buffer): Encoding | undefined {
  // Zeros at the end may be there from a crash; they are on both sides.
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1
  let even = 0
  let odd = 0
  for (let at = bytes.indexOf(0); at !== -1 && at < end; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) even++
    else odd++
  }
  if (Math.max(even, odd) * ASCII_ONES < end / 2 || Math.min(even, odd) * LOPSIDED > Math.max(even, odd))
    return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function isText(bytes: Buffer, encoding: Encoding): boolean {
  const text = new TextDecoder(encoding).decode(bytes)
  let characters = 0
  let odd = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0) continue
    characters++
    if (isOdd(code)) odd++
  }
  return characters > 0 && odd * ODD_ONES <= characters
}

/** Control characters but for white space and escapes, what could not be decoded, what has no meaning of its own. */
const isOdd = (code: number): boolean =>
  (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b) ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0xe000 && code <= 0xf8ff) ||
  code >= 0xfffd
