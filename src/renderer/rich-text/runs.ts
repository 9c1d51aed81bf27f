import { addressAt } from './address.ts'
import { restoreBackslashes } from './backslashes.ts'
import { Finder } from './finder.ts'
import { labelledLink } from './labelled-link.ts'
import { isDollarMath, isFormula } from './math.ts'
import { symbols } from './symbols.ts'

/** A piece of a digest's text, by how it is shown. */
export type Run =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  /** `host`: where it leads, told beside words that don't show it; null where the text is the address. */
  | { kind: 'link'; text: string; href: string; host: string | null }
  /** `source`: with its delimiters, as written. */
  | { kind: 'math'; latex: string; source: string; display: boolean }
  | { kind: 'strong' | 'emphasis'; runs: Run[] }

/** What a construct came to, and where the text goes on; null: it is mere text. */
type Found = { run: Run; end: number } | null

const SPECIAL = /[`*$\\[]|https?:\/\//gi
const COMMAND = /\\([A-Za-z]{1,20})(\{?)/y
const MAX_NESTING = 3
/** Longest argument of a `\textit{…}`. */
const MAX_ARGUMENT = 500
/** Characters that LaTeX writes with a backslash. */
const ESCAPED = '$%&#_{}'

const wrappers: Record<string, (text: string, depth: number) => Run> = {
  textit: (text, depth) => ({ kind: 'emphasis', runs: split(text, depth + 1) }),
  emph: (text, depth) => ({ kind: 'emphasis', runs: split(text, depth + 1) }),
  textsl: (text, depth) => ({ kind: 'emphasis', runs: split(text, depth + 1) }),
  textbf: (text, depth) => ({ kind: 'strong', runs: split(text, depth + 1) }),
  texttt: (text) => ({ kind: 'code', text })
}
/** Typefaces that make no difference in running text. */
const plainWrappers = new Set(['text', 'textrm', 'textsf', 'textsc', 'textnormal', 'underline'])

/**
 * Splits a digest's text into what is shown: text, links, bold and emphasised words, code, math. Nothing is lost
 * but delimiters; what is not well-formed stays text. Time is linear in the text's length.
 */
export const splitRuns = (text: string): Run[] => split(restoreBackslashes(text), 0)

function split(text: string, depth: number): Run[] {
  const runs: Run[] = []
  const finder = new Finder(text)
  let at = 0
  const addText = (piece: string): void => {
    const last = runs.at(-1)
    if (piece === '') return
    if (last?.kind === 'text') last.text += piece
    else runs.push({ kind: 'text', text: piece })
  }
  while (at < text.length) {
    SPECIAL.lastIndex = at
    const match = SPECIAL.exec(text)
    if (!match) break
    addText(text.slice(at, match.index))
    const found = construct(text, match.index, finder, depth)
    if (found?.run.kind === 'text') addText(found.run.text)
    else if (found) runs.push(found.run)
    else addText(match[0])
    at = found?.end ?? match.index + match[0].length
  }
  addText(text.slice(at))
  return runs
}

function construct(text: string, at: number, finder: Finder, depth: number): Found {
  switch (text.charAt(at)) {
    case '`':
      return code(text, at, finder)
    case '*':
      return depth < MAX_NESTING ? strong(text, at, finder, depth) : null
    case '$':
      return text[at + 1] === '$' ? between(text, at, '$$', '$$', finder) : dollars(text, at, finder)
    case '\\':
      return backslash(text, at, finder, depth)
    case '[': {
      const link = labelledLink(text, at)
      return link && { run: { kind: 'link', ...link.link }, end: link.end }
    }
    default: {
      const href = addressAt(text, at)
      return href === null
        ? null
        : { run: { kind: 'link', text: href, href, host: null }, end: at + href.length }
    }
  }
}

function code(text: string, at: number, finder: Finder): Found {
  const end = finder.next('`', at + 1)
  const inside = end === -1 ? '' : text.slice(at + 1, end)
  // LaTeX opens quotations with them: ``like this'', `or this'.
  if (inside === '' || text[at - 1] === '`' || /^\s|\s$/.test(inside)) return null
  const href = addressAt(inside, 0)
  // An address in back quotes is still one to follow.
  if (href === inside) return { run: { kind: 'link', text: href, href, host: null }, end: end + 1 }
  return { run: { kind: 'code', text: inside }, end: end + 1 }
}

function strong(text: string, at: number, finder: Finder, depth: number): Found {
  const marks = text.startsWith('***', at) ? 3 : 2
  const start = at + marks
  if (!text.startsWith('**', at) || start >= text.length || /\s/.test(text.charAt(start))) return null
  const end = finder.next('closing asterisks', start + 1)
  if (end === -1) return null
  const close = text.startsWith('***', end) ? 3 : 2
  return { run: { kind: 'strong', runs: split(text.slice(start, end), depth + 1) }, end: end + close }
}

function dollars(text: string, at: number, finder: Finder): Found {
  const end = finder.next('$', at + 1)
  const latex = end === -1 ? '' : text.slice(at + 1, end)
  if (!isDollarMath(latex, text.slice(end + 1, end + 2))) return null
  return {
    run: { kind: 'math', latex, source: text.slice(at, end + 1), display: false },
    end: end + 1
  }
}

function between(text: string, at: number, open: string, close: '$$' | '\\)' | '\\]', finder: Finder): Found {
  const stop = finder.next(close, at + open.length)
  const latex = stop === -1 ? '' : text.slice(at + open.length, stop)
  if (!isFormula(latex)) return null
  const end = stop + close.length
  return { run: { kind: 'math', latex, source: text.slice(at, end), display: close !== '\\)' }, end }
}

function backslash(text: string, at: number, finder: Finder, depth: number): Found {
  const next = text.charAt(at + 1)
  if (next === '(') return between(text, at, '\\(', '\\)', finder)
  if (next === '[') return between(text, at, '\\[', '\\]', finder)
  if (next !== '' && ESCAPED.includes(next)) return { run: { kind: 'text', text: next }, end: at + 2 }
  COMMAND.lastIndex = at
  const [whole, name = '', brace] = COMMAND.exec(text) ?? []
  if (whole === undefined) return null
  const symbol = symbols.get(name)
  if (symbol !== undefined) return { run: { kind: 'text', text: symbol }, end: at + 1 + name.length }
  if (brace !== '{' || depth >= MAX_NESTING) return null
  const end = closingBrace(text, at + whole.length)
  if (end === -1) return null
  const argument = text.slice(at + whole.length, end)
  if (plainWrappers.has(name)) return { run: { kind: 'text', text: argument }, end: end + 1 }
  const wrap = wrappers[name]
  return wrap ? { run: wrap(argument, depth), end: end + 1 } : null
}

function closingBrace(text: string, from: number): number {
  const last = Math.min(text.length, from + MAX_ARGUMENT)
  let depth = 1
  for (let at = from; at < last; at++) {
    if (text[at] === '{') depth += 1
    else if (text[at] === '}' && --depth === 0) return at
  }
  return -1
}
