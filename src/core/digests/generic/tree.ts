import type { Day } from '../../../contract/model.ts'
import { ITEM_LEVEL, type Block, type NewBlock } from './block.ts'
import { hasWords, isGeneric, isReferences } from './labels.ts'
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
    const { row = null, alone = false, named = null, day = this.day } = block
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

  /** Gives a link without a title to the block that names its paper. */
  attribute(paper: PaperLine): void {
    const lowest = Math.max(0, this.#open.length - MAX_CLIMB)
    for (let i = this.#open.length - 1; i >= lowest; i--) {
      const block = this.#open[i]
      if (!block || (block.paper && block.paper.standing !== 'field')) return
      if (!block.paper && this.isNamed(block)) {
        if (block.field && block.field.id !== paper.id) block.several = true
        block.field ??= paper
        return
      }
    }
  }

  /** Whether a block's text may be a title. */
  isNamed(block: Block): boolean {
    block.named ??=
      hasWords(block.text) &&
      !isGeneric(cleanTitle(block.text)) &&
      !(block.kind === 'heading' && this.#repeatedHeadings.has(`${'#'.repeat(block.level)} ${block.text}`))
    return block.named
  }

  #openSection(heading: Block): void {
    this.#section = this.blocks.length
    this.#inReferences = isReferences(heading.text)
  }

  #count(block: Block, paper: PaperLine): void {
    if (paper.standing === 'field') this.attribute(paper)
    if (paper.standing !== 'listed' && paper.standing !== 'leading') return
    const { top } = this
    const section = block.kind === 'heading' ? undefined : this.section
    countIn(top, paper)
    if (section !== top) countIn(section, paper)
  }
}

function countIn(block: Block | undefined, { id }: PaperLine): void {
  if (block && block.paper?.id !== id) block.listed++
}
