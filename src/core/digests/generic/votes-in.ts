/** Votes within a line and their place in it. */
export interface FoundVotes {
  votes: number
  start: number
  end: number
}

const symbol =
  /(?:👍|⬆|▲|△|🔺|🔼|👏)[\uFE0F\u{1F3FB}-\u{1F3FF}]?\s{0,2}[:：]?\s{0,2}\*{0,2}(\d[\d,]{0,11})(?=[\s)\]|·•,;*_}<]|$)/u
const word =
  /(?<![\d.,])(\d[\d,]{0,11})\s?(?:up-?votes?|votes?|likes?|추천|좋아요|点赞|个赞|赞|票|いいね)(?![\p{L}\d])/iu
const labelled =
  /\*{0,3}(?:up-?votes?|votes?|likes?|추천수?|좋아요|点赞数?|票数|投票数?|いいね)[*_]{0,3}\s?[:：]\s?[*_]{0,3}(\d[\d,]{0,11})(?![\d.%])/iu
const hint = /[👍⬆▲△🔺🔼👏]|vote|like|추천|좋아요|赞|票|いいね/iu
/** In a longer line such words are a sentence's. */
const MAX_WORDY = 200

/** `👍 12`, `⬆️ 1,234`, `12 upvotes`, `Upvotes: 12`. */
export function findVotes(line: string): FoundVotes | undefined {
  if (!hint.test(line)) return undefined
  const match =
    symbol.exec(line) ?? (line.length > MAX_WORDY ? null : (labelled.exec(line) ?? word.exec(line)))
  if (!match) return undefined
  const votes = Number((match[1] ?? '').replaceAll(',', ''))
  return { votes, start: match.index, end: match.index + match[0].length }
}
