import { Transform, type CharMap } from 'unicode2latex'
import { mathFunctions, mathSymbols, textAccents, textCommands } from './latex-commands.ts'

/** Where the library's table needs a ligature of one font encoding, another package, or has the unit for the letter. */
const preferred: CharMap = {
  Ω: { math: '\\Omega' },
  θ: { math: '\\theta' },
  ϑ: { math: '\\vartheta' },
  '¶': { text: '\\P' },
  ð: { text: '\\dh' },
  '≲': { math: '\\lesssim' },
  '≳': { math: '\\gtrsim' },
  '→': { math: '\\rightarrow' },
  '←': { math: '\\leftarrow' },
  '↑': { math: '\\uparrow' },
  '↓': { math: '\\downarrow' },
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
/** Runs beyond ASCII, each with the character before it, which may be the letter of its first mark; and the specials. */
const toEncode = /[\x00-\x7f]?[^\x00-\x7f]+|[#$%&\\^_`{|}~"<>]/g
const cache = new Map<string, string>()
/** Accented letters come again and again, whole words of other scripts don't. */
const MAX_CACHED_LENGTH = 3

/** Letters in fonts of their own (bold, script …), which read the same without the font. */
const mathLetters = /^[\u{1d400}-\u{1d7ff}]$/u

/** BibTeX counts every brace, also one behind a backslash. */
function bracesBalance(latex: string): boolean {
  let depth = 0
  for (const char of latex) {
    if (char === '{') depth++
    else if (char === '}' && --depth < 0) return false
  }
  return depth === 0
}

function isUsable(latex: string): boolean {
  if (!/^[\x20-\x7e]*[^\\]$/.test(latex) || !bracesBalance(latex)) return false
  // A comma of another script would part a name.
  if (latex === ',') return false
  // amssymb's blackboard letters are capitals.
  if (/\\mathbb\{[^A-Z]/.test(latex)) return false
  const isMath = latex.startsWith('$')
  return [...latex.matchAll(/\\([A-Za-z]+|.)(?=\s*(\S?))/g)].every(([, name = '', next = '']) =>
    isMath
      ? mathSymbols.has(name) ||
        (mathFunctions.get(name)?.args === 1 && next === '{') ||
        /^\$\\frac\{.\}\{.\}\$$/.test(latex)
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
  if (!isUsable(latex)) return mathLetters.test(symbol) ? symbol.normalize('NFKC') : symbol
  return /^(?:\\[&%#_$]|[^\\$]+|\{.*\})$/.test(latex) ? latex : `{${latex}}`
}

/**
 * LaTeX of a clean text: specials escaped, accents and symbols as commands, in ASCII. Characters without a
 * command that plain LaTeX knows (Hangul, Han, emoji) stay as they are.
 */
export function encodeText(text: string): string {
  const latex = text.replace(toEncode, (run) => {
    const known = cache.get(run)
    if (known !== undefined) return known
    const encoded = Array.from(graphemes.segment(run), ({ segment }) => encodeGrapheme(segment)).join('')
    if (run.length <= MAX_CACHED_LENGTH) cache.set(run, encoded)
    return encoded
  })
  // ?` and !` are ligatures of TeX for the inverted signs.
  return latex.replace(/[?!](?=`)/g, '$&{}')
}

/** LaTeX of one character inside math, null without one. */
export function encodeMathCharacter(char: string): string | null {
  const latex = encodeGrapheme(char)
  const math = /^\{\$(.*)\$\}$/.exec(latex)
  if (math) return asOneAtom(math[1] ?? '')
  if (/^[A-Za-z0-9]$/.test(latex)) return latex
  return /[^\x20-\x7e]/.test(latex) ? null : `\\mbox{${latex}}`
}

/** A script that stands alone (² in a formula) must not run into the scripts around it. */
function asOneAtom(math: string): string {
  return /^[\^_']/.test(math) ? `{${math}}` : math
}
