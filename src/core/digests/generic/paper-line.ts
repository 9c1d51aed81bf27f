import type { Media } from '../../../contract/model.ts'
import type { AuthorList } from '../authors.ts'
import { cutAuthors, readAuthors } from './author-words.ts'
import { readField } from './fields.ts'
import { hasWords, isLinkLabel } from './labels.ts'
import { LineParts, restOf } from './line-parts.ts'
import { spansOf, type Span } from './links.ts'
import { trimEnd, trimStart, withoutDecoration } from './markers.ts'
import type { References } from './references.ts'
import { cleanTitle, datesIn, isCitation, pickTitle, withoutLead } from './title.ts'
import { findVotes } from './votes-in.ts'

/**
 * How a paper stands in a line. `field`: the line only says that there is a link, to a paper named elsewhere.
 * `mention`: within a sentence. `listed`: the title comes first, as in a list. `leading`: so, and the title is
 * the link or in bold, which makes it an entry even where no marker tells so.
 */
export type Standing = 'field' | 'mention' | 'listed' | 'leading'

/** A heading, an item, a paragraph's line or a table's row that links to a paper. */
export interface PaperLine {
  id: string
  /** As written; an address without `https://` and `arXiv:2408.12345` are completed. */
  url: string
  title: string | null
  standing: Standing
  /** The words outside of links: a date there is the line's. */
  words: string
  /** What else it says, as lines of a summary. */
  rest: string[]
  media: Media[]
  votes: number | null
  authors: AuthorList | null
  /** The title stands in a field, as in `Paper: [Title](https://…)`: the block around it may be the entry. */
  labelled: boolean
  /** The line begins with the bare link, so that no label says that the block around it is the entry. */
  bare: boolean
}

/** What lines are read with. */
export interface Context {
  references: References
  /** Words that link to several papers, such as `read more`: no title. */
  repeated: ReadonlySet<string>
  /** Lines that only say that there is a link, by their text: they are read for where they stand and for what they say. */
  fields: Map<string, PaperLine>
}

type Found = Pick<PaperLine, 'title' | 'standing' | 'rest'> & Partial<Pick<PaperLine, 'authors' | 'labelled'>>

/** A sentence goes on after a link where neither an end nor a separator comes next. */
const closes =
  /^(?:[*_~\s)\]）】]*(?:$|[-–—:：|｜·•,，;；、(（[【<.。]|by\b|from\b|\p{Extended_Pictographic})|\s{1,9}[*_`])/u
/** `Lee et al. (2024) [Title](…)`, `(ICLR 2024) [Title](…)` */
const cited = /\bet\.? al\b|[([（【][^()[\]（）【】]{1,40}[)\]）】][\s.,:：]{0,5}$/
const MIN_TITLE = 8
const colon = /[:：][\s*_]*$/

/** Reads a line's text, without marker. null where no link of it leads to a paper. */
export function readPaperLine(text: string, context: Context): PaperLine | null {
  const votes = findVotes(text)
  const line = votes ? `${text.slice(0, votes.start)} ${text.slice(votes.end)}` : text
  const spans = spansOf(line, context.references)
  const first = spans.find((span) => span.id !== null)
  if (!first?.id) return null
  const isLabel = ({ text }: Span): boolean =>
    text === '' || isLinkLabel(text) || context.repeated.has(text.trim())
  const own = spans.filter((span) => span.id === first.id)
  const labels = new Set(own.filter(isLabel))
  const named = own.filter((span) => !labels.has(span))
  const title = named.find((span) => !isCitation(span.text))
  const taken = title ?? named[0]
  const parts = new LineParts(line, spans, (span) => span === taken || labels.has(span))
  const found = title
    ? byLink(parts, title)
    : (byWords(parts, first, context) ?? asLabel(parts, first, named[0]))
  return {
    id: first.id,
    url: first.url,
    words: parts.words(0),
    authors: null,
    labelled: false,
    bare: found.standing === 'field' && first.kind === 'bare' && !hasWords(line.slice(0, first.start)),
    ...found,
    rest: found.standing === 'mention' ? found.rest : found.rest.concat(parts.captions),
    media: parts.media,
    votes: votes?.votes ?? null
  }
}

/** `[Title](https://arxiv.org/…) - what it is` */
function byLink(parts: LineParts, link: Span): Found {
  const before = parts.words(0, link.start)
  const bare = isLinkLabel(withoutLead(before))
  const title = cleanTitle(link.text) || null
  if (!bare && !cited.test(before)) return { title, standing: 'mention', rest: restOf(parts.line) }
  const standing = !closes.test(parts.words(link.end)) ? 'mention' : bare ? 'leading' : 'listed'
  const words = bare
    ? `${datesIn(before, withoutLead(before))} ${parts.links(0, link.start)}`
    : parts.text(0, link.start)
  const labelled = bare && colon.test(before) && hasWords(before)
  return { title, standing, labelled, rest: restOf(`${words} ${parts.tail(link)}`) }
}

/** `**Title** (2024) [[paper]](https://arxiv.org/…)`, or `[[paper]](https://arxiv.org/…) Title`. */
function byWords(parts: LineParts, first: Span, context: Context): Found | undefined {
  const before = parts.shown(0, first.start)
  const field = readField(before)
  if (field?.role === 'summary') return { title: null, standing: 'mention', rest: restOf(parts.line) }
  if (field && field.role !== 'title') return undefined
  const words = withoutLead(field?.value ?? before)
  if (!hasWords(words) || isLinkLabel(words))
    return /[:：]\W{0,5}$/.test(before) ? undefined : afterLink(parts, first)
  const cut = cutAuthors(words)
  const picked = pickTitle(cut?.title ?? words)
  if (!picked) return { title: null, standing: 'mention', rest: restOf(parts.line) }
  const listed = picked.marked ? 'leading' : 'listed'
  return {
    title: picked.title,
    standing: closes.test(parts.words(first.end)) ? listed : 'mention',
    rest: restOf(
      `${datesIn(before, words)} ${trimEnd(picked.rest, ' ([（【')} ${parts.links(0, first.start)} ${parts.tail(first)}`
    ),
    authors: cut ? readAuthors(cut.authors, context.references) : null
  }
}

function afterLink(parts: LineParts, first: Span): Found | undefined {
  const { words, more } = parts.after(first)
  const start = withoutDecoration(trimStart(words, ' \t])】）'))
  if (!/^[\p{L}\p{N}"“「『《*_:：-]/u.test(start)) return undefined
  const dash = /\s[-–—|]\s/.exec(start.slice(0, 500))
  const picked = pickTitle(dash ? start.slice(0, dash.index) : start)
  if (!picked || picked.title.length < MIN_TITLE || isLinkLabel(picked.title)) return undefined
  const rest = `${picked.rest} ${dash ? start.slice(dash.index) : ''} ${more}`
  return { title: picked.title, standing: 'listed', rest: restOf(rest) }
}

/** Of a line that has only labels the other links are kept. Who wrote a paper is better than no title. */
function asLabel(parts: LineParts, first: Span, citation: Span | undefined): Found {
  if (citation) return byLink(parts, citation)
  const before = withoutLead(parts.words(0, first.start))
  const after = withoutLead(parts.words(first.end))
  if (!isLinkLabel(before)) return { title: null, standing: 'field', rest: restOf(parts.line) }
  const rest = isLinkLabel(after)
    ? parts.links()
    : /^[|·•]/.test(after.trim())
      ? parts.text(first.end)
      : parts.line
  return { title: null, standing: 'field', rest: restOf(rest) }
}
