/** What a URL may not hold unescaped (RFC 3986), and the percent sign that escapes nothing. */
const illegal = /[^\x21-\x7e]|["<>\\^`{|}]|%(?![0-9A-Fa-f]{2})/gu

/**
 * A URL for a url field or inside `\url{…}`, which print it as it is: ASCII, without white space, braces and
 * backslashes. Empty for an empty one.
 */
export function urlToBibtex(url: string): string {
  return url
    .trim()
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .replace(illegal, encodeURIComponent)
}
