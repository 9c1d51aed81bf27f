import { withMarkdownLinks } from './link-text.ts'
import type { Context } from './paper-line.ts'
import { withoutTags } from './tags.ts'

const table = /^<\/?(?:table|thead|tbody|tr)\b/i
const start = /^<table\b/i
const rowStart = /<tr\b/i
const rowClose = /<\/tr\s*>/i
const headerCell = /<th\b/i
const cellStart = /<t[dh]\b[^<>]*>/i
const cellClose = /<\/t[dh]\s*>/i
/** A row that was broken over lines is looked for this far. */
const MAX_ROW_LINES = 30

/** Whether a line begins with a tag of a table or of a row. */
export const isHtmlTable = (text: string): boolean => table.test(text)

export const isHtmlTableStart = (text: string): boolean => start.test(text)

/** The index of the line that ends the row begun at `index`; `index` itself where none begins, or it has no end. */
export function rowEnd(lines: readonly string[], index: number): number {
  const first = lines[index] ?? ''
  if (!rowStart.test(first) || rowClose.test(first)) return index
  const end = Math.min(lines.length, index + MAX_ROW_LINES)
  for (let i = index + 1; i < end; i++) {
    const line = lines[i] ?? ''
    if (rowClose.test(line)) return i
    if (line.startsWith('#') || rowStart.test(line)) break
  }
  return index
}

/** The rows in a text, as Markdown has them. */
export function htmlRows(text: string, { references }: Context): { line: string; isHeader: boolean }[] {
  const rows: { line: string; isHeader: boolean }[] = []
  for (const piece of text.split(rowClose)) {
    const from = piece.search(rowStart)
    const [head = '', ...cells] = from === -1 ? [] : piece.slice(from).split(cellStart)
    if (cells.length === 0) continue
    const words = cells.map((cell) => {
      const [inside = ''] = cell.split(cellClose, 1)
      return withoutTags(withMarkdownLinks(inside, references))
        .replace(/\s+/g, ' ')
        .replace(/ (?=[.,;:!?)])/g, '')
        .replaceAll('|', '\\|')
        .trim()
    })
    rows.push({ line: `|${words.join('|')}|`, isHeader: headerCell.test(piece) && head !== '' })
  }
  return rows
}
