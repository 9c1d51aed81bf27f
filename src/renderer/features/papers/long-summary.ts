import type { SummaryItem } from '../../../contract/model.ts'

/** More than this takes a browser seconds to lay out; the longest summaries of real digests have a tenth. */
const AT_ONCE = 40_000

export interface SummaryStart {
  items: SummaryItem[]
  /** Number of UTF-16 units that were left out. */
  left: number
}

/** As much of a summary as is shown at once; a text that is cut ends at a space or a line where there is one near. */
export function startOf(items: readonly SummaryItem[], budget = AT_ONCE): SummaryStart {
  const start: SummaryItem[] = []
  let room = budget
  let left = 0
  for (const item of items) {
    if (room === 0) left += item.text.length
    else if (item.text.length <= room) {
      start.push(item)
      // Empty ones cost something too.
      room = Math.max(0, room - item.text.length - 50)
    } else {
      const text = cut(item.text, room)
      start.push({ ...item, text })
      left += item.text.length - text.length
      room = 0
    }
  }
  return { items: start, left }
}

function cut(text: string, length: number): string {
  const piece = text.slice(0, length)
  const gap = Math.max(piece.lastIndexOf(' '), piece.lastIndexOf('\n'))
  return (gap > length - 200 ? piece.slice(0, gap) : piece).toWellFormed()
}
