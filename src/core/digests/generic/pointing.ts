import { hasWords, isLinkLabel } from './labels.ts'
import { LineParts } from './line-parts.ts'
import { spansOf } from './links.ts'
import type { Context } from './paper-line.ts'

/** How far before the link its sentence is looked at. */
const MAX_SENTENCE = 200
/** The sentence before the link is over, or it is one that points. */
const pointing =
  /[.!?。！？]["”)]?\s*$|\b(?:read|see|check|find|details?|full|more|link|here)\b[^.!?]{0,40}$|(?:보기|보세요|참고|여기|자세히|こちら|詳細|参照|详见|参见|原文|阅读)[^.!?。]{0,20}$/i

/** Whether a paragraph's line ends with a link to the one paper in it: `Read it [here](https://arxiv.org/…).` */
export function isPointing(text: string, context: Context): boolean {
  const spans = spansOf(text, context.references)
  const papers = spans.filter(({ id }) => id !== null)
  const [first] = papers
  if (!first || papers.some(({ id }) => id !== first.id)) return false
  if (first.text !== '' && !isLinkLabel(first.text) && !context.repeated.has(first.text.trim())) return false
  const parts = new LineParts(text, spans, () => false)
  const before = parts.words(0, first.start)
  if (hasWords(parts.words(first.end)) || !/\s\S+\s/.test(before.trim())) return false
  const near = before.slice(-MAX_SENTENCE)
  return pointing.test(near) || pointing.test(`${near} ${first.text}`)
}
