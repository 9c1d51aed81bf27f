/** What an arXiv id says of its paper. */
interface ArxivFacts {
  /** Without version: `2312.11514`, `cs/0112017`, `math.GT/0309136`. */
  id: string
  year: number
  /** 1 to 12. */
  month: number
  /** Only in ids from before April 2007: `cs`, `math.GT`. */
  primaryClass: string | null
}

const newStyle = /^(\d{2})(0[1-9]|1[0-2])\.\d{4,5}$/
const oldStyle = /^([a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?)\/(\d{2})(0[1-9]|1[0-2])\d{3}$/
const version = /v\d+$/
/** arXiv opened in August 1991, so two-digit years from here on belong to the 1900s. */
const FIRST_YEAR_OF_1900S = 91

/**
 * Reads an arXiv id, with or without version; null for anything else.
 * Source: https://info.arxiv.org/help/arxiv_identifier.html
 */
export function readArxivId(text: string): ArxivFacts | null {
  const id = text.trim().replace(version, '')
  const recent = newStyle.exec(id)
  if (recent) {
    return { id, year: 2000 + Number(recent[1]), month: Number(recent[2]), primaryClass: null }
  }
  const old = oldStyle.exec(id)
  if (!old) return null
  const year = Number(old[2])
  return {
    id,
    year: year >= FIRST_YEAR_OF_1900S ? 1900 + year : 2000 + year,
    month: Number(old[3]),
    primaryClass: old[1] ?? null
  }
}

/** Year of a paper: of its arXiv id, else of its digest's day (`YYYY-MM-DD`), else null. */
export function paperYear(paper: { arxivId: string | null; day: string | null }): number | null {
  const arxiv = paper.arxivId === null ? null : readArxivId(paper.arxivId)
  if (arxiv) return arxiv.year
  const day = /^(\d{4})-\d{2}-\d{2}$/.exec(paper.day ?? '')
  return day ? Number(day[1]) : null
}
