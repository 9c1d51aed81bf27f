import type { Day } from '../../../contract/model.ts'
import { ITEM_LEVEL, type Block, type NewBlock } from './block.ts'
import { isPaperField, readField } from './fields.ts'
import { hasWords, isGeneric, isLinkLabel, isReferences } from './labels.ts'
import type { PaperLine } from './paper-line.ts'
import { cleanTitle } from './title.ts'

/** How far up a link without a title looks for the block that names its paper. */
const MAX_CLIMB = 4

/** Gathers a file's blocks and knows which of them are open at the line being read. */
export class BlockTree {
  readonly blocks: Block[] = []
  /** The day of the last heading with a date. */
  day: Day | null = null
  readonly #open: Block[] = []
  readonly #repeatedHeadings: ReadonlySet<string>
  #section = -1
  #inReferences = false

  constructor(repeatedHeadings: ReadonlySet<string>) {
    this.#repeatedHeadings = repeatedHeadings
  }

  get top(): Block | undefined {
    return this.#open.at(-1)
  }

  /** The outermost open item. */
  get item(): Block | undefined {
    return this.#open.find((block) => block.level >= ITEM_LEVEL)
  }

  /** Whether the lines stand in an item that is a paper's. */
  get isInPaper(): boolean {
    return this.#open.some(({ level, paper, field }) => level >= ITEM_LEVEL && (paper ?? field) !== null)
  }

  /** The heading that the lines stand under. */
  get section(): Block | undefined {
    return this.blocks[this.#section]
  }

  /** Closes what is open from a level on; it ends before `line`. */
  closeTo(level: number, line: number): void {
    for (let top = this.top; top && top.level >= level; top = this.top) {
      top.end = line
      this.#open.pop()
    }
  }

  add(block: NewBlock): Block {
    this.closeTo(block.level, block.line)
    const { kind, level, line, next, text, paper } = block
    const { row = null, alone = false, named = null, day = this.day, opensFields = false } = block
    const { section } = this
    const added: Block = {
      kind,
      level,
      line,
      next,
      end: next,
      text,
      paper,
      row,
      day,
      named,
      field: null,
      several: false,
      opensFields,
      names: opensFields && !paper && section?.namedByItem ? section : null,
      namedByItem: false,
      pointer: null,
      severalPointers: false,
      listed: 0,
      alone,
      section: this.#section,
      isReference: this.#inReferences
    }
    if (block.kind === 'heading') this.#openSection(added)
    if (added.paper) this.#count(added, added.paper)
    this.blocks.push(added)
    if (block.kind !== 'row') this.#open.push(added)
    return added
  }

  /**
   * Gives a link to the block that names its paper.
   * @param isItem whether it stands in an item; one without a label is no heading's where a list's heading comes first
   * @returns whether there is such a block
   */
  attribute(paper: PaperLine, isItem = false): boolean {
    const block = this.#namingBlock(isItem && paper.bare)
    if (!block) return false
    setField(block, paper)
    if (block.names) setField(block.names, paper)
    return true
  }

  /** Gives a link that a sentence ends with to the heading or lead it stands under. */
  point(paper: PaperLine): void {
    const block = this.#namingBlock(true)
    if (!block || block.kind === 'item') return
    if (block.pointer && block.pointer.id !== paper.id) block.severalPointers = true
    block.pointer ??= paper
  }

  /**
   * The open item of a level after which come fields.
   * @param isField whether what comes is surely one, so that any paper's item may open them
   */
  fieldsOpener(level: number, isField: boolean): Block | undefined {
    return this.#open.find(
      (block) =>
        block.level === level && (block.opensFields || (isField && (block.paper ?? block.field) !== null))
    )
  }

  /** Gives a section that has only a list's name the title that one of its fields states. */
  nameSection(section: Block, title: string): void {
    section.text = title
    section.named = section.namedByItem = true
  }

  /** @param near whether a heading of a list is not looked beyond */
  #namingBlock(near: boolean): Block | undefined {
    const lowest = Math.max(0, this.#open.length - MAX_CLIMB)
    for (let i = this.#open.length - 1; i >= lowest; i--) {
      const block = this.#open[i]
      if (!block || (block.paper && block.paper.standing !== 'field')) return undefined
      if (!block.paper && this.isNamed(block)) return block
      if (near && block.kind === 'heading' && !isLinkLabel(cleanTitle(block.text))) return undefined
    }
    return undefined
  }

  /** Whether a block's text may be a title. */
  isNamed(block: Block): boolean {
    block.named ??=
      hasWords(block.text) &&
      !isGeneric(cleanTitle(block.text)) &&
      !(block.kind === 'item' && isPaperField(readField(block.text))) &&
      !(block.kind === 'heading' && this.#repeatedHeadings.has(`${'#'.repeat(block.level)} ${block.text}`))
    return block.named
  }

  #openSection(heading: Block): void {
    this.#section = this.blocks.length
    this.#inReferences = isReferences(heading.text)
  }

  #count(block: Block, paper: PaperLine): void {
    const isField = paper.standing === 'field' || paper.labelled
    if (isField && this.attribute(paper, block.kind === 'item')) return
    if (paper.standing !== 'listed' && paper.standing !== 'leading') return
    const { top } = this
    const section = block.kind === 'heading' ? undefined : this.section
    countIn(top, paper)
    if (section !== top) countIn(section, paper)
  }
}

function setField(block: Block, paper: PaperLine): void {
  if (block.field && block.field.id !== paper.id) block.several = true
  block.field ??= paper
}

function countIn(block: Block | undefined, { id }: PaperLine): void {
  if (block && block.paper?.id !== id) block.listed++
}
