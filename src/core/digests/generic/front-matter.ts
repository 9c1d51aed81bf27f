import type { Day } from '../../../contract/model.ts'
import { findDay } from './day-words.ts'
import { isGeneric } from './labels.ts'
import { cleanTitle } from './title.ts'

export interface FrontMatter {
  /** Index of the line after it; 0 where there is none. */
  end: number
  day: Day | null
  /** null where it is none of a paper: a list's name, a date. */
  title: string | null
  /** Index of the line of the title. */
  line: number
}

const MAX_LINES = 200
const dateKey = /^(?:date|pubdate|publishdate|published|created|created_at|day)\s*[:=]\s*(.*)$/i
const titleKey = /^title\s*[:=]\s*(.*)$/i

/** Reads `---` or `+++` with `key: value` lines between, at a file's beginning. The first day that is told counts. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const none: FrontMatter = { end: 0, day: null, title: null, line: 0 }
  const fence = lines[0]?.trimEnd()
  if (fence !== '---' && fence !== '+++') return none
  const end = lines.slice(1, MAX_LINES).findIndex((line) => line.trimEnd() === fence)
  if (end === -1) return none
  const keys = lines.slice(0, end + 1)
  const title = valueOf(keys, titleKey)
  const name = cleanTitle(title.text.replace(/^["']|["']$/g, '').replace(/^\[[^[\]]{1,20}\]\s*/, ''))
  return {
    end: end + 2,
    day: dayIn(valueOf(keys, dateKey).text) ?? dayIn(title.text),
    title: name === '' || isGeneric(name) ? null : name,
    line: title.line
  }
}

function valueOf(lines: readonly string[], key: RegExp): { text: string; line: number } {
  for (const [line, text] of lines.entries()) {
    const match = key.exec(text)
    if (match) return { text: (match[1] ?? '').trim(), line }
  }
  return { text: '', line: 0 }
}

function dayIn(text: string): Day | null {
  const day = findDay(text)?.day
  return day === undefined || day === 'bad' ? null : day
}
