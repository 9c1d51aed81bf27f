import { codeBlockEnd, isFence } from '../code-block.ts'
import { problem, type ParseProblem } from '../dialect.ts'
import { ITEM_LEVEL, LEAD_LEVEL, lineKinds, type Outline } from './block.ts'
import { findDay } from './day-words.ts'
import { readField } from './fields.ts'
import { hasWords, isGeneric, isLinkLabel } from './labels.ts'
import {
  indentOf,
  isRule,
  readMarker,
  trimEnd,
  withoutDecoration,
  withoutQuote,
  type Marker
} from './markers.ts'
import { readPaperLine, type PaperLine } from './paper-line.ts'
import { isDefinition } from './references.ts'
import type { Survey } from './survey.ts'
import { TableScanner } from './table-scanner.ts'
import { cleanTitle } from './title.ts'
import { BlockTree } from './tree.ts'

/** A title that was broken over lines is looked for this far, and a comment's end. */
const MAX_JOINED_LINES = 3
const MAX_COMMENT_LINES = 200
const heading = /^(#{1,6})[ \t]+(\S.*)$/s
const summary = /^\s*(?:<details[^<>]*>\s*)?<summary[^<>]*>(.*?)(?:<\/summary>|$)/is
const boldOnly = /^\*\*([^*]+)\*\*$|^__([^_]+)__$/
/** The first characters of lines that may begin an item. */
const markers = new Set('-*+•·・▪◦‣–([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789')
/** Letters of a title, wide ones counted twice; fewer in bold are a label. */
const MIN_BOLD_TITLE = 24
const MAX_DAY_LINE = 60

/** Reads a file's lines into blocks: headings, items, rows, and paragraphs that link to papers. */
export class OutlineReader {
  readonly problems: ParseProblem[] = []
  readonly #lines: readonly string[]
  readonly #survey: Survey
  readonly #kinds: Uint8Array
  readonly #tree: BlockTree
  readonly #tables: TableScanner
  /** The index where the paragraph began that is being read; -1 between paragraphs. */
  #paragraph = -1
  #afterBlank = true
  /** The line before is an entry's or a heading's. */
  #afterBlock = true

  constructor(lines: readonly string[], survey: Survey) {
    this.#lines = lines
    this.#survey = survey
    this.#kinds = new Uint8Array(lines.length)
    this.#tree = new BlockTree(survey.repeatedHeadings)
    this.#tables = new TableScanner(lines, survey, this.#tree)
  }

  /** @param from the line after the front matter */
  read(from: number, title: string | null): Outline {
    this.#kinds.fill(lineKinds.hidden, 0, from)
    if (title !== null)
      this.#tree.add({ kind: 'heading', level: 0, line: 0, next: from, text: title, paper: null })
    for (let i = from; i < this.#lines.length; i++) i = this.#readLine(i)
    this.#tree.closeTo(0, this.#lines.length)
    return { lines: this.#lines, kinds: this.#kinds, blocks: this.#tree.blocks }
  }

  /** @returns the index of the last line taken. */
  #readLine(index: number): number {
    const raw = this.#lines[index] ?? ''
    let text = raw.trimStart()
    if (text.startsWith('>')) text = withoutQuote(text).trimStart()
    if (text === '') return this.#blank(index)
    const last = this.#special(index, text)
    if (last !== undefined) return last
    const table = this.#tables.read(index, text)
    if (table !== undefined) {
      return this.#start(false, table)
    }
    const marker = markers.has(text[0] ?? '') ? readMarker(text) : undefined
    if (marker) return this.#item(index, { ...marker, indent: indentOf(raw) })
    return this.#text(index, text.trimEnd(), indentOf(raw))
  }

  #blank(index: number): number {
    this.#afterBlank = true
    this.#paragraph = -1
    return index
  }

  /** Headings, code, comments, rules and the like; undefined for other lines. */
  #special(index: number, text: string): number | undefined {
    const first = text[0] ?? ''
    if (first === '#' && indentOf(this.#lines[index] ?? '') < 4) {
      const match = heading.exec(text)
      return match ? this.#heading(index, (match[1] ?? '').length, match[2] ?? '') : undefined
    }
    if ((first === '`' || first === '~') && isFence(text)) return this.#code(index)
    if (first === '<') return this.#tag(index, text)
    if (first === '[' && isDefinition(text)) return this.#hide(index, index)
    if ((first === '-' || first === '*' || first === '_') && isRule(text)) {
      this.#tree.closeTo(LEAD_LEVEL, index)
      return this.#blank(index)
    }
    const underlined =
      this.#lines[index + 1]?.startsWith('==') === true && /^=+\s*$/.test(this.#lines[index + 1] ?? '')
    if (!underlined) return undefined
    this.#heading(index, 1, text)
    return this.#hide(index + 1, index + 1)
  }

  #heading(index: number, level: number, written: string): number {
    const { text, next } = this.#joined(index, withoutClosing(written))
    const paper = this.#paperIn(text, index, next)
    const day = findDay(paper?.words ?? text)?.day
    if (day === 'bad')
      this.problems.push(
        problem('bad-day', 'warning', 'The date in this heading is no day of the calendar.', {
          line: index + 1,
          excerpt: this.#lines[index] ?? ''
        })
      )
    else if (day && !paper) this.#tree.day = day
    const own = day && day !== 'bad' ? { day } : {}
    this.#tree.add({ kind: 'heading', level, line: index, next, text, paper, ...own })
    return this.#start(true, next - 1)
  }

  #code(index: number): number {
    const end = codeBlockEnd(this.#lines, index, (line) => line.trimStart())
    if (this.#afterBlank && indentOf(this.#lines[index] ?? '') < 2) this.#leaveItems(index)
    this.#kinds.fill(lineKinds.code, index, end + 1)
    return this.#start(false, end)
  }

  /** Comments are nothing of the text, `<summary>` begins an entry, the end of its `<details>` ends it. */
  #tag(index: number, text: string): number | undefined {
    if (text.startsWith('<!--')) {
      const end = Math.min(this.#lines.length, index + MAX_COMMENT_LINES)
      for (let i = index; i < end; i++) if (this.#lines[i]?.includes('-->')) return this.#hide(index, i)
      return undefined
    }
    if (/^<\/details>/i.test(text)) {
      this.#tree.closeTo(LEAD_LEVEL, index)
      return this.#blank(index)
    }
    const words = summary.exec(text)?.[1]
    if (words === undefined || indentOf(this.#lines[index] ?? '') > 1) return undefined
    const paper = this.#paperIn(words, index, index + 1)
    if (!paper && !isTitle(words)) return undefined
    this.#tree.add({ kind: 'lead', level: LEAD_LEVEL, line: index, next: index + 1, text: words, paper })
    return this.#start(true, index)
  }

  #hide(from: number, to: number): number {
    this.#kinds.fill(lineKinds.hidden, from, to + 1)
    return to
  }

  #item(index: number, { indent, text: written }: Marker): number {
    const { text, next } = this.#joined(index, written)
    const paper = this.#paperIn(text, index, next)
    const level = ITEM_LEVEL + (indent < 2 ? 0 : indent)
    const alone = level === ITEM_LEVEL && (this.#afterBlank || !this.#tree.item)
    if (!paper) this.#nameOrDay(text)
    this.#tree.add({ kind: 'item', level, line: index, next, text, paper, alone })
    return this.#start(true, next - 1)
  }

  #text(index: number, written: string, indent: number): number {
    const begins = this.#paragraph === -1
    if (begins) this.#paragraph = index
    const { text, next } = this.#joined(index, written)
    const paper = this.#paperIn(text, index, next)
    const leads = paper?.standing === 'leading' && indent < 2 && (begins || this.#afterBlock)
    const item = this.#tree.item
    if (indent < 2 && item && (leads || (this.#afterBlank && begins)))
      this.#leaveItems(index, leads || (paper?.standing === 'field' && !boldOnly.test(item.text)))
    if (!paper) return this.#plain(index, text, begins)
    if (leads) {
      this.#tree.add({ kind: 'lead', level: LEAD_LEVEL, line: index, next, text, paper })
      return this.#start(true, next - 1)
    }
    if (paper.standing !== 'field') return this.#start(false, index)
    if (this.#tree.item) this.#tree.attribute(paper)
    else this.#field(index, next, text, paper)
    return this.#start(true, next - 1)
  }

  /** A paragraph's first line may be the title of a paper that its next line links to. */
  #field(index: number, next: number, text: string, paper: PaperLine): void {
    const line = this.#paragraph
    const first = line < index ? (this.#lines[line] ?? '').trim() : ''
    const named = line < index && this.#survey.hints[line] === 0 && first.length <= 300
    const place = named
      ? { line, next: line + 1, text: readField(first)?.value ?? first }
      : { line: index, next, text }
    this.#tree.add({ kind: 'field', level: LEAD_LEVEL + 0.5, ...place, paper, named })
  }

  #plain(index: number, text: string, begins: boolean): number {
    if (this.#nameOrDay(text) || !begins || this.#tree.item) return this.#start(false, index)
    const bold = boldOnly.exec(withoutDecoration(text))
    const words = bold?.[1] ?? bold?.[2] ?? ''
    const leads = !/[.。:：]$/.test(words) && isTitle(words)
    if (leads)
      this.#tree.add({ kind: 'lead', level: LEAD_LEVEL, line: index, next: index + 1, text, paper: null })
    return this.#start(leads, index)
  }

  /** `**Title**: …` names the section's paper where its heading doesn't; a line of a date tells the day. */
  #nameOrDay(text: string): boolean {
    const section = this.#tree.section
    if (section && !section.paper && !this.#tree.isNamed(section)) {
      const field = readField(text)
      if (field?.role === 'title' && hasWords(field.value)) {
        section.text = field.value
        section.named = true
        return true
      }
    }
    if (text.length > MAX_DAY_LINE || !/\d{4}/.test(text)) return false
    const day = findDay(text)?.day
    if (day === undefined || day === 'bad' || !isGeneric(text)) return false
    this.#tree.day = day
    return true
  }

  /** A paragraph after a list belongs to the item before it only where each item stands by itself. */
  #leaveItems(index: number, always = false): void {
    if (always || this.#tree.item?.alone !== true) this.#tree.closeTo(ITEM_LEVEL, index)
  }

  #paperIn(text: string, from: number, to: number): PaperLine | null {
    for (let i = from; i < to; i++) if (this.#survey.hints[i] === 1) return readPaperLine(text, this.#survey)
    return null
  }

  /** A line with the next ones where a link's words were broken over lines. */
  #joined(index: number, text: string): { text: string; next: number } {
    const next = index + 1
    if (text.lastIndexOf('[') <= text.lastIndexOf(']')) return { text, next }
    let joined = text
    for (let i = next; i <= index + MAX_JOINED_LINES; i++) {
      const line = this.#lines[i]?.trim() ?? ''
      if (line === '' || line.startsWith('#')) break
      joined += ` ${line}`
      if (line.includes('](')) return { text: joined, next: i + 1 }
    }
    return { text, next }
  }

  /** Goes on after a line that has been read. */
  #start(block: boolean, last: number): number {
    this.#afterBlank = false
    this.#afterBlock = block
    if (block) this.#paragraph = -1
    return last
  }
}

/** A heading's text without the `##` that may end it. */
function withoutClosing(written: string): string {
  const text = written.trimEnd()
  const open = trimEnd(text, '#')
  return open.length < text.length && /\s$/.test(open.slice(-1)) ? open.trimEnd() : text
}

/** Whether words are many enough for a title, and no label of a part. */
function isTitle(words: string): boolean {
  const title = cleanTitle(words)
  const wide = title.match(/[\u1100-\uffdc]/g)?.length ?? 0
  return title.length + wide >= MIN_BOLD_TITLE && !isLinkLabel(title) && !isGeneric(title)
}
