import type { SummaryItem } from '../../contract/model.ts'

/** Longest words taken for a bullet's label. */
const MAX_LABEL = 80
const bullet = /^[-*+•·]\s+(?=\S)/
const nested = /^\s+(?:[-*+•·]|\d+[.)]|\(\d+\))\s/
const rule = /^(?:-\s*){3,}$|^(?:\*\s*){3,}$|^(?:_\s*){3,}$/

/**
 * Gathers a paper's summary line by line. A bullet opens an item; nested, numbered and plain lines go on with
 * the item before them, in order, each on a line of its own.
 */
export class SummaryScanner {
  readonly items: SummaryItem[] = []
  /** True from the first bullet on. */
  begun = false

  /** @returns false where the line fits no known part: it is kept, as an item of its own. */
  add(line: string): boolean {
    if (rule.test(line)) return true
    const mark = bullet.exec(line)
    if (mark) {
      this.begun = true
      this.items.push(readLabel(line.slice(mark[0].length).trim()))
      return true
    }
    const last = this.items.at(-1)
    if (last) goOn(last, line.trimEnd())
    else this.items.push({ label: null, text: line.trim() })
    return last !== undefined || nested.test(line)
  }

  /** Takes a line as it is, whatever it looks like: one of a block of code. */
  addVerbatim(line: string): void {
    const last = this.items.at(-1)
    if (last) goOn(last, line)
    else this.items.push({ label: null, text: line })
  }
}

function goOn(item: SummaryItem, line: string): void {
  item.text += `${item.text === '' ? '' : '\n'}${line}`
}

/** Cuts `**Label**: text`, `***Label***: text` or `**Label:** text` apart. */
function readLabel(text: string): SummaryItem {
  const run = text.startsWith('***') ? '***' : text.startsWith('**') ? '**' : null
  if (!run) return { label: null, text }
  const end = text.indexOf(run, run.length)
  if (end <= run.length || end > MAX_LABEL) return { label: null, text }
  const inside = text.slice(run.length, end).trim()
  const after = text.slice(end + run.length)
  const colonAfter = /^\s*[:：]\s*/.exec(after)
  if (colonAfter) return { label: inside.replace(/\s*[:：]$/, ''), text: after.slice(colonAfter[0].length) }
  if (/[:：]$/.test(inside)) return { label: inside.replace(/\s*[:：]$/, ''), text: after.trim() }
  return { label: null, text }
}
