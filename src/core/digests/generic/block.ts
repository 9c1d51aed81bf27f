import type { Day } from '../../../contract/model.ts'
import type { PaperLine } from './paper-line.ts'
import type { Row } from './table.ts'

/** A part of a file that may be a paper's entry, or the section, list or item that entries stand in. */
export interface Block {
  /** `lead`: a paragraph that begins with a title; `field`: a line with a link and no title; `row`: a table's. */
  readonly kind: 'heading' | 'lead' | 'item' | 'field' | 'row'
  /** How deep it stands: headings 1 to 6, front matter 0, paragraphs 7, items from 8 by indent. */
  readonly level: number
  /** Index of its first line, and of the line after its own text. */
  readonly line: number
  readonly next: number
  /** Index of the line after all that stands in it. */
  end: number
  /** Its own text, without marker. */
  text: string
  readonly paper: PaperLine | null
  readonly row: Row | null
  /** The day of the nearest heading with a date. */
  readonly day: Day | null
  /** Whether its text may be a paper's title; null until someone asks. */
  named: boolean | null
  /** The paper that the first link without a title beneath it leads to. */
  field: PaperLine | null
  /** Links without a title lead to several papers. */
  several: boolean
  /** The paper that a sentence beneath it points to, and whether there are several such. */
  pointer: PaperLine | null
  severalPointers: boolean
  /** An item that gives its paper's title in a field, so that the items after it are fields too. */
  readonly opensFields: boolean
  /** The section that such an item names, in the place of a heading that names a list. */
  readonly names: Block | null
  namedByItem: boolean
  /** How many other papers are listed beneath it, up to the next heading. */
  listed: number
  /** An item that no other one comes right before, so that a paragraph after it may be its own. */
  readonly alone: boolean
  /** The place of the section that holds it; -1 for none. */
  readonly section: number
  /** It stands in a section of references. */
  readonly isReference: boolean
}

export type NewBlock = Pick<Block, 'kind' | 'level' | 'line' | 'next' | 'text' | 'paper'> &
  Partial<Pick<Block, 'row' | 'alone' | 'named' | 'day' | 'opensFields'>>

export const LEAD_LEVEL = 7
export const ITEM_LEVEL = 8

/** What a line is to a reader of entries. `code` is kept as it is; `hidden` is nothing of the text. */
export const lineKinds = { text: 0, code: 1, hidden: 2 } as const

/** A file's blocks in the order of their lines, and its lines. */
export interface Outline {
  lines: readonly string[]
  kinds: Uint8Array
  blocks: Block[]
}
