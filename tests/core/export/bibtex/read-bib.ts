/** An entry as a reader that knows nothing of the writer finds it. */
export interface ReadEntry {
  type: string
  key: string
  /** Braced values without their outer braces, bare ones (macros) as they stand. */
  fields: Map<string, string>
}

/** A small reader of braced .bib files, by BibTeX's rule that every brace counts; throws where the text is not well formed. */
export function readBib(text: string): ReadEntry[] {
  const entries: ReadEntry[] = []
  let at = 0
  const expect = (pattern: RegExp): RegExpExecArray => {
    const sticky = new RegExp(pattern.source, 'suy')
    sticky.lastIndex = at
    const match = sticky.exec(text)
    if (!match) throw new Error(`expected ${pattern.source} at ${at}: ${text.slice(at, at + 40)}`)
    at = sticky.lastIndex
    return match
  }
  const value = (): string => {
    if (text.charAt(at) !== '{') return expect(/[a-z]+/)[0]
    const start = at
    let depth = 0
    do {
      const char = text.charAt(at++)
      if (char === '') throw new Error(`the brace at ${start} is not closed`)
      if (char === '{') depth++
      if (char === '}') depth--
    } while (depth > 0)
    return text.slice(start + 1, at - 1)
  }
  while (at < text.length) {
    const [, type = '', key = ''] = expect(/@(\w+)\{([^\s,{}]+),\n/)
    const fields = new Map<string, string>()
    do {
      const name = expect(/ {2}([A-Za-z]+) = /)[1] ?? ''
      if (fields.has(name)) throw new Error(`${name} twice in ${key}`)
      fields.set(name, value())
    } while (expect(/(,?)\n/)[1] === ',')
    expect(/\}\n\n?/)
    entries.push({ type, key, fields })
  }
  return entries
}

/** The names of an author field: parted by `and` outside of braces. */
export function readNames(field: string): string[] {
  const names: string[] = []
  let depth = 0
  let name = ''
  for (const word of field.split(' ')) {
    if (word === 'and' && depth === 0) {
      names.push(name)
      name = ''
      continue
    }
    for (const char of word) depth += char === '{' ? 1 : char === '}' ? -1 : 0
    name = name === '' ? word : `${name} ${word}`
  }
  return [...names, name]
}
