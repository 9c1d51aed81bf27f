import { mathFunctions, mathSymbols } from './latex-commands.ts'
import { encodeMathCharacter } from './latex-text.ts'

/** Deeper nesting is no formula of a title. */
const MAX_DEPTH = 12
const tokenPattern = /\\(?:[A-Za-z]+|[^A-Za-z])|\s+|'+|./gsu
const plainCharacter = /^[A-Za-z0-9+\-*/=<>()[\]|,.;:!?@ ]$/
const isPrimes = (token: string): boolean => token.startsWith("'")
const isScript = (token: string): boolean => token === '^' || token === '_' || isPrimes(token)
const escapedInMath = new Set(['#', '%', '&'])

/** Reads math by TeX's grammar, so that what is written compiles; every method gives null for what TeX refuses. */
class MathReader {
  private readonly tokens: string[]
  private position = 0
  private depth = 0

  constructor(source: string) {
    // TeX skips spaces in math, so a script belongs to what stands before them.
    this.tokens = source.replace(/\s+(?=[\^_'])/g, '').match(tokenPattern) ?? []
  }

  all(): string | null {
    const latex = this.list()
    return this.position === this.tokens.length ? latex : null
  }

  /** Up to the end or to an unread closing brace. */
  private list(): string | null {
    let latex = ''
    for (let next = this.peek(); next !== undefined && next !== '}'; next = this.peek()) {
      const atom = isScript(next) ? '' : this.atom()
      const scripts = atom === null ? null : this.scripts()
      if (atom === null || scripts === null) return null
      latex = join(latex, atom) + scripts
    }
    return latex
  }

  /** At most one superscript, which primes are too, and one subscript. */
  private scripts(): string | null {
    let latex = ''
    const seen = new Set<string>()
    for (let next = this.peek(); next !== undefined && isScript(next); next = this.peek()) {
      const place = next === '_' ? '_' : '^'
      if (seen.has(place)) return null
      seen.add(place)
      this.position++
      const argument = isPrimes(next) ? '' : this.argument()
      if (argument === null) return null
      latex += next + argument
    }
    return latex
  }

  /** A brace group, or one character or symbol, which is braced too. */
  private argument(): string | null {
    this.skipSpaces()
    const next = this.peek()
    if (next === undefined || isScript(next) || next === '}') return null
    const atom = this.atom()
    if (atom === null) return null
    return next === '{' ? atom : `{${atom}}`
  }

  private atom(): string | null {
    const token = this.tokens[this.position++]
    if (token === undefined) return null
    if (token === '{') return this.group()
    if (token.startsWith('\\')) return this.command(token.slice(1))
    if (/^\s+$/.test(token)) return ' '
    if (escapedInMath.has(token)) return `\\${token}`
    if (plainCharacter.test(token)) return token
    return /[^\x00-\x7f]/.test(token) ? encodeMathCharacter(token) : null
  }

  private group(): string | null {
    if (++this.depth > MAX_DEPTH) return null
    const content = this.list()
    this.depth--
    return content !== null && this.tokens[this.position++] === '}' ? `{${content}}` : null
  }

  private command(name: string): string | null {
    if (name === '{') return '\\lbrace'
    if (name === '}') return '\\rbrace'
    if (/^\s$/.test(name)) return '~'
    if (mathSymbols.has(name)) return `\\${name}`
    const known = mathFunctions.get(name)
    if (!known || this.peek() === '[') return null
    let latex = `\\${known.write}`
    if (++this.depth > MAX_DEPTH) return null
    for (let i = 0; i < known.args; i++) {
      const argument = this.argument()
      if (argument === null) return null
      // Inside words of a formula the spaces count.
      latex += known.write.startsWith('math') ? argument.replaceAll(' ', '~') : argument
    }
    this.depth--
    return latex
  }

  private skipSpaces(): void {
    while (/^\s+$/.test(this.peek() ?? '')) this.position++
  }

  private peek(): string | undefined {
    return this.tokens[this.position]
  }
}

/** A space keeps a command apart from the letter after it. */
function join(before: string, after: string): string {
  return /\\[A-Za-z]+$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after
}

/** LaTeX of a formula's inside (without dollars), in ASCII; null where it is none that plain LaTeX and amssymb can set. */
export function encodeMath(source: string): string | null {
  const latex = new MathReader(source).all()?.trim()
  return latex === undefined || latex === '' ? null : latex
}

/** Between two dollars: words apart from each other, or a trailing hyphen, are prose about money. */
export function looksLikeMath(source: string): boolean {
  const bare = source.replace(/\\[A-Za-z]+|\{[^{}]*\}/g, '')
  return !/(?:^|\s)[A-Za-z]{2,}(?=\s|$)/.test(bare.includes(' ') ? bare : '') && !/^\d.*[-,]$/.test(source)
}
