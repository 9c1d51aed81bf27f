import { codeBlockEnd, isFence } from '../code-block.ts'
import { placeIn, problem, type ParseProblem } from '../dialect.ts'
import { ITEM_LEVEL, LEAD_LEVEL, lineKinds, type Block, type Outline } from './block.ts'
import { findDay } from './day-words.ts'
import type { FrontMatter } from './front-matter.ts'
import { hasWords, isGeneric } from './labels.ts'
import { isPaperField, isTitleField, readField, type Field } from './fields.ts'
import {
  boldWords,
  commentEnd,
  joinedLine,
  mayBeTitle,
  readHeadingLine,
  summaryWords
} from './line-shapes.ts'
import { indentOf, isRule, readMarker, withoutQuote, type Marker } from './markers.ts'
import { readPaperLine, type PaperLine } from './paper-line.ts'
import { isPointing } from './pointing.ts'
import { isDefinition } from './references.ts'
import { isHinted, type Survey } from './survey.ts'
import { TableScanner } from './table-scanner.ts'
import { withoutEnumeration } from './title.ts'
import { BlockTree } from './tree.ts'

/** The first characters of lines that may begin an item. */
const markers = new Set('-*+•·・▪◦‣–([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789')
/** A longer line that has a date is text. */
const MAX_DAY_LINE = 60

/** Whether an item, with its paper, is one of the fields that come after `- Paper: [Title](https://…)`. */
function isFieldOf({ paper: own, field }: Block, paper: PaperLine | null): boolean {
  if (!paper) return true
  const known = own ?? field
  if (paper.standing === 'mention') return known !== null
  return paper.standing === 'field' && (known === null || known.id === paper.id)
}

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
  /** The lines are a heading's that is surely an entry: what stands in them is part of it. */
  #inEntry = false

  constructor(lines: readonly string[], survey: Survey) {
    this.#lines = lines
    this.#survey = survey
    this.#kinds = new Uint8Array(lines.length)
    this.#tree = new BlockTree(survey.repeatedHeadings)
    this.#tables = new TableScanner(lines, survey, this.#tree)
  }

  read({ end: from, title, line }: FrontMatter): Outline {
    this.#kinds.fill(lineKinds.hidden, 0, from)
    if (title !== null)
      this.#tree.add({ kind: 'heading', level: 0, line, next: from, text: title, paper: null })
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
    if (this.#inEntry) return this.#start(false, index)
    const table = this.#tables.read(index, text)
    if (table !== undefined) return this.#start(false, table)
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
      const heading = readHeadingLine(text)
      return heading && this.#heading(index, heading.level, heading.words)
    }
    if ((first === '`' || first === '~') && isFence(text)) return this.#code(index)
    if (first === '<') return this.#tag(index, text)
    if (first === '[' && isDefinition(text)) return this.#hide(index, index)
    if ((first === '-' || first === '*' || first === '_') && isRule(text)) {
      if (indentOf(this.#lines[index] ?? '') < 2) this.#tree.closeTo(LEAD_LEVEL, index)
      return this.#blank(index)
    }
    const underlined =
      this.#lines[index + 1]?.startsWith('==') === true && /^=+\s*$/.test(this.#lines[index + 1] ?? '')
    if (!underlined) return undefined
    this.#heading(index, 1, text)
    return this.#hide(index + 1, index + 1)
  }

  #heading(index: number, level: number, written: string): number {
    const { text, next } = joinedLine(this.#lines, index, written)
    const paper = this.#paperIn(text, index, next)
    const words = paper?.words ?? text
    const found = findDay(words)
    const day = found?.day
    if (day === 'bad') {
      const place = placeIn(this.#lines, index, words.slice(found?.start, found?.end))
      const message = 'The date in this heading is no day of the calendar.'
      this.problems.push(problem('bad-day', 'warning', message, place))
    }
    if (day && !paper) this.#tree.day = day === 'bad' ? null : day
    const own = day && day !== 'bad' ? { day } : {}
    this.#tree.add({ kind: 'heading', level, line: index, next, text, paper, ...own })
    this.#inEntry = paper?.standing === 'leading' && !this.#isTop(level)
    return this.#start(true, next - 1)
  }

  /** Whether a heading may be the title of all that follows. */
  #isTop(level: number): boolean {
    const { levels } = this.#survey
    return (levels[level] ?? 0) < 2 && !levels.slice(0, level).some((count) => count > 0)
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
      const end = commentEnd(this.#lines, index)
      return end === undefined ? undefined : this.#hide(index, end)
    }
    if (/^<\/details>/i.test(text)) {
      this.#tree.closeTo(LEAD_LEVEL, index)
      return this.#blank(index)
    }
    const words = summaryWords(text)
    if (words === undefined || indentOf(this.#lines[index] ?? '') > 1) return undefined
    const paper = this.#paperIn(words, index, index + 1)
    if (!paper && !mayBeTitle(words)) return undefined
    this.#tree.add({ kind: 'lead', level: LEAD_LEVEL, line: index, next: index + 1, text: words, paper })
    return this.#start(true, index)
  }

  #hide(from: number, to: number): number {
    this.#kinds.fill(lineKinds.hidden, from, to + 1)
    return to
  }

  #item(index: number, { indent, text: written }: Marker): number {
    const { text, next } = joinedLine(this.#lines, index, written)
    const paper = this.#paperIn(text, index, next)
    const level = ITEM_LEVEL + (indent < 2 ? 0 : indent)
    const field = paper ? undefined : readField(text)
    const isTitle = paper ? paper.labelled : isTitleField(text, field)
    const opener = isTitle ? undefined : this.#tree.fieldsOpener(level, isPaperField(field))
    if (opener && isFieldOf(opener, paper)) {
      this.#tree.closeTo(level + 0.5, index)
      if (paper) this.#tree.attribute(paper)
      return this.#start(false, next - 1)
    }
    const alone = level === ITEM_LEVEL && (this.#afterBlank || !this.#tree.item)
    if (!paper) this.#nameOrDay(text, field)
    this.#tree.add({ kind: 'item', level, line: index, next, text, paper, alone, opensFields: isTitle })
    return this.#start(true, next - 1)
  }

  #text(index: number, written: string, indent: number): number {
    const begins = this.#paragraph === -1
    if (begins) this.#paragraph = index
    const { text, next } = joinedLine(this.#lines, index, written)
    const paper = this.#paperIn(text, index, next)
    const leads = paper?.standing === 'leading' && indent < 2 && (begins || this.#afterBlock)
    const item = this.#tree.item
    if (
      indent < 2 &&
      item &&
      (leads || (this.#afterBlank && begins && !(this.#tree.isInPaper && isPaperField(readField(text)))))
    )
      this.#leaveItems(index, leads || (paper?.standing === 'field' && boldWords(item.text) === undefined))
    if (!paper) return this.#plain(index, text, begins)
    if (leads) {
      this.#tree.add({ kind: 'lead', level: LEAD_LEVEL, line: index, next, text, paper })
      return this.#start(true, next - 1)
    }
    if (paper.standing !== 'field') {
      if (isPointing(text, this.#survey)) this.#tree.point(paper)
      return this.#start(false, index)
    }
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
    if (this.#nameOrDay(text, readField(text)) || !begins || this.#tree.item) return this.#start(false, index)
    const words = boldWords(text)
    const title = words === undefined ? undefined : this.#boldTitle(index, words)
    if (title === undefined) return this.#start(false, index)
    const place = { line: index, next: index + 1 }
    this.#tree.add({ kind: 'lead', level: LEAD_LEVEL, ...place, text: `**${title}**`, paper: null })
    return this.#start(true, index)
  }

  /** The title that a line in bold is: `标题：…`, a long one, or a numbered one right before a paper's link. */
  #boldTitle(index: number, words: string): string | undefined {
    const plain = withoutEnumeration(words)
    const field = readField(plain)
    if (field?.role === 'title' && hasWords(field.value)) return field.value
    if (mayBeTitle(words)) return words
    if (plain === words || isGeneric(plain) || /[:：]$/.test(plain)) return undefined
    let next = index + 1
    while (this.#lines[next]?.trim() === '') next++
    return this.#paperIn(this.#lines[next]?.trim() ?? '', next, next + 1)?.standing === 'field'
      ? words
      : undefined
  }

  /** `**Title**: …` names the section's paper where its heading doesn't; a line of a date tells the day. */
  #nameOrDay(text: string, field: Field | undefined): boolean {
    const section = this.#tree.section
    if (field?.role === 'title' && section && !section.paper && !this.#tree.isNamed(section)) {
      if (hasWords(field.value)) {
        this.#tree.nameSection(section, field.value)
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
    if (!isHinted(this.#survey, from, to)) return null
    const paper = readPaperLine(text, this.#survey)
    if (paper && (paper.standing === 'field' || paper.labelled)) this.#survey.fields.set(text, paper)
    return paper
  }

  /** Goes on after a line that has been read. */
  #start(block: boolean, last: number): number {
    this.#afterBlank = false
    this.#afterBlock = block
    if (block) this.#paragraph = -1
    return last
  }
}
