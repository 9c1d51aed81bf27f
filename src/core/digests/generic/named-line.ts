import type { AuthorList } from '../authors.ts'
import { cutAuthors, readAuthors } from './author-words.ts'
import { readField } from './fields.ts'
import { hasWords } from './labels.ts'
import { restOf } from './line-parts.ts'
import { inlined, shownText } from './link-text.ts'
import { spansOf } from './links.ts'
import type { Context } from './paper-line.ts'
import { cleanTitle, datesIn, pickTitle, withoutLead } from './title.ts'
import { findVotes } from './votes-in.ts'

/** A heading, an item or a paragraph's line that names a paper without linking to it. */
export interface NamedLine {
  title: string | null
  rest: string[]
  votes: number | null
  authors: AuthorList | null
}

/** What a newsletter says of the paper that it singles out. */
const distinction =
  /^(?:(?:top|editor['’]?s|our|today['’]?s)\s+picks?|picks? of the (?:day|week)|(?:featured|top) paper|paper of the (?:day|week|month)|spotlight|오늘의 논문|注目(?:の)?論文|今日(?:推荐|论文))\s*[:：]\s*/i

/** @param isHeading all of a heading is the title, unless a part of it is in bold or in quotation marks */
export function readNamedLine(text: string, isHeading: boolean, context: Context): NamedLine {
  const votes = findVotes(text)
  const line = votes ? `${text.slice(0, votes.start)} ${text.slice(votes.end)}` : text
  const field = readField(line)
  const lead = withoutLead(shownText(field?.role === 'title' ? field.value : line, context.references))
  const words = isHeading ? lead.replace(distinction, '') : lead
  const cut = cutAuthors(words)
  const picked = pickTitle(cut?.title ?? words)
  const whole = isHeading && !picked?.marked
  const title = whole ? cleanTitle(words) : (picked?.title ?? '')
  return {
    title: hasWords(title) ? title : null,
    rest: restOf(
      `${datesIn(line, words)} ${whole ? '' : (picked?.rest ?? words)} ${otherLinks(line, context)}`
    ),
    votes: votes?.votes ?? null,
    authors: cut && !whole ? readAuthors(cut.authors, context.references) : null
  }
}

const otherLinks = (line: string, context: Context): string =>
  /[\]<]/.test(line)
    ? spansOf(line, context.references)
        .filter((span) => span.kind === 'link')
        .map((span) => inlined(span, line.slice(span.start, span.end)))
        .join(' ')
    : ''
