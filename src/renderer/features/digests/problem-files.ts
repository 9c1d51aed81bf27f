import type { DigestProblem, Severity } from '../../../contract/library.ts'

/** A digest and what was not understood in it. */
export interface ProblemFile {
  folder: string
  file: string
  problems: DigestProblem[]
}

/** The first `most` problems of the wanted severities, by file, in the order given; and how many are left out. */
export function byFile(
  problems: readonly DigestProblem[],
  severities: ReadonlySet<Severity>,
  most: number
): { files: ProblemFile[]; more: number } {
  const wanted = problems.filter(({ severity }) => severities.has(severity))
  const files = new Map<string, ProblemFile>()
  for (const problem of wanted.slice(0, most)) {
    const { folder, file } = problem
    const key = JSON.stringify([folder, file])
    const known = files.get(key) ?? { folder, file, problems: [] }
    known.problems.push(problem)
    files.set(key, known)
  }
  return { files: [...files.values()], more: Math.max(0, wanted.length - most) }
}

const HIDDEN = /[\0-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text of a file to be looked at: what would not show, or would turn the writing around, is named instead. */
export const visibleText = (text: string): string =>
  text.replace(HIDDEN, (char) => {
    const code = char.codePointAt(0) ?? 0
    if (code === 0x7f) return '␡'
    // Unicode's control pictures follow the order of the control characters.
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    return `⟨U+${code.toString(16).toUpperCase()}⟩`
  })
