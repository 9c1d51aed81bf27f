import { findDay } from './day-words.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Words of links that are no title: `[paper]`, `[arXiv ID]`, `[Project page]`, `[view PDF here]`. */
const linkWords = words(`
  abs abstract alphaxiv and appendix ar5iv article arxiv at available blog bib bibtex checkpoint checkpoints code codes
  colab com data dataset datasets demo details discussion doc docs documentation doi download face full git github go
  hf here homepage html http https hugging huggingface id in kimi link links more number of official on open openreview
  org original page pages paper papers pdf poster ppt preprint project publication read ref refs repo repository see
  semantic scholar site slide slides source submitted supp supplementary talk the this title to twitter url urls v
  version view web webpage website www youtube`)
/** Words of headings that name a list or a section of it, not a paper. */
const listWords = words(`
  ai applications awesome authors background basic benchmarks bibliography by contents cs daily date day digest done
  feed for further highlights info information intro introduction later latest list meta metadata method methods misc
  miscellaneous new news newsletter no note notes other others overview pick picks read reading recent recommended
  references related report resources selected stat summaries summary surveys table theory today todays todo tools top
  trending unread update updates updated week weekly work works`)
const wideLinkWords =
  /논문|링크|코드|초록|원문|보기|바로\s*가기|프로젝트|페이지|데모|영상|자료|주소|번호|제목|论文|链接|連結|代码|项目|主页|地址|原文|摘要|下载|预印本|编号|标题|论文地址|論文|リンク|コード|プロジェクト|ページ|こちら|詳細|本文|リポジトリ|番号|タイトル|题目/g
const wideListWords =
  /오늘의|오늘|일일|매일|주간|목록|소개|정보|기본|개요|참고\s*문헌|참고|관련|요약|정리|리뷰|뉴스|추천|每日|今日|每周|速递|速览|精选|日报|基本|信息|简介|列表|参考|相关|工作|总结|概要|文献|推荐|新闻|本日|毎日|まとめ|一覧|関連|情報|紹介|要約|の|的/g
const references =
  /^(?:references?|bibliography|related (?:works?|papers?|readings?)|further readings?|see also|참고\s*(?:문헌|자료)?|관련\s*(?:논문|연구)|参考(?:文献|资料)?|相关(?:论文|工作)|関連(?:論文|研究))$/i
/** A part of each of these, so that most headings need no more than this. */
const referencesHint = /reference|bibliography|related|further|see|참고|관련|参考|相关|関連/i
const wordPattern = /[\p{L}\p{N}]+/gu
const number = /^(?:v?\d+)+$/
const MAX_LABEL = 80

/** Whether a link's words only say what it leads to: `PDF`, `arXiv:2408.12345`, `论文链接`, `4`. */
export const isLinkLabel = (text: string): boolean => consistsOf(text, [linkWords], [wideLinkWords])

/** Whether a heading names a list, a day or a section of facts rather than a paper. */
export function isGeneric(text: string): boolean {
  const day = findDay(text)
  const rest = day ? `${text.slice(0, day.start)} ${text.slice(day.end)}` : text
  return consistsOf(rest, [linkWords, listWords], [wideLinkWords, wideListWords])
}

/** Whether a heading opens a list of what else there is to read. */
export const isReferences = (heading: string): boolean =>
  referencesHint.test(heading) && references.test(plain(heading))

/** Whether there is a letter or a digit in a text. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

function consistsOf(text: string, sets: readonly ReadonlySet<string>[], wide: readonly RegExp[]): boolean {
  if (text.length > MAX_LABEL) return false
  let rest = text.toLowerCase()
  if (/[^\x20-\x7e]/.test(rest)) for (const pattern of wide) rest = rest.replace(pattern, ' ')
  wordPattern.lastIndex = 0
  for (let match = wordPattern.exec(rest); match; match = wordPattern.exec(rest)) {
    const word = match[0]
    if (!sets.some((set) => set.has(word)) && !number.test(word)) return false
  }
  return true
}

const plain = (heading: string): string =>
  heading
    .slice(0, MAX_LABEL)
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/^\s*\d+\s/, '')
    .trim()
