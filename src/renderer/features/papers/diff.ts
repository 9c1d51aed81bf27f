import { diffArrays } from 'diff'
import type { PaperVersion, SummaryItem } from '../../../contract/model.ts'

/** A stretch of two texts: in both, only in the former, or only in the one now. */
export interface DiffPart {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** Korean words count whole, with their particles; so do spaces, and every other character by itself. */
const WORD = /[\p{L}\p{N}\p{M}]+|\s+|[^]/gu
/** Texts with more differing words than this have little in common, and comparing them would take long. */
const MOST_EDITS = 1_500

/** What changed between two texts, word by word. */
export function diffWords(former: string, now: string): DiffPart[] {
  const changes = diffArrays(former.match(WORD) ?? [], now.match(WORD) ?? [], { maxEditLength: MOST_EDITS })
  if (!changes)
    return [
      { kind: 'gone', text: former },
      { kind: 'new', text: now }
    ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join('')
  }))
}

/** A summary as one text to compare, a line for each item and what belongs to it. */
export const summaryText = (summary: readonly SummaryItem[]): string =>
  summary.map(({ label, text }) => (label === null ? text : `${label}: ${text}`)).join('\n')

export interface VersionDiff {
  version: PaperVersion
  /** Empty where the titles are the same. */
  title: DiffPart[]
  /** Empty where the summaries are the same. */
  summary: DiffPart[]
}

/** How another wording of a paper differs from the one that is shown. */
export function diffVersion(
  version: PaperVersion,
  shown: Pick<PaperVersion, 'title' | 'summary'>
): VersionDiff {
  const [former, now] = [summaryText(version.summary), summaryText(shown.summary)]
  return {
    version,
    title: version.title === shown.title ? [] : diffWords(version.title, shown.title),
    summary: former === now ? [] : diffWords(former, now)
  }
}
