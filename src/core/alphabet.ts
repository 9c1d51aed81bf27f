/** The order of the alphabet, of English and Korean together: case and accents part only what is else the same. */
const collator = new Intl.Collator(['en', 'ko'])

export const byAlphabet = (a: string, b: string): number => collator.compare(a, b)
