/**
 * arXiv's identifiers: `2312.11514` since April 2007 (four digits until 2014, five since), `cs/0112017` or
 * `math.GT/0309136` before; a version `v2` may follow. https://info.arxiv.org/help/arxiv_identifier.html
 */
const modern = /^\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}$/
const old = /^[a-z-]+(?:\.[A-Z]{2})?\/\d{2}(?:0[1-9]|1[0-2])\d{3}$/
const version = /v\d+$/i
const arxivHost = /^(?:www\.|export\.|[a-z]{2}\.)?arxiv\.org$/
const huggingFaceHost = /^(?:www\.)?(?:huggingface\.co|hf\.co)$/

/** An arXiv id without its version, or null where the text is none. `cs.AI/0112017` is `cs/0112017`. */
export function arxivIdOf(text: string): string | null {
  const id = text
    .trim()
    .replace(/^arxiv:/i, '')
    .replace(version, '')
  if (modern.test(id)) return id
  return old.test(id) ? id.replace(/\.[A-Z]{2}\//, '/') : null
}

/** The arXiv id that a link leads to, by arXiv itself, Hugging Face or the DOI, or null. */
export function arxivIdInUrl(url: string): string | null {
  const parsed = parseUrl(url)
  if (!parsed) return null
  const host = parsed.hostname.toLowerCase()
  const path = decodePath(parsed.pathname).replace(/\/+$/, '')
  if (arxivHost.test(host)) {
    const match = /^\/(?:abs|pdf|html|format|e-print)\/(.+?)(?:\.pdf)?$/.exec(path)
    return match?.[1] === undefined ? null : arxivIdOf(match[1])
  }
  if (huggingFaceHost.test(host)) {
    const match = /^\/papers\/([^/]+)$/.exec(path)
    return match?.[1] === undefined ? null : arxivIdOf(match[1])
  }
  if (host === 'doi.org' || host === 'dx.doi.org' || host === 'www.doi.org') {
    const match = /^\/10\.48550\/arxiv\.(.+)$/i.exec(path)
    return match?.[1] === undefined ? null : arxivIdOf(match[1])
  }
  return null
}

/**
 * What makes two entries the same paper: the arXiv id without version, else the link without what does not
 * matter (scheme, `www.`, fragment, trailing slash), else the title without case, spaces and punctuation.
 */
export function identityOf(paper: { title: string; url: string }): {
  identity: string
  arxivId: string | null
} {
  const arxivId = arxivIdInUrl(paper.url)
  if (arxivId) return { identity: `arxiv:${arxivId}`, arxivId }
  const link = normaliseLink(paper.url)
  return { identity: link ? `url:${link}` : `title:${normaliseTitle(paper.title)}`, arxivId: null }
}

function normaliseLink(url: string): string | null {
  const parsed = parseUrl(url)
  if (!parsed) return null
  const host = parsed.host.toLowerCase().replace(/^www\./, '')
  return `${host}${parsed.pathname.replace(/\/+$/, '')}${parsed.search}`
}

function normaliseTitle(title: string): string {
  const letters = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return letters || title.trim()
}

function parseUrl(url: string): URL | null {
  const parsed = URL.parse(url) ?? URL.parse(`https://${url}`)
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null
  return parsed.hostname.includes('.') ? parsed : null
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
