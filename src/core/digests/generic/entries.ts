import type { Block, Outline } from './block.ts'
import { LEAD_LEVEL } from './block.ts'
import type { PaperLine } from './paper-line.ts'

/** A paper's entry: where it begins, and the lines that belong to it. */
export interface Entry {
  block: Block
  paper: PaperLine
  /** Indexes of the first line after its own text, and of the line after its last one. */
  from: number
  to: number
}

/** A document's title is an entry itself only where the file holds no list of papers. */
const MAX_OTHERS = 1

/** Which blocks are entries. One that stands in another's is part of it. */
export class EntryFinder {
  readonly #blocks: readonly Block[]
  readonly #tops: ReadonlySet<Block>
  readonly #listed: number

  constructor(outline: Outline) {
    this.#blocks = outline.blocks
    this.#tops = topHeadings(outline.blocks)
    this.#listed = outline.blocks.filter((block) => !block.isReference && this.#isListed(block)).length
  }

  find(): Entry[] {
    const entries: Entry[] = []
    for (let i = 0; i < this.#blocks.length;) {
      const block = this.#blocks[i]
      const paper = block && this.#paperOf(block)
      if (!block || !paper) {
        i++
        continue
      }
      const next = this.#after(i, block, paper)
      const to = Math.min(block.end, this.#blocks[next]?.line ?? Infinity)
      entries.push({ block, paper, from: block.next, to: Math.max(to, block.next) })
      i = next
    }
    return entries
  }

  /** The paper that a block is the entry of, or null. */
  #paperOf(block: Block): PaperLine | null {
    if (block.paper) return block.paper.standing === 'field' && this.#isOfTop(block) ? null : block.paper
    if (!block.field) return this.#pointerOf(block)
    const most = block.field.labelled || block.field.bare ? 0 : MAX_OTHERS
    if (block.several || block.listed > most) return null
    return this.#tops.has(block) && this.#others(block) > most ? null : block.field
  }

  /** What a sentence points to is a section's paper only where nothing else in it may be one. */
  #pointerOf(block: Block): PaperLine | null {
    if (!block.pointer || block.severalPointers || block.listed > 0 || block.level <= 1) return null
    return this.#tops.has(block) && this.#others(block) > 0 ? null : block.pointer
  }

  /** The place of the first block that an entry's lines don't reach. */
  #after(place: number, entry: Block, paper: PaperLine): number {
    const isList = this.#holdsList(entry)
    for (let i = place + 1; i < this.#blocks.length; i++) {
      const block = this.#blocks[i]
      if (!block || block.line >= entry.end) return i
      if (isList && (block.kind === 'heading' || this.#isListed(block))) return i
      if (block.kind === 'heading' && !block.isReference && this.#isOther(block, paper)) return i
    }
    return this.#blocks.length
  }

  /** A heading within an entry that names another paper, rather than mentioning it. */
  #isOther(block: Block, paper: PaperLine): boolean {
    const own = this.#paperOf(block)
    return own !== null && own.id !== paper.id && block.paper?.standing !== 'mention'
  }

  /** A document's title or a paragraph beneath which other papers are listed. */
  #holdsList(block: Block): boolean {
    if (this.#tops.has(block)) return this.#others(block) > MAX_OTHERS
    return block.level >= LEAD_LEVEL && block.kind !== 'item' && block.listed > MAX_OTHERS
  }

  /** A badge under the title of a list is no paper of the list. */
  #isOfTop(block: Block): boolean {
    const top = this.#blocks[block.section]
    if (!top || !this.#tops.has(top) || top.paper || block.kind !== 'field') return false
    return top.field?.id === block.paper?.id && this.#others(top) > MAX_OTHERS
  }

  #others(top: Block): number {
    const { paper, field } = top
    return this.#listed - (paper || field ? 1 : 0)
  }

  #isListed(block: Block): boolean {
    if (block.paper) return block.paper.standing === 'listed' || block.paper.standing === 'leading'
    return block.field !== null && !block.field.labelled
  }
}

/** The headings that all others stand beneath: the only one of the highest level, and the front matter's title. */
function topHeadings(blocks: readonly Block[]): ReadonlySet<Block> {
  const headings = blocks.filter((block) => block.kind === 'heading')
  const written = headings.filter((block) => block.level > 0)
  const level = written.reduce((least, block) => Math.min(least, block.level), Infinity)
  const highest = written.filter((block) => block.level === level)
  return new Set([...headings.filter((block) => block.level === 0), ...(highest.length === 1 ? highest : [])])
}
