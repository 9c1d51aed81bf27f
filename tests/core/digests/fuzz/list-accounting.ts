import type { ParsedDigest, ParsedPaper } from '../../../../src/core/digests/dialect.ts'
import type { LostLine } from './accounting.ts'

const label =
  'authors?|summary|abstract|tl;?dr|up-?votes?|votes?|저자|요약|초록|추천|作者|摘要|简介|点赞|著者|概要|要約|要旨'
const field = new RegExp(
  String.raw`^\s*(?:[-*+•·]\s+|\d{1,3}[.)]\s+)?[*_]{0,3}(?:${label})[*_]{0,3}\s?[:：][*_]{0,3}(.*)$`,
  'isu'
)
/** What ends whatever belongs to the paper before it. */
const end = /^\s*(?:#|\||<|>|`{3}|~{3}|(?:[-*_]\s*){3,}$|=+$|\*\*[^*]+\*\*\s*$)/
/** What begins an item or is set in; other lines after a blank one may be prose, which goes on with any line. */
const begin = /^(?:\s|[-*+•·]\s|\d{1,3}[.)]\s|$)/
const item = /^\s*(?:[-*+•·]|\d{1,3}[.)])\s/
const indent = (line: string): number => line.search(/\S/)
/** May be another paper's. */
const paperLink = /arxiv\.org|co\/papers\//i
/** Of links their words count, of pictures nothing. */
const target = /!\[[^\]]*\](?:\([^)]*\))?|\]\([^)]*\)|<[^>]*>|https?:\S+/g
const others = /(?:ほか|等人?|등|외\s?\d*\s?명?)$/u
const andMore = new RegExp(String.raw`^(?:al|and|et|others|\d+|\d*명|${label}|)$`, 'iu')
const word = /[\p{L}\p{N}]{2,}/gu

/**
 * The fields of papers' entries, in files of the generic dialect, whose words are neither in the paper nor in a problem:
 * from the entry's first line to the next entry, heading, table or rule.
 */
export function lostFields(text: string, digest: ParsedDigest): LostLine[] {
  const lines = text.split('\n')
  const reported = new Set(digest.problems.map(({ line }) => line))
  const begins = new Set(digest.papers.map(({ line }) => line))
  const lost: LostLine[] = []
  for (const paper of digest.papers) {
    const words = wordsOf(paper)
    const first = lines[paper.line - 1] ?? ''
    if (/\||^\s*<|^title\s*[:=]/i.test(first)) continue
    let inProse = false
    for (let line = paper.line + 1; line <= lines.length && !begins.has(line); line++) {
      const written = lines[line - 1] ?? ''
      if (end.test(written) || lines[line]?.startsWith('==')) break
      const value = field.exec(written)?.[1]
      // Another item may be another paper's, without a link.
      if (value === undefined && paperLink.test(written) && indent(written) < 2) break
      if (item.test(first) && (inProse || (item.test(written) && indent(written) < indent(first)))) break
      if (value === undefined && item.test(first) && item.test(written) && indent(written) <= indent(first))
        break
      const afterBlank = lines[line - 2]?.trim() === ''
      if (afterBlank || begin.test(written))
        inProse = afterBlank && value === undefined && !begin.test(written)
      if (value === undefined || inProse || paperLink.test(value) || reported.has(line)) continue
      const said = value.replace(target, ' ').match(word) ?? []
      if (
        !said.every((part) =>
          [part, part.replace(others, ''), part.replace(/^\d+명?/, '')].some(
            (one) => andMore.test(one) || words.includes(one.toLowerCase())
          )
        )
      )
        lost.push({ line, text: written })
    }
  }
  return lost
}

const wordsOf = (paper: ParsedPaper): string => JSON.stringify(paper).replace(/\\./g, ' ').toLowerCase()
