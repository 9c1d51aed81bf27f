import type { Paper, PaperRow } from '../../../contract/model.ts'
import { m } from '../../i18n/generated/messages.js'

type Voted = Pick<PaperRow, 'votes' | 'percentile'>

/** A percentile of .8 is the top 20% of the day; never better than 1%. */
export const topPercent = (percentile: number): number =>
  Math.max(1, Math.ceil(Math.round((1 - percentile) * 1e6) / 1e4))

export const votesText = ({ votes }: Voted): string =>
  votes === null ? m.votes_none() : m.votes({ count: votes })

export const rankText = ({ percentile }: Voted): string | null =>
  percentile === null ? null : m.top_of_day({ percent: topPercent(percentile) })

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** A name within a sentence of the other direction keeps to itself. */
const isolate = (name: string): string => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name)

/** "Hugo Laurençon and 3 more"; a name alone makes nobody the first author. */
export function namesText(row: Pick<PaperRow, 'authors' | 'authorCount' | 'authorsComplete'>): string {
  const [first] = row.authors
  if (first === undefined) return m.names_none()
  const name = isolate(first)
  if (!row.authorsComplete) return m.names_others({ name })
  return row.authorCount > 1 ? m.names_more({ name, count: row.authorCount - 1 }) : name
}

export interface PaperLink {
  kind: 'abstract' | 'pdf' | 'hf' | 'source'
  url: string
}

/** Pages about a paper: arXiv's and Hugging Face's by its id, else the digest's own link. */
export function paperLinks({ arxivId, url }: Pick<Paper, 'arxivId' | 'url'>): PaperLink[] {
  if (arxivId === null) return url === '' ? [] : [{ kind: 'source', url }]
  return [
    { kind: 'abstract', url: `https://arxiv.org/abs/${arxivId}` },
    { kind: 'pdf', url: `https://arxiv.org/pdf/${arxivId}` },
    { kind: 'hf', url: `https://huggingface.co/papers/${arxivId}` }
  ]
}
