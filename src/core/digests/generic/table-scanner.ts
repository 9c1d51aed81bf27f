import { htmlRows, isHtmlTable, isHtmlTableStart, rowEnd } from './html-table.ts'
import { ITEM_LEVEL } from './block.ts'
import { indentOf } from './markers.ts'
import { isHinted, type Survey } from './survey.ts'
import { cellsOf, isDelimiter, readColumns, readRow, type Column } from './table.ts'
import type { BlockTree } from './tree.ts'

/** A cell that was broken over lines is looked for this far. */
const MAX_ROW_LINES = 30

/** Finds tables among a file's lines and adds their rows to its blocks. */
export class TableScanner {
  readonly #lines: readonly string[]
  readonly #survey: Survey
  readonly #tree: BlockTree
  #columns: readonly Column[] = []
  /** The index of the line after the table's last one. */
  #end = -1

  constructor(lines: readonly string[], survey: Survey, tree: BlockTree) {
    this.#lines = lines
    this.#survey = survey
    this.#tree = tree
  }

  /** @returns the index of the last line taken, or undefined where the line is of no table. */
  read(index: number, text: string): number | undefined {
    if (text.startsWith('<')) return isHtmlTable(text) ? this.#html(index, text) : undefined
    const next = this.#lines[index + 1]
    if (next !== undefined && isDelimiter(next) && text.includes('|')) {
      if (indentOf(this.#lines[index] ?? '') < 2) this.#tree.closeTo(ITEM_LEVEL, index)
      this.#columns = readColumns(text)
      this.#end = index + 2
      return index + 1
    }
    const inTable = this.#end === index && text.includes('|')
    if (!inTable && !text.startsWith('|')) return undefined
    if (!inTable) this.#columns = []
    const last = this.#row(index, text)
    this.#end = last + 1
    return last
  }

  /** Rows of HTML are read as those of Markdown. */
  #html(index: number, text: string): number {
    if (isHtmlTableStart(text)) this.#columns = []
    const last = rowEnd(this.#lines, index)
    for (const { line, isHeader } of htmlRows(this.#lines.slice(index, last + 1).join(' '), this.#survey)) {
      if (isHeader) this.#columns = readColumns(line)
      else this.#add(line, index, last)
    }
    return last
  }

  #row(index: number, text: string): number {
    let line = text.trimEnd()
    let last = index
    if (this.#columns.length > 0 && line.startsWith('|') && !line.endsWith('|')) {
      let joined = line
      const end = Math.min(this.#lines.length, index + MAX_ROW_LINES)
      for (let i = index + 1; i < end; i++) {
        const more = this.#lines[i]?.trim() ?? ''
        if (more === '' || more.startsWith('|')) break
        joined += ` ${more}`
        if (!more.endsWith('|')) continue
        if (cellsOf(line).length < this.#columns.length) [line, last] = [joined, i]
        break
      }
    }
    this.#add(line, index, last)
    return last
  }

  /** @param line the row that begins at `index`, which reaches to `last` */
  #add(line: string, index: number, last: number): void {
    if (!isHinted(this.#survey, index, last + 1)) return
    const row = readRow(line, this.#columns, this.#survey)
    if (!row) return
    const level = ITEM_LEVEL + indentOf(this.#lines[index] ?? '')
    this.#tree.add({ kind: 'row', level, line: index, next: last + 1, text: line, paper: row, row })
  }
}
