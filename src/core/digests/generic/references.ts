/** What reference links lead to: `[1]: https://…` by its label, in small letters. */
export type References = ReadonlyMap<string, string>

/** Longer words in brackets are no label. */
export const MAX_REFERENCE = 100
/** `[^1]: …` is a footnote, thus text. */
const definition = /^ {0,3}\[(?!\^)([^\]\n]{1,100})\]:[ \t]*<?([^\s>]{1,2000})/gm
const definitionLine = /^ {0,3}\[(?!\^)[^\]]{1,100}\]:[ \t]*\S/

export const isDefinition = (line: string): boolean => definitionLine.test(line)

/** The definitions of a whole text; the first of a label counts. */
export function readReferences(text: string): References {
  const references = new Map<string, string>()
  if (!text.includes(']:')) return references
  for (const [, label = '', url = ''] of text.matchAll(definition)) {
    const key = label.trim().toLowerCase()
    if (!references.has(key)) references.set(key, url)
  }
  return references
}
