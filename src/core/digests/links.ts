import { addressEnd } from '../../contract/addresses.ts'
import type { PaperLink, SummaryItem } from '../../contract/model.ts'

const scheme = /https?:\/\//gi

const codeHosts = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com)$/
const projectHosts = /(?:\.github\.io|\.gitlab\.io|\.pages\.dev|\.netlify\.app|\.vercel\.app)$/
const projectWords = /project|homepage|website|홈페이지|프로젝트|페이지/i

interface FoundLink {
  url: string
  /** Where it starts in its text. */
  at: number
}

/** The links of a text, each once, without what sticks to them. */
export const linksInText = (text: string): string[] => linksIn(text).map(({ url }) => url)

/** What the links of a summary lead to, where that can be told: code, models, data, demos, project pages. */
export function linksOf(summary: readonly SummaryItem[]): PaperLink[] {
  const found = new Map<string, PaperLink>()
  for (const { text } of summary)
    for (const link of linksIn(text)) {
      const kind = found.has(link.url) ? undefined : kindOf(link, text)
      if (kind) found.set(link.url, { kind, url: link.url })
    }
  return [...found.values()]
}

/** Each link of a text where it stands first. */
function linksIn(text: string): FoundLink[] {
  const found = new Map<string, FoundLink>()
  scheme.lastIndex = 0
  for (let match = scheme.exec(text); match; match = scheme.exec(text)) {
    const at = match.index
    const end = addressEnd(text, at)
    const url = text.slice(at, end)
    if (!found.has(url) && URL.canParse(url)) found.set(url, { url, at })
    scheme.lastIndex = Math.max(scheme.lastIndex, end)
  }
  return [...found.values()]
}

function kindOf({ url, at }: FoundLink, text: string): PaperLink['kind'] | undefined {
  const parsed = URL.parse(url)
  if (!parsed) return undefined
  const host = parsed.hostname.replace(/^www\./, '')
  const [first = '', second = ''] = parsed.pathname.split('/').filter(Boolean)
  if (codeHosts.test(host)) return second ? 'code' : 'project'
  if (host === 'huggingface.co' || host === 'hf.co') return huggingFaceKind(first, second)
  if (projectHosts.test(host)) return 'project'
  // Other hosts are project pages where the sentence says so just before the link.
  return projectWords.test(text.slice(Math.max(0, at - 40), at)) ? 'project' : undefined
}

function huggingFaceKind(first: string, second: string): PaperLink['kind'] | undefined {
  if (first === 'datasets') return 'dataset'
  if (first === 'spaces') return 'demo'
  if (first === 'papers' || first === 'collections' || first === 'blog' || first === 'docs') return undefined
  return second ? 'model' : undefined
}
