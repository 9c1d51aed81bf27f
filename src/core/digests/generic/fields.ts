/** What a line such as `**Authors**: …` or `作者：…` states. */
export type Role = 'authors' | 'votes' | 'title' | 'date' | 'summary'

export interface Field {
  role: Role
  /** As written, without marks. */
  label: string
  value: string
}

const labels: readonly (readonly [Role, string])[] = [
  ['authors', 'author|authors|author s|by|저자|저자들|글쓴이|作者|论文作者|全部作者|作者列表|著者|著者名'],
  [
    'votes',
    'vote|votes|upvote|upvotes|like|likes|추천|추천수|좋아요|투표|点赞|点赞数|赞|投票|投票数|票数|いいね'
  ],
  ['title', 'title|paper title|제목|논문 제목|논문명|标题|论文标题|题目|論文タイトル|タイトル|題名'],
  [
    'date',
    'date|published|publish date|published on|publication date|submitted|submitted on|released|release date'
  ],
  ['date', '날짜|일자|발표일|게시일|공개일|제출일|日期|发布日期|发表日期|发布时间|发表时间|提交日期'],
  ['date', '日付|公開日|投稿日|発表日'],
  [
    'summary',
    'abstract|summary|tldr|tl dr|overview|key points|highlights|요약|초록|한줄 요약|한 줄 요약|핵심'
  ],
  ['summary', '摘要|概要|总结|简介|一句话总结|要約|要旨|ポイント']
]
const roles = new Map(
  labels.flatMap(([role, names]) => names.split('|').map((name) => [name, role] as const))
)

/** Marks before and after the label are the list's, the quotation's and the emphasis'. */
const field = /^[\s\-*+•·_>]{0,24}([^:：*_[\]|<>\n]{1,32})[*_\s]{0,4}[:：][*_\s]{0,4}/

/** How far into a line the colon of a field may stand. */
const MAX_HEAD = 64
const colon = /[:：]/
const word = /^\p{L}+$/u

/** Reads a line as a field, or undefined. It costs little: most lines have no colon near their beginning. */
export function readField(line: string): Field | undefined {
  const head = line.slice(0, MAX_HEAD)
  if (!colon.test(head)) return undefined
  const match = field.exec(line)
  if (!match) return undefined
  const label = plain(match[1] ?? '')
  const role = roles.get(label.toLowerCase())
  return role && { role, label, value: line.slice(match[0].length).trim() }
}

const paperLabel = /^\W{0,8}(?:paper|논문|论文|論文)[*_\s]{0,4}[:：]/iu

/** Whether a line, read as a field, states a title: `Title: …`, `논문: …`. */
export const isTitleField = (line: string, field: Field | undefined): boolean =>
  field ? field.role === 'title' : paperLabel.test(line)

/** Whether a field states who wrote a paper, what it says, or its votes: wherever it stands, it is a paper's. */
export const isPaperField = (field: Field | undefined): boolean =>
  field?.role === 'authors' || field?.role === 'summary' || field?.role === 'votes'

/** What a column's or a field's name stands for, with or without emoji and emphasis. */
export const roleOf = (label: string): Role | undefined => roles.get(plain(label).toLowerCase())

const plain = (label: string): string =>
  word.test(label)
    ? label
    : label
        .replace(/[^\p{L}\p{N}\s]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
