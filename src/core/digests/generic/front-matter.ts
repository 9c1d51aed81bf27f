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
}

const MAX_LINES = 200
const dateKey = /^(?:date|pubdate|publishdate|published|created|created_at|day)\s*[:=]\s*(.*)$/i
const titleKey = /^title\s*[:=]\s*(.*)$/i

/** Reads `---` or `+++` with `key: value` lines between, at a file's beginning. The first day that is told counts. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const none: FrontMatter = { end: 0, day: null, title: null }
  const fence = lines[0]?.trimEnd()
  if (fence !== '---' && fence !== '+++') return none
  const end = lines.slice(1, MAX_LINES).findIndex((line) => line.trimEnd() === fence)
  if (end === -1) return none
  const keys = lines.slice(1, end + 1)
  const title = valueOf(keys, titleKey)
  const name = cleanTitle(title.replace(/^["']|["']$/g, '').replace(/^\[[^[\]]{1,20}\]\s*/, ''))
  return {
    end: end + 2,
    day: dayIn(valueOf(keys, dateKey)) ?? dayIn(title),
    title: name === '' || isGeneric(name) ? null : name
  }
}

function valueOf(lines: readonly string[], key: RegExp): string {
  for (const line of lines) {
    const match = key.exec(line)
    if (match) return (match[1] ?? '').trim()
  }
  return ''
}

function dayIn(text: string): Day | null {
  const day = findDay(text)?.day
  return day === undefined || day === 'bad' ? null : day
}
