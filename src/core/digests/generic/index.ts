import type { Day } from '../../../contract/model.ts'
import {
  noDay,
  problem,
  type Dialect,
  type ParsedDigest,
  type ParsedPaper,
  type ParseProblem
} from '../dialect.ts'
import { addMedia } from '../media.ts'
import { lineKinds, type Outline } from './block.ts'
import { ContentReader } from './content.ts'
import { findDay, type FoundDay } from './day-words.ts'
import { EntryFinder, type Entry } from './entries.ts'
import { readFrontMatter } from './front-matter.ts'
import { indentOf } from './markers.ts'
import { readNamedLine } from './named-line.ts'
import { OutlineReader } from './outline.ts'
import { surveyOf, type Survey } from './survey.ts'

const paperLink =
  /arxiv\.org\/(?:abs|pdf|html|format|e-print)\/|(?:huggingface|hf)\.co\/papers\/\d|10\.48550\/arxiv|arxiv[:.：]?\s{0,2}(?:[a-z-]{2,20}\/)?\d{4}/i

/**
 * Any Markdown in which headings, list items, table rows or paragraphs link to papers on arXiv or Hugging Face:
 * newsletters and reading lists in English, Korean, Chinese or Japanese. See docs/digest-grammar.md.
 */
export const genericDialect: Dialect = {
  name: 'generic',
  recognises: (text) => paperLink.test(text),
  parse: (text, fallbackDay) => {
    const lines = text.split('\n')
    const survey = surveyOf(text, lines)
    const matter = readFrontMatter(lines)
    const reader = new OutlineReader(lines, survey)
    const outline = reader.read(matter)
    const digest: ParsedDigest = { papers: [], problems: reader.problems }
    for (const entry of new EntryFinder(outline).find())
      digest.papers.push(readEntry(entry, outline, survey, matter.day ?? fallbackDay, digest.problems))
    digest.problems.push(...noDay(digest.papers))
    return digest
  }
}

function readEntry(
  { block, paper, from, to }: Entry,
  { lines, kinds }: Outline,
  survey: Survey,
  fileDay: Day | null,
  problems: ParseProblem[]
): ParsedPaper {
  const line = block.line + 1
  const excerpt = lines[block.line] ?? ''
  const isNamed = !block.paper || (block.paper.standing === 'field' && block.named === true)
  const own = isNamed ? readNamedLine(block.text, block.kind === 'heading', survey) : paper
  const content = new ContentReader(survey, paper.id, own.title)
  content.begin(own.rest)
  const indent = indentOf(excerpt)
  for (let i = from; i < to; i++) {
    if (kinds[i] === lineKinds.code) content.code(lines[i] ?? '')
    else if (kinds[i] === lineKinds.text) content.line(lines[i] ?? '', indent, survey.hints[i] === 1)
  }
  const report = (found: Parameters<typeof problem>): number => problems.push(problem(...found))
  const title = own.title ?? content.title ?? paper.title
  if (title === null)
    report([
      'title-not-found',
      'info',
      'Nothing tells this paper’s title; its arXiv number stands for it.',
      { line, excerpt }
    ])
  if (content.votesNotUnderstood)
    report(['votes-not-understood', 'warning', 'These votes are no number.', { line, excerpt }])
  if (block.row?.day === 'bad')
    report(['bad-day', 'warning', 'The date in this row is no day of the calendar.', { line, excerpt }])
  const authors = own.authors ?? content.authors
  const media = [...paper.media]
  addMedia(media, content.media)
  return {
    title: title ?? `arXiv:${paper.id}`,
    url: paper.url,
    day: goodDay(block.row?.day) ?? block.day ?? fileDay ?? goodDay(findDay(paper.words)?.day) ?? content.day,
    line,
    votes: own.votes ?? paper.votes ?? content.votes,
    authors: authors?.authors ?? [],
    authorsComplete: authors?.complete ?? false,
    media,
    summary: content.end()
  }
}

const goodDay = (day: FoundDay['day'] | null | undefined): Day | null => (!day || day === 'bad' ? null : day)
