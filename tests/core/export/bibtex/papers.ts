import fc from 'fast-check'
import type { CitedPaper } from '../../../../src/core/export/bibtex/index.ts'
import names from '../../../fixtures/citations/names.json' with { type: 'json' }
import titles from '../../../fixtures/citations/titles.json' with { type: 'json' }

export function paper(given: Partial<CitedPaper> = {}): CitedPaper {
  return {
    citationKey: 'someKey2023',
    title: 'A Title',
    url: 'https://arxiv.org/abs/2312.11514',
    arxivId: '2312.11514',
    day: '2023-12-20',
    authors: ['Ada Lovelace'],
    authorsComplete: true,
    authorOrderKnown: true,
    ...given
  }
}

/** Every hard title and every hard list of names as papers, with and without an arXiv id. */
export function hardPapers(): CitedPaper[] {
  // The alpha style labels by author and year, and has no label for the 27th of the same.
  const withTitles = titles.map((row, i) =>
    paper({
      citationKey: `title${i}`,
      title: row.title,
      authors: [`Ada ${String.fromCharCode(65 + (i % 26))}lovelace`]
    })
  )
  const withNames = names.flatMap((row, i) => [
    paper({ citationKey: `names${i}`, authors: row.authors, authorsComplete: row.complete }),
    paper({
      citationKey: `elsewhere${i}`,
      authors: row.authors,
      authorsComplete: row.complete,
      arxivId: null,
      day: i % 2 === 0 ? null : '2024-03-11',
      url: 'https://example.org/a%20b?x={y}&z=100%#top'
    })
  ])
  return [...withTitles, ...withNames]
}

const poison = fc.constantFrom(
  ...[
    '{',
    '}',
    '$',
    '\\',
    '$x^2$',
    '$\\pi$',
    '\\input{x}',
    '@comment{',
    '%',
    '\n',
    '\0',
    '"',
    "'",
    ' and ',
    ',',
    ', Jr.'
  ],
  ...[
    ' van ',
    'de ',
    '^{2}',
    '_',
    '\ud800',
    '~',
    '#',
    '&',
    '^^5c',
    ' Team',
    '\\alpha',
    '²',
    'ℝ',
    'É',
    'ł',
    '{\\',
    '홍',
    '╲'
  ]
)

/** Any Unicode, lone surrogates included, mixed with what BibTeX and TeX trip over. */
export const hostileText = fc
  .array(
    fc.oneof(
      poison,
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.string({ unit: 'grapheme', maxLength: 10 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 })
        .map((units) => String.fromCharCode(...units))
    ),
    { maxLength: 8 }
  )
  .map((parts) => parts.join(''))

export const hostilePaper: fc.Arbitrary<CitedPaper> = fc.record({
  citationKey: fc.stringMatching(/^[a-z][A-Za-z0-9]{0,20}$/),
  title: hostileText,
  url: fc.oneof(fc.webUrl({ withQueryParameters: true }), hostileText),
  arxivId: fc.constantFrom('2312.11514', '0704.0001v2', 'cs/0112017', 'math.GT/9309136', null, 'nonsense'),
  day: fc.constantFrom('2024-01-02', null),
  authors: fc.array(hostileText, { maxLength: 6 }),
  authorsComplete: fc.boolean(),
  authorOrderKnown: fc.boolean()
})
