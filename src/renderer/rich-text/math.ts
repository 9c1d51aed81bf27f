/** Longer or deeper than this is no formula in a sentence, and would only cost time to lay out. */
const MAX_LENGTH = 1_000
const MAX_DEPTH = 16

/** Two plain words in a row, or an amount and a word. */
const PROSE = /[A-Za-z]{2,}[\s,]+[A-Za-z]{2,}/
const MONEY = /^\d[\d.,]*[KMB]?\s+[A-Za-z]{2,}/
const FORMULA = /[\\^_]/
/** Commands that define others, or move and paint rather than write: nothing for a formula in a sentence. */
const UNWANTED =
  /\\(?:[gex]?def|let|(?:re)?newcommand|providecommand|[hm]?(?:kern|space|skip)|raisebox|rule|[rlc]lap|tag|label|(?:eq)?ref|color(?:box)?|textcolor|fcolorbox)(?![A-Za-z])/
const EAST_ASIAN = /[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]/
const IN_TEXT = /\\(?:text|mbox)[a-z]*\s*\{[^{}]*\}/g

function tooDeep(latex: string): boolean {
  let depth = 0
  for (const char of latex) {
    if (char === '{') depth += 1
    else if (char === '}') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}

/** Whether what stands between math delimiters can be math at all. */
export const isFormula = (latex: string): boolean =>
  latex.length <= MAX_LENGTH &&
  latex.trim() !== '' &&
  !UNWANTED.test(latex) &&
  !EAST_ASIAN.test(latex.replace(IN_TEXT, '')) &&
  !tooDeep(latex)

/**
 * Whether `$…$` is math rather than two amounts of money. As in Pandoc (https://pandoc.org/MANUAL.html#math), no
 * space stands inside the dollars and no digit after them; also, plain prose is no formula.
 */
export const isDollarMath = (latex: string, after: string): boolean =>
  !/^\s|\s$/.test(latex) &&
  !/^\d/.test(after) &&
  isFormula(latex) &&
  (FORMULA.test(latex) || !(PROSE.test(latex) || MONEY.test(latex)))
