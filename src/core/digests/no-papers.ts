import { codeBlockEnd, isFence } from './code-block.ts'
import { problem, type ParseProblem } from './dialect.ts'
import { paperLink } from './generic/index.ts'

/** Says that a file holds no papers; where it links to some, outside of code, that is worth a look. */
export function noPapers(text: string): ParseProblem {
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (isFence(line)) i = codeBlockEnd(lines, i)
    else {
      const at = line.search(paperLink)
      if (at === -1) continue
      const message = 'This file links to papers, but nothing in it was understood as an entry of one.'
      return problem('no-papers', 'warning', message, { line: i + 1, column: at + 1, excerpt: line })
    }
  }
  return problem('no-papers', 'info', 'No papers were found in this file.')
}
