import type { Day } from '../../../contract/model.ts'
import { placeIn, problem, type ParsedPaper, type ParseProblem } from '../dialect.ts'
import { addMedia } from '../media.ts'
import { lineKinds, type Outline } from './block.ts'
import { ContentReader } from './content.ts'
import { findDay, type FoundDay } from './day-words.ts'
import type { Entry } from './entries.ts'
import { indentOf } from './markers.ts'
import { readNamedLine } from './named-line.ts'
import type { Survey } from './survey.ts'

/** What a file's entries are read with. */
export interface EntryContext {
  outline: Outline
  survey: Survey
  /** The day of the front matter or of the file's name. */
  day: Day | null
  problems: ParseProblem[]
}

/** Reads an entry: its own line, then the lines that belong to it. */
export function readEntry({ block, paper, from, to }: Entry, context: EntryContext): ParsedPaper {
  const { lines, kinds } = context.outline
  const ownIndent = indentOf(lines[block.line] ?? '')
  const isNamed = !block.paper || (block.paper.standing === 'field' && block.named === true)
  const own = isNamed ? readNamedLine(block.text, block.kind === 'heading', context.survey) : paper
  const stated = isNamed && paper.labelled ? paper.title : null
  const content = new ContentReader(context.survey, paper.id, stated ?? own.title)
  if (stated !== null && own.title !== null && !stated.toLowerCase().includes(own.title.toLowerCase()))
    content.begin([`- ${own.title}`])
  content.authors = own.authors
  content.votes = own.votes ?? paper.votes
  content.begin(own.rest)
  for (let i = from; i < to; i++) {
    if (kinds[i] === lineKinds.code) content.code(lines[i] ?? '')
    else if (kinds[i] === lineKinds.text)
      content.line(lines[i] ?? '', i, ownIndent, context.survey.hints[i] === 1)
  }
  const title = stated ?? own.title ?? content.title ?? paper.title
  const { problems } = context
  if (title === null) {
    const message = 'Nothing tells this paper’s title; its arXiv number stands for it.'
    problems.push(problem('title-not-found', 'info', message, placeIn(lines, block.line, '')))
  }
  const { badVotes } = content
  if (badVotes) {
    const place = placeIn(lines, badVotes.line, badVotes.value)
    problems.push(problem('votes-not-understood', 'warning', 'These votes are no number.', place))
  }
  if (block.row?.day === 'bad') {
    const place = placeIn(lines, block.line, block.row.dayWords)
    problems.push(problem('bad-day', 'warning', 'The date in this row is no day of the calendar.', place))
  }
  const { authors } = content
  const media = [...paper.media]
  addMedia(media, content.media)
  return {
    title: title ?? `arXiv:${paper.id}`,
    url: paper.url,
    day: good(block.row?.day) ?? block.day ?? context.day ?? good(findDay(paper.words)?.day) ?? content.day,
    line: block.line + 1,
    votes: content.votes,
    authors: authors?.authors ?? [],
    authorsComplete: authors?.complete ?? false,
    media,
    summary: content.end()
  }
}

const good = (day: FoundDay['day'] | null | undefined): Day | null => (!day || day === 'bad' ? null : day)
