import { readArxivId, paperYear } from './arxiv-id.ts'
import { authorsToLatex } from './authors.ts'
import { encodeText } from './latex-text.ts'
import { titleToLatex } from './title.ts'
import { urlToBibtex } from './url.ts'

export interface CitedPaper {
  citationKey: string
  title: string
  url: string
  /** With or without version; null for a paper that is not on arXiv. */
  arxivId: string | null
  /** `YYYY-MM-DD`, the digest's. */
  day: string | null
  /** As the digest writes them. */
  authors: string[]
  /** False where the digest's list was cut. */
  authorsComplete: boolean
  /** False where the digest's order is not the paper's. */
  authorOrderKnown: boolean
}

/** BibTeX's own month macros, which every style knows in its own language. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

function field(name: string, value: string | number): string {
  return `  ${name} = {${value}}`
}

function toEntry(paper: CitedPaper): string {
  const arxiv = paper.arxivId === null ? null : readArxivId(paper.arxivId)
  const year = paperYear(paper)
  const month = arxiv === null ? undefined : months[arxiv.month - 1]
  const authors = authorsToLatex(paper.authors, paper.authorsComplete)
  const url = urlToBibtex(paper.url)

  const fields = [field('title', titleToLatex(paper.title) || 'Untitled')]
  // Styles sort and label by author; without one they ask for a key.
  fields.push(authors === '' ? field('key', encodeText(paper.citationKey)) : field('author', authors))
  if (year !== null) fields.push(field('year', year))
  if (month !== undefined) fields.push(`  month = ${month}`)
  if (arxiv) {
    fields.push(field('eprint', arxiv.id), field('archivePrefix', 'arXiv'))
    if (arxiv.primaryClass !== null) fields.push(field('primaryClass', arxiv.primaryClass))
  } else if (url !== '') fields.push(field('howpublished', `\\url{${url}}`))
  if (url !== '') fields.push(field('url', url))
  return `@misc{${paper.citationKey},\n${fields.join(',\n')}\n}\n`
}

/**
 * A bibliography that BibTeX reads without a warning: one `@misc` a paper, in the order given, in ASCII save for
 * scripts that LaTeX has no commands for. The same papers give the same bytes; no papers give an empty text.
 */
export function toBibtex(papers: readonly CitedPaper[]): string {
  return papers.map(toEntry).join('\n')
}
