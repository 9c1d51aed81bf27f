import { noDay, type Dialect, type ParseProblem } from '../dialect.ts'
import { EntryFinder } from './entries.ts'
import { readEntry } from './entry.ts'
import { readFrontMatter } from './front-matter.ts'
import { OutlineReader } from './outline.ts'
import { surveyOf } from './survey.ts'

/** What tells of a paper in a text, roughly. */
export const paperLink =
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
    const problems: ParseProblem[] = reader.problems
    const context = { outline, survey, day: matter.day ?? fallbackDay, problems }
    const papers = new EntryFinder(outline).find().map((entry) => readEntry(entry, context))
    problems.push(...noDay(papers, lines))
    return { papers, problems }
  }
}
