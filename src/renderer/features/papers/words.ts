import type { Day, Paper, PaperLink, PaperRow } from '../../../contract/model.ts'
import { isWebLink } from '../../host.ts'
import { m } from '../../i18n/generated/messages.js'

type Voted = Pick<PaperRow, 'votes' | 'percentile'>

/**
 * The share of a day's papers with as many votes or more, as whole percents, rounded up: the best of 11 is among the
 * top 10%. Exact where no other has the same number; the percentile leaves no more to go by.
 *
 * @param total papers of that day
 */
export const topPercent = (percentile: number, total: number): number =>
  Math.min(100, Math.ceil(Math.round((1 - percentile + 0.5 / total) * 1e6) / 1e4))

export const votesText = ({ votes }: Voted): string =>
  votes === null ? m.votes_none() : m.votes({ count: votes })

/** "top 10% of its day"; null in the lower half, of which there is nothing to say. */
export function rankText({ percentile }: Voted, total: number | undefined): string | null {
  if (percentile === null || total === undefined) return null
  const percent = topPercent(percentile, total)
  return percent <= 50 ? m.top_of_day({ percent }) : null
}

/** Stands for a name in a sentence that is to be taken apart; no digest's text holds it. */
const SLOT = '\u0000'

/**
 * "Hugo Laurençon" and " and 3 more", apart, so that a name that is too long is cut and not what follows. A name alone
 * makes nobody the first author.
 */
export function namesText(
  row: Pick<PaperRow, 'authors' | 'authorCount' | 'authorsComplete'>
): Record<'before' | 'name' | 'after', string> {
  const [name] = row.authors
  if (name === undefined) return { before: '', name: '', after: m.names_none() }
  const sentence = row.authorsComplete
    ? row.authorCount > 1
      ? m.names_more({ name: SLOT, count: row.authorCount - 1 })
      : SLOT
    : m.names_others({ name: SLOT })
  const [before = '', after = ''] = sentence.split(SLOT)
  return { before, name, after }
}

export interface PageLink {
  kind: 'abstract' | 'pdf' | 'hf' | 'source'
  url: string
}

/** Pages about a paper: arXiv's and Hugging Face's by its id, else the digest's own link. */
export function pageLinks({ arxivId, url }: Pick<Paper, 'arxivId' | 'url'>): PageLink[] {
  if (arxivId === null) return url === '' ? [] : [{ kind: 'source', url }]
  return [
    { kind: 'abstract', url: `https://arxiv.org/abs/${arxivId}` },
    { kind: 'pdf', url: `https://arxiv.org/pdf/${arxivId}` },
    { kind: 'hf', url: `https://huggingface.co/papers/${arxivId}` }
  ]
}

/** A digest that links to more than this is a list of links; they are all in its text. */
const MOST_LINKS = 12
const LONGEST_DETAIL = 32

/** Code, models, pages and the like that the summary links to: http(s) only, each once. */
export function moreLinks({ links }: Pick<Paper, 'links'>): PaperLink[] {
  const seen = new Set<string>()
  return links.filter(({ url }) => isWebLink(url) && seen.size < MOST_LINKS && seen.size < seen.add(url).size)
}

/** What tells one link from another of its kind: `owner/repository`, or the host; empty where that is long. */
export function linkDetail({ kind, url }: PaperLink): string {
  const { host, pathname } = new URL(url)
  const parts = pathname
    .replace(/^\/(?:datasets|spaces)\//, '/')
    .split('/')
    .filter(Boolean)
  const [owner, name] = parts
  const detail =
    kind === 'project' || owner === undefined || name === undefined
      ? host.replace(/^www\./, '')
      : `${owner}/${name.replace(/\.git$/, '')}`
  return detail.length <= LONGEST_DETAIL ? detail : ''
}

const LONGEST_PLACE = 80

/** Host and path of a link, to be read before it is opened. */
export function linkPlace(url: string): string {
  const { host, pathname } = new URL(url)
  const place = host + (pathname === '/' ? '' : pathname)
  return place.length <= LONGEST_PLACE ? place : `${place.slice(0, LONGEST_PLACE)}…`
}

/** Days other than the shown one on which a digest had the paper, newest first, with the most votes of each. */
export function otherDays({ appearances, day: shown }: Pick<Paper, 'appearances' | 'day'>): DayVotes[] {
  const days = new Map<Day, number | null>()
  for (const { day, votes } of appearances) {
    if (day === null || day === shown) continue
    const known = days.get(day) ?? null
    days.set(day, known === null ? votes : Math.max(known, votes ?? 0))
  }
  return [...days].map(([day, votes]) => ({ day, votes })).toSorted((a, b) => b.day.localeCompare(a.day))
}

export interface DayVotes {
  day: Day
  /** null: not recorded. */
  votes: number | null
}
