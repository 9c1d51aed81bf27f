import { Transform, type CharMap } from 'unicode2latex'
import { mathFunctions, mathSymbols, textAccents, textCommands } from './latex-commands.ts'

/** Where the library's table needs a ligature of one font encoding, another package, or has the unit for the letter. */
const preferred: CharMap = {
  Ω: { math: '\\Omega' },
  ϑ: { math: '\\vartheta' },
  '∇': { math: '\\nabla' },
  '√': { math: '\\surd' },
  '″': { math: "''" },
  '′': { math: "'" },
  '•': { text: '\\textbullet' },
  '°': { text: '\\textdegree' },
  '™': { text: '\\texttrademark' },
  '«': { text: '\\guillemotleft' },
  '»': { text: '\\guillemotright' },
  '„': { text: '\\quotedblbase' },
  '―': { text: '---' },
  '<': { text: '\\textless' },
  '>': { text: '\\textgreater' },
  '`': { text: '\\textasciigrave' },
  '"': { text: "''" }
}

const transform = new Transform('bibtex', { packages: ['textcomp'], charmap: preferred })
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const cache = new Map<string, string>()

/** BibTeX counts every brace, also one behind a backslash. */
export function bracesBalance(latex: string): boolean {
  let depth = 0
  for (const char of latex) {
    if (char === '{') depth++
    else if (char === '}' && --depth < 0) return false
  }
  return depth === 0
}

function isUsable(latex: string): boolean {
  if (!/^[\x20-\x7e]+$/.test(latex) || !bracesBalance(latex)) return false
  const isMath = latex.startsWith('$')
  return [...latex.matchAll(/\\([A-Za-z]+|.)(?=\s*(\S?))/g)].every(([, name = '', next = '']) =>
    isMath
      ? mathSymbols.has(name) || mathFunctions.has(name)
      : textCommands.has(name) && (next !== '' || !textAccents.has(name))
  )
}

function encodeGrapheme(grapheme: string): string {
  const decomposed = grapheme.normalize('NFD')
  const isLetterWithMarks = /^\p{L}\p{M}*$/u.test(decomposed)
  // A mark on anything but a letter (or on nothing) has no accent command.
  if (!isLetterWithMarks && decomposed.length > 1) {
    const [first = '', ...rest] = grapheme
    return rest.length === 0 ? encodeSymbol(grapheme) : encodeSymbol(first) + rest.join('')
  }
  return encodeSymbol(grapheme)
}

/** Braced, so that BibTeX keeps commands and math as they are when it changes case, sorts or abbreviates. */
function encodeSymbol(symbol: string): string {
  const latex = transform.tolatex(symbol)
  if (!isUsable(latex)) return symbol
  return /^(?:\\[&%#_$]|[^\\$]+|\{.*\})$/.test(latex) ? latex : `{${latex}}`
}

/**
 * LaTeX of a clean text: specials escaped, accents and symbols as commands, in ASCII. Characters without a
 * command that plain LaTeX knows (Hangul, Han, emoji) stay as they are.
 */
export function encodeText(text: string): string {
  if (/^[A-Za-z0-9 .,:;/()'*+=@!?[\]-]*$/.test(text)) return text
  let latex = ''
  for (const { segment } of graphemes.segment(text)) {
    let encoded = cache.get(segment)
    if (encoded === undefined) {
      encoded = encodeGrapheme(segment)
      cache.set(segment, encoded)
    }
    latex += encoded
  }
  // ?` and !` are ligatures of TeX for the inverted signs.
  return latex.replace(/[?!](?=`)/g, '$&{}')
}

/** LaTeX of one character inside math, null without one. */
export function encodeMathCharacter(char: string): string | null {
  const latex = encodeGrapheme(char)
  const math = /^\{\$(.*)\$\}$/.exec(latex)
  if (math) return asOneAtom(math[1] ?? '')
  return /[^\x20-\x7e]/.test(latex) ? null : `\\mbox{${latex}}`
}

/** A script that stands alone (² in a formula) must not run into the scripts around it. */
function asOneAtom(math: string): string {
  return /^[\^_']/.test(math) ? `{${math}}` : math
}
