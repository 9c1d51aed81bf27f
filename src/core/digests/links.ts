import { addressEnd } from '../../contract/addresses.ts'
import type { PaperLink, SummaryItem } from '../../contract/model.ts'

const scheme = /https?:\/\//gi

const codeHosts = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com)$/
const projectHosts = /(?:\.github\.io|\.gitlab\.io|\.pages\.dev|\.netlify\.app|\.vercel\.app)$/
const projectWords = /project|homepage|website|홈페이지|프로젝트|페이지/i

/** The links of a text, each once, without what sticks to them. */
export function linksInText(text: string): string[] {
  const found = new Set<string>()
  scheme.lastIndex = 0
  for (let match = scheme.exec(text); match; match = scheme.exec(text)) {
    const end = addressEnd(text, match.index)
    const address = text.slice(match.index, end)
    if (URL.canParse(address)) found.add(address)
    scheme.lastIndex = Math.max(scheme.lastIndex, end)
  }
  return [...found]
}

/** What the links of a summary lead to, where that can be told: code, models, data, demos, project pages. */
export function linksOf(summary: readonly SummaryItem[]): PaperLink[] {
  const found: PaperLink[] = []
  for (const { text } of summary)
    for (const url of linksInText(text)) {
      const kind = kindOf(url, text)
      if (kind && !found.some((known) => known.url === url)) found.push({ kind, url })
    }
  return found
}

function kindOf(url: string, text: string): PaperLink['kind'] | undefined {
  const parsed = URL.parse(url)
  if (!parsed) return undefined
  const host = parsed.hostname.replace(/^www\./, '')
  const [first = '', second = ''] = parsed.pathname.split('/').filter(Boolean)
  if (codeHosts.test(host)) return second ? 'code' : 'project'
  if (host === 'huggingface.co' || host === 'hf.co') return huggingFaceKind(first, second)
  if (projectHosts.test(host)) return 'project'
  // Other hosts are project pages where the sentence says so just before the link.
  const before = text.slice(Math.max(0, text.indexOf(url) - 40), text.indexOf(url))
  return projectWords.test(before) ? 'project' : undefined
}

function huggingFaceKind(first: string, second: string): PaperLink['kind'] | undefined {
  if (first === 'datasets') return 'dataset'
  if (first === 'spaces') return 'demo'
  if (first === 'papers' || first === 'collections' || first === 'blog' || first === 'docs') return undefined
  return second ? 'model' : undefined
}
