/**
 * Commands that begin with a letter that is also an escape of JSON and Python (`\t`, `\b`, `\f`, `\v`, `\a`), by
 * that letter. What follows the letter must not go on, except for the ones that take an argument in braces.
 */
const lost: Record<string, { letter: string; rest: RegExp }> = {
  '\t': {
    letter: 't',
    rest: /^(?:ext(?:it|bf|tt|sc|rm|sf)?(?=\{)|(?:imes|heta|au|ilde|riangle|frac)(?![A-Za-z]))/
  },
  '\b': { letter: 'b', rest: /^(?:eta|ar|oldsymbol|inom|ullet|ig)(?![A-Za-z])/ },
  '\f': { letter: 'f', rest: /^(?:rac|orall)(?![A-Za-z])/ },
  '\v': { letter: 'v', rest: /^(?:ec|arepsilon|arphi|dots)(?![A-Za-z])/ },
  '\x07': { letter: 'a', rest: /^(?:lpha|pprox|st)(?![A-Za-z])/ }
}

/** Longest rest of a command above. */
const LONGEST = 12

/**
 * Puts back backslashes that some program took for an escape: the archive has `<TAB>extit{HR-ED}` where a paper
 * says `\textit{HR-ED}`. Control characters that begin no known command stay.
 */
export function restoreBackslashes(text: string): string {
  // Nothing to do, as nearly always, costs one look.
  if (!/[\t\b\f\v\x07]/.test(text)) return text
  return text.replace(/[\t\b\f\v\x07]/g, (control, at: number) => {
    const known = lost[control]
    return known?.rest.test(text.slice(at + 1, at + 2 + LONGEST)) ? `\\${known.letter}` : control
  })
}
