/** Names that differ in the case of letters alone are the same name. */
export const isSameName = (a: string, b: string): boolean => fold(a) === fold(b)

const fold = (name: string): string => name.normalize('NFC').toLowerCase()
