import { arxivIdInUrl } from '../identity.ts'

const number = String.raw`(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?`
const usual = new RegExp(
  String.raw`^https?:\/\/(?:arxiv\.org\/(?:abs|pdf)\/${number}(?:\.pdf)?|huggingface\.co\/papers\/${number})$`
)

/** The arXiv id that a link leads to, or null. Lists are full of links; the usual ones need no parsing as a URL. */
export function paperIdIn(url: string): string | null {
  const match = usual.exec(url)
  return match ? (match[1] ?? match[2] ?? null) : arxivIdInUrl(url)
}
