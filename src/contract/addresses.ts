/** An address is ASCII, so that a Korean particle behind one ends it (`https://github.com/x/y에서`). */
const address = /https?:\/\/[!#-;=?-[\]_a-z~]*/iy
const openings = new Map([
  [')', '('],
  [']', '[']
])
/**
 * Marks that belong to the sentence or to emphasis where they end an address, as in GitHub's Markdown
 * (https://github.github.com/gfm/#extended-autolink-path-validation), quotation marks and LaTeX's dollars.
 */
const MARKS = ".,;:!?'*_~$"

/**
 * Where the http(s) address ends that starts at a place of a text: before what no address holds, before a bracket
 * that it never opened, and before the sentence's own punctuation.
 * @returns the index behind it; `start` where none starts there
 */
export function addressEnd(text: string, start: number): number {
  address.lastIndex = start
  const length = address.exec(text)?.[0].length ?? 0
  let end = beforeUnopened(text, start, start + length)
  while (end > start && MARKS.includes(text.charAt(end - 1))) end--
  return end
}

/** The index of the first bracket between two places that closes none opened there; the second place without one. */
function beforeUnopened(text: string, start: number, end: number): number {
  const open: string[] = []
  for (let i = start; i < end; i++) {
    const char = text.charAt(i)
    const opening = openings.get(char)
    if (char === '(' || char === '[') open.push(char)
    else if (opening !== undefined && open.pop() !== opening) return i
  }
  return end
}
