import { encodeText } from './latex-text.ts'
import { parseName, type PersonName } from './names.ts'

/** BibTeX abbreviates by bytes: a name whose words don't begin in ASCII would be cut inside a character. */
const beginsBeyondAscii = /(?:^|[\s-])[^\x00-\x7f]/

function whole(latex: string): string {
  return `{${latex}}`
}

function formatName(name: PersonName): string {
  if (name.kind === 'whole') return whole(encodeText(name.name))
  const family = encodeText(name.family)
  const given = encodeText(name.given)
  const suffix = name.suffix === null ? '' : ` ${encodeText(name.suffix)}`
  if (beginsBeyondAscii.test(family) || beginsBeyondAscii.test(given))
    return whole(`${given} ${family}${suffix}`)
  return `${keepTogether(name.family) ? whole(family) : family},${suffix && `${suffix},`} ${given}`
}

/** BibTeX takes everything up to the last word in small letters for a particle (`Ortega y` Gasset). */
function keepTogether(family: string): boolean {
  return /^\P{Ll}.* \p{Ll}/u.test(family)
}

/**
 * The author field's value: every name given, one after the other, a name that follows itself once. Ends with
 * `and others` where the list is not complete; empty without any name.
 */
export function authorsToLatex(authors: readonly string[], complete: boolean): string {
  const names: string[] = []
  for (const author of authors) {
    const name = parseName(author)
    const latex = name && formatName(name)
    if (latex !== null && latex !== names.at(-1)) names.push(latex)
  }
  if (names.length > 0 && !complete) names.push('others')
  return names.join(' and ')
}
