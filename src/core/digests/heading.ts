/** The two parts of `### [TITLE](URL)`; the title may hold brackets of its own. */
export interface PaperHeading {
  title: string
  url: string
  /** What follows the link, usually nothing. */
  trailing: string
}

/** Reads what follows `### `. Undefined where a link was begun and not ended: the line is only half of one. */
export function readHeading(text: string): PaperHeading | undefined {
  const line = text.trim()
  if (!line.startsWith('[')) return { title: line, url: '', trailing: '' }
  const middle = line.lastIndexOf('](')
  if (middle === -1) return line.endsWith(']') ? { title: line, url: '', trailing: '' } : undefined
  const title = line.slice(1, middle).trim()
  const rest = line.slice(middle + 2)
  const end = closingParenthesis(rest)
  const [, url = '', more = ''] =
    /^(\S*)\s*(.*)$/s.exec(rest.slice(0, end === -1 ? undefined : end).trim()) ?? []
  const after = end === -1 ? '' : rest.slice(end + 1).trim()
  return { title, url, trailing: [linkTitle.test(more) ? '' : more, after].filter(Boolean).join(' ') }
}

/** A link may be followed by a title of its own: `(https://… "title")`. */
const linkTitle = /^"[^"]*"$|^'[^']*'$/

function closingParenthesis(text: string): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')' && depth-- === 0) return i
  }
  return -1
}
