import { looksLikeNames, readAuthors } from './author-words.ts'
import { findDay, type FoundDay } from './day-words.ts'
import { roleOf } from './fields.ts'
import { hasWords, isLinkLabel } from './labels.ts'
import { mayHoldPaper } from './links.ts'
import { readPaperLine, type Context, type PaperLine } from './paper-line.ts'
import { cleanTitle } from './title.ts'
import { withoutTags } from './tags.ts'

/** What a table's columns hold, from left to right. */
export interface Column {
  role: 'date' | 'title' | 'authors' | 'votes' | 'link' | 'text' | 'number'
  /** The header's words; empty where there is none. */
  name: string
}

/** A row, read by its columns. */
export interface Row extends PaperLine {
  day: FoundDay['day'] | null
  /** The date as written. */
  dayWords: string
}

const delimiter = /^[\s|:-]*$/
const titleName = /^(?:paper|papers|name|work|method|model|논문|论文|論文)(?: title| name|名)?$/i
const linkName = /link|pdf|arxiv|url|링크|链接|リンク/i
const numbering = /^(?:#|no\.?|번호|순번|序号|番号)$/i
const nothing = /^(?:null|none|n\/?a|nan|tbd|[-–—./x×✗❌]*)$/i

/** What stands further right is kept in the last cell. */
const MAX_CELLS = 200

/** The line under a table's header: `|---|:---:|`. */
export const isDelimiter = (line: string): boolean =>
  line.includes('|') && line.includes('-') && delimiter.test(line)

/** The cells of a row; a pipe after a backslash is a character. */
export function cellsOf(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  let from = 0
  for (let i = 0; i < line.length && cells.length < MAX_CELLS; i++) {
    if (line[i] === '\\' && line[i + 1] === '|') {
      cell += `${line.slice(from, i)}|`
      from = ++i + 1
    } else if (line[i] === '|') {
      cells.push((cell + line.slice(from, i)).trim())
      cell = ''
      from = i + 1
    }
  }
  cells.push((cell + line.slice(from)).trim())
  if (cells[0] === '') cells.shift()
  if (cells.at(-1) === '' && cells.length > 0) cells.pop()
  return cells
}

export function readColumns(header: string): Column[] {
  const names = cellsOf(header).map((name) => cleanTitle(name) || name)
  const hasTitle = names.some((name) => roleOf(name) === 'title')
  return names.map((name) => ({ name, role: columnRole(name, hasTitle) }))
}

function columnRole(name: string, hasTitle: boolean): Column['role'] {
  const role = roleOf(name)
  if (role === 'summary') return 'text'
  if (role) return role
  if (/👍|⬆|▲/u.test(name)) return 'votes'
  if (numbering.test(name)) return 'number'
  if (!hasTitle && titleName.test(name)) return 'title'
  return linkName.test(name) || titleName.test(name) ? 'link' : 'text'
}

interface Cell extends Column {
  text: string
  /** The paper that it links to. */
  paper: PaperLine | null
}

/** Reads a row that links to a paper, else null. */
export function readRow(line: string, columns: readonly Column[], context: Context): Row | null {
  const cells = cellsOf(line).map((text, index): Cell => {
    const { role = 'text', name = '' } = columns[index] ?? {}
    return { text, role, name, paper: paperIn(text, context) }
  })
  const titleCell = cells.find((cell) => cell.role === 'title')
  const paper = paperOf(cells)
  if (!paper) return null
  const row: Row = { ...paper, rest: [], media: [], day: null, dayWords: '' }
  row.title = titleCell ? titleIn(titleCell, row, context) : null
  for (const cell of cells) if (cell !== titleCell) readCell(cell, row, context)
  row.standing = row.title === null ? 'field' : 'leading'
  return row
}

const paperIn = (text: string, context: Context): PaperLine | null =>
  mayHoldPaper(text, context.references) ? readPaperLine(text, context) : null

/** The paper that a row leads to: that of its title, or of a column of links, or of any. */
const paperOf = (cells: readonly Cell[]): PaperLine | null =>
  firstPaper(cells, 'title') ?? firstPaper(cells, 'link') ?? firstPaper(cells)

const firstPaper = (cells: readonly Cell[], role?: Column['role']): PaperLine | null =>
  cells.find((cell) => cell.paper && (role === undefined || cell.role === role))?.paper ?? null

/** A title's cell may go on after a line break. */
function titleIn(cell: Cell, row: Row, context: Context): string | null {
  const [head = '', ...lines] = cell.text.includes('<') ? cell.text.split(/<br\s*\/?>/i) : [cell.text]
  const paper = lines.length === 0 ? cell.paper : paperIn(head, context)
  for (const line of lines) {
    if (looksLikeNames(line.replace(/[*_]/g, ''))) row.authors ??= readAuthors(line, context.references)
    else if (hasWords(withoutTags(line))) row.rest.push(`- ${withoutTags(line).trim()}`)
  }
  if (paper) {
    row.rest.unshift(...paper.rest)
    row.media.push(...paper.media)
    row.votes ??= paper.votes
    if (paper.title !== null) return paper.title
  }
  const title = paper ? '' : cleanTitle(head)
  return title === '' || isLinkLabel(title) ? null : title
}

function readCell(cell: Cell, row: Row, context: Context): void {
  const { text, role } = cell
  const plain = withoutTags(text).replace(/[*_`]/g, '').trim()
  if (nothing.test(plain) || role === 'number') return
  const day = role === 'date' || cell.name === '' ? findDay(plain) : undefined
  const isDay = day?.start === 0 && day.end === plain.length
  if (day && (role === 'date' || isDay)) {
    row.day = day.day
    row.dayWords = plain.slice(day.start, day.end)
  }
  if (isDay && row.day !== 'bad') return
  if (role === 'authors') row.authors ??= readAuthors(text, context.references)
  else if (role === 'votes' && /^[\d,]{1,12}$/.test(plain)) row.votes ??= Number(plain.replaceAll(',', ''))
  else readText(cell, row)
}

function readText({ text, role, name, paper }: Cell, row: Row): void {
  let kept = [text]
  if (paper?.id === row.id) {
    row.media.push(...paper.media)
    if (row.title === null && paper.title !== null) {
      row.title = paper.title
      kept = paper.rest
    } else if (paper.standing === 'field') kept = paper.rest
  }
  for (const line of kept) {
    const words = line
      .replace(/^- /, '')
      .replace(/<br\s*\/?>/gi, '\n')
      .trim()
    if (name !== '' && role !== 'link') row.rest.push(`- **${name}**: ${words}`)
    else if (row.title === null && !isLinkLabel(words) && hasWords(words)) row.title = cleanTitle(words)
    else if (hasWords(words)) row.rest.push(`- ${words}`)
  }
}
