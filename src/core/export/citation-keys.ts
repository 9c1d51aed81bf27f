import { readArxivId, paperYear } from './bibtex/arxiv-id.ts'
import { mathSymbols } from './bibtex/latex-commands.ts'
import { titleParts } from './bibtex/title.ts'

/** English function words, which Better BibTeX's `shorttitle` leaves out as well. */
const functionWords: ReadonlySet<string> = new Set(
  (
    'a about above across after against along amid among an and around as at before behind below beneath beside ' +
    'besides between beyond but by despite do down during except for from in inside into is like near nor of off on ' +
    'onto or over past per plus round save since so some than the through to toward towards under underneath unlike ' +
    'until up upon versus via while with within without yet'
  ).split(' ')
)

const TITLE_WORDS = 3
/** Only words run together without spaces get this long. */
const MAX_TITLE_LENGTH = 80

/** Letters that Unicode doesn't take apart into an ASCII letter and marks, each with what stands for it. */
const folded: ReadonlyMap<string, string> = new Map(
  (
    'ł:l Ł:L ø:o Ø:O đ:d Đ:D ð:d Ð:D þ:th Þ:Th ß:ss æ:ae Æ:AE œ:oe Œ:OE ı:i ħ:h Ħ:H ŧ:t Ŧ:T ŋ:ng Ŋ:Ng ə:e ' +
    'α:alpha β:beta γ:gamma δ:delta ε:epsilon ζ:zeta η:eta θ:theta ι:iota κ:kappa λ:lambda μ:mu ν:nu ξ:xi π:pi ' +
    'ρ:rho ς:sigma σ:sigma τ:tau υ:upsilon φ:phi χ:chi ψ:psi ω:omega Γ:Gamma Δ:Delta Θ:Theta Λ:Lambda Ξ:Xi Π:Pi ' +
    'Σ:Sigma Φ:Phi Ψ:Psi Ω:Omega'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)])
)

/** ASCII letters, digits and hyphens of a word; what can't be written so is left out. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\x00-\x7f]/g, (char) => folded.get(char) ?? '')
    .replace(/[^A-Za-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '')
}

const isSpoken = (command: string): boolean => mathSymbols.has(command) && !command.endsWith('arrow')

/** The title as it is spoken: `M$^{2}$UGen` is M2UGen, `LLM$\times$MapReduce` is LLM-times-MapReduce. */
function readable(title: string): string {
  return titleParts(title)
    .map((part) =>
      part.kind === 'text'
        ? part.value
        : part.value.replace(/\\([A-Za-z]+)/g, (_, name: string) => (isSpoken(name) ? `-${name}-` : ''))
    )
    .join('')
}

/** The first significant words; a compound with hyphens is one word. */
function titleWords(title: string): string[] {
  const all = readable(title)
    .split(/[\s/:;|\u2013\u2014]+/)
    .map(fold)
    .filter((word) => word !== '')
  const significant = all.filter((word) => !functionWords.has(word.toLowerCase()))
  return (significant.length > 0 ? significant : all).slice(0, TITLE_WORDS)
}

/** An acronym at the start goes to small letters as a whole (`llms`, `mmeRealWorld`, not `lLMs`). */
function lowerStart(word: string): string {
  const acronym = /^[A-Z][A-Z0-9]*s?(?=-|$)/.exec(word)?.[0] ?? word.charAt(0)
  return acronym.toLowerCase() + word.slice(acronym.length)
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/**
 * A citation key before it is made unique: the first three significant words of the title and the year, as Better
 * BibTeX's `shorttitle(3,3) + year` writes them, the first letter small. Letters and digits of ASCII only, with at
 * least one letter: a title without any falls back to the arXiv id, then to `paper`.
 */
export function citationKeyStem(paper: {
  title: string
  arxivId: string | null
  day: string | null
}): string {
  const year = paperYear(paper)?.toString() ?? ''
  const [first, ...others] = titleWords(paper.title)
  const title =
    first === undefined ? '' : [lowerStart(first), ...others.map(capitalise)].join('').replaceAll('-', '')
  if (/[A-Za-z]/.test(title)) return title.slice(0, MAX_TITLE_LENGTH) + year
  const arxiv = paper.arxivId === null ? null : readArxivId(paper.arxivId)
  return arxiv ? `arxiv${fold(arxiv.id).replaceAll('-', '')}` : `paper${title}${year}`
}

/** `a`, `b` … `z`, `aa`, `ab` … for 1, 2, … */
function suffix(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + ((index - 1) % 26))
  return index <= 26 ? letter : suffix(Math.floor((index - 1) / 26)) + letter
}

/**
 * The stem itself where it is free, else with the first free suffix: a, b … z, aa, ab … Looks for the end of those that
 * are taken in ever larger steps, as there may be as many as papers; it may pass over some that are free before it.
 */
export function uniqueKey(stem: string, isTaken: (key: string) => boolean): string {
  const isTakenAt = (index: number): boolean => isTaken(stem + suffix(index))
  if (!isTaken(stem)) return stem
  let free = 1
  while (isTakenAt(free)) free *= 2
  let taken = Math.floor(free / 2)
  while (free - taken > 1) {
    const between = Math.floor((taken + free) / 2)
    if (isTakenAt(between)) taken = between
    else free = between
  }
  return stem + suffix(free)
}
