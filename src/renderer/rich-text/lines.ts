import { restoreBackslashes } from './backslashes.ts'

export interface Line {
  /** How deep it is nested: 0 to 3. */
  depth: number
  /** `–` for a bullet, the digest's own for a number; null for running text. */
  marker: string | null
  text: string
}

const ITEM = /^([ \t]*)([-*•]|\d{1,3}[.)]|\(\d{1,3}\))[ \t]+(.*)$/

/** A summary item's text as lines: the sentence itself, then what was continued, nested or numbered under it. */
export function splitLines(text: string): Line[] {
  // A backslash that became a tab is no indent.
  const lines = restoreBackslashes(text).split('\n')
  return lines.map((line, index) => {
    const [, indent = '', marker = '', rest = ''] = ITEM.exec(line) ?? []
    if (index === 0 || marker === '') return { depth: 0, marker: null, text: line.trim() }
    const depth = Math.min(3, Math.floor(indent.replaceAll('\t', '  ').length / 2))
    return { depth, marker: /[-*•]/.test(marker) ? '–' : marker, text: rest }
  })
}
