import { splitRuns, type Run } from './runs.ts'
import { symbols } from './symbols.ts'

const table = (characters: string, scripts: string): Map<string, string> =>
  new Map(Array.from(characters, (char, index) => [char, scripts.charAt(index)]))
const raised = table('0123456789+-=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ')
const lowered = table('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎')

/** The characters of a script in Unicode, or as LaTeX writes it where one of them has none. */
function script(mark: '^' | '_', inside: string): string {
  const scripts = mark === '^' ? raised : lowered
  const characters = Array.from(inside, (char) => scripts.get(char))
  if (characters.every((char) => char !== undefined)) return characters.join('')
  return inside.length === 1 ? mark + inside : `${mark}(${inside})`
}

/** What remains of a command: its character, nothing of one that only sets its argument, else its name. */
const plainCommand = (name: string, brace: string): string =>
  (symbols.get(name) ?? (brace !== '' || /^(?:left|right|big|quad|limits)/i.test(name) ? '' : name)) + brace

/** A formula in one line of characters, as near as they come: `n^{2}` becomes n². */
export const plainMath = (latex: string): string =>
  latex
    .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\([A-Za-z]+)(\{?)/g, (_, name: string, brace: string) => plainCommand(name, brace))
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/([\^_])(?:\{([^{}]{1,40})\}|([^\s{}]))/g, (_, mark: '^' | '_', many?: string, one?: string) =>
      script(mark, many ?? one ?? '')
    )
    .replace(/\\?[{}]/g, '')
    .replace(/\\([$%&#_])/g, '$1')
    .trim()

function plainRun(run: Run): string {
  switch (run.kind) {
    case 'text':
    case 'code':
      return run.text
    case 'link':
      return run.host === null ? run.text : `${run.text} (${run.host})`
    case 'math':
      return plainMath(run.latex)
    case 'strong':
    case 'emphasis':
      return run.runs.map(plainRun).join('')
  }
}

const MARKED = /[`*$\\\t\b\f\v\x07]|\]\(/

/** A digest's text without its markup, for where only characters can be shown: rows, messages, names of regions. */
export const plainText = (text: string): string =>
  MARKED.test(text) ? splitRuns(text).map(plainRun).join('') : text
