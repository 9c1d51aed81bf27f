import type { Paper } from '../../contract/model.ts'

/** A paper as scripts get it. The names and their order are promised in the README. */
export const paperLine = (paper: Paper) => ({
  arxivId: paper.arxivId,
  title: paper.title,
  url: paper.url,
  authors: paper.authors,
  authorsComplete: paper.authorsComplete,
  votes: paper.votes,
  date: paper.day,
  media: paper.media[0] ?? null,
  summary: paper.summary.map(({ label, text }) => ({ label, text })),
  status: paper.status,
  starred: paper.starred,
  rating: paper.rating,
  note: paper.note,
  tags: paper.tags,
  queues: paper.queues,
  citationKey: paper.citationKey
})
