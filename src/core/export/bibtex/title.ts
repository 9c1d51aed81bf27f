import { cleanText } from './clean-text.ts'
import { mathSymbols } from './latex-commands.ts'
import { encodeText } from './latex-text.ts'
import { encodeMath, looksLikeMath } from './math.ts'

interface TitlePart {
  kind: 'text' | 'math'
  /** Text as it reads, or a formula's LaTeX without its dollars. */
  value: string
}

/** What may be more than text, in the order of trying: an escaped special, `$…$`, `^{…}` or `_{…}`, `R^2`, `\emph{…}`, `\alpha`. */
const special =
  /\\(?<escaped>[&%#_$])|\$(?<formula>(?=\S)[^$]+(?<=\S))\$(?!\d)|(?<script>[\^_]\{[^{}$]*\}|(?<=[\p{L}\p{N})\]])\^(?:\d+|[A-Za-z*+](?![\p{L}\p{N}])))|\\(?:emph|text(?:bf|it|tt|sf|sc|rm|up)?)\{(?<styled>[^{}$]*)\}|\\(?<symbol>[A-Za-z]+)/gu
const displayMath = /\$\$([^$]+)\$\$|\\\((.+?)\\\)/g

/** Takes a title apart into text and formulas; a dollar that opens no formula is money. */
export function titleParts(title: string): TitlePart[] {
  const source = cleanText(title).replace(
    displayMath,
    (_, display?: string, inline?: string) => `$${display ?? inline ?? ''}$`
  )
  const parts: TitlePart[] = []
  const addText = (value: string): void => {
    const last = parts.at(-1)
    if (last?.kind === 'text') last.value += value
    else if (value !== '') parts.push({ kind: 'text', value })
  }
  let done = 0
  special.lastIndex = 0
  for (let match = special.exec(source); match; match = special.exec(source)) {
    addText(source.slice(done, match.index))
    const read = readSpecial(match)
    if (read === null) {
      // Not what it looked like: its first character is text, the rest is looked at again.
      addText(source.charAt(match.index))
      special.lastIndex = match.index + 1
    } else if (read.kind === 'text') addText(read.value)
    else parts.push(read)
    done = special.lastIndex
  }
  addText(source.slice(done))
  return parts
}

function readSpecial(match: RegExpExecArray): TitlePart | null {
  const { escaped, formula, script, styled, symbol } = match.groups ?? {}
  if (escaped !== undefined) return { kind: 'text', value: escaped }
  if (styled !== undefined) return { kind: 'text', value: styled.replace(/\\([&%#_$])/g, '$1') }
  if (symbol !== undefined) return mathSymbols.has(symbol) ? { kind: 'math', value: `\\${symbol}` } : null
  if (formula !== undefined && !looksLikeMath(formula)) return null
  const math = encodeMath(formula ?? script ?? '')
  return math === null ? null : { kind: 'math', value: math }
}

const word = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu

/**
 * True where a style that lower-cases titles would spoil a word: an inner capital or an acronym, letters mixed with
 * digits, or a single capital (`K`-means), save the article.
 */
function needsCapitals(text: string, next: string): boolean {
  if (/^.+\p{Lu}/su.test(text)) return true
  if (/\p{L}/u.test(text) && /\p{N}/u.test(text)) return true
  return /^\p{Lu}$/u.test(text) && !(text === 'A' && next === ' ')
}

interface Piece {
  latex: string
  /** Word pieces without anything between them are one word: `M`, `$^{2}$` and `UGen`. */
  inWord: boolean
  isMath: boolean
  keepsCase: boolean
}

function pieces(part: TitlePart): Piece[] {
  if (part.kind === 'math') return [{ latex: `$${part.value}$`, inWord: true, isMath: true, keepsCase: true }]
  const found: Piece[] = []
  const other = (text: string): void => {
    if (text !== '') found.push({ latex: encodeText(text), inWord: false, isMath: false, keepsCase: false })
  }
  let done = 0
  for (const match of part.value.matchAll(word)) {
    other(part.value.slice(done, match.index))
    done = match.index + match[0].length
    const keepsCase = needsCapitals(match[0], part.value.charAt(done))
    found.push({ latex: encodeText(match[0]), inWord: true, isMath: false, keepsCase })
  }
  other(part.value.slice(done))
  return found
}

/**
 * A title as a BibTeX field's value, without the outer braces: LaTeX in ASCII where LaTeX has a command, formulas
 * kept, and in braces what must keep its capitals. Empty for a title without any text.
 */
export function titleToLatex(title: string): string {
  let latex = ''
  let run: Piece[] = []
  const endRun = (): void => {
    const text = run.map((piece) => piece.latex).join('')
    const isBraced = /^\{\$[^$]*\$\}$/.test(text)
    latex += run.some((piece) => piece.keepsCase) && !isBraced ? `{${text}}` : text
    run = []
  }
  for (const piece of titleParts(title).flatMap(pieces)) {
    if (piece.inWord) run.push(piece)
    else {
      endRun()
      latex += piece.latex
    }
  }
  endRun()
  return latex
}
