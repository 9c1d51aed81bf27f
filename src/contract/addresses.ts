const scheme = /https?:\/\//iy
/**
 * An address is ASCII, so that a Korean particle behind one ends it (`https://github.com/x/y에서`), and so do Japanese and
 * Chinese words (`https://github.com/x/yを参照`).
 */
const allowed = /[!#-;=?-[\]_a-z~]/i
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
 * that it never opened, and before the sentence's own punctuation. It looks no further than that.
 * @returns the index behind it; `start` where none starts there
 */
export function addressEnd(text: string, start: number): number {
  scheme.lastIndex = start
  if (!scheme.test(text)) return start
  const open: string[] = []
  let end = start
  for (; end < text.length; end++) {
    const char = text.charAt(end)
    if (!allowed.test(char)) break
    const opening = openings.get(char)
    if (char === '(' || char === '[') open.push(char)
    else if (opening !== undefined && open.pop() !== opening) break
  }
  while (end > start && MARKS.includes(text.charAt(end - 1))) end--
  return end
}
