import { describe, expect, it } from 'vitest'
import { authorsToLatex } from '../../../../src/core/export/bibtex/authors.ts'
import { titleToLatex } from '../../../../src/core/export/bibtex/title.ts'
import names from '../../../fixtures/citations/names.json' with { type: 'json' }
import titles from '../../../fixtures/citations/titles.json' with { type: 'json' }

describe('titles', () => {
  it.each(titles)('$case', ({ title, latex }) => {
    expect(titleToLatex(title)).toBe(latex)
  })

  it('lose half characters', () => {
    expect(titleToLatex('Half \ud800 and \udc00Pairs')).toBe('Half and Pairs')
  })

  it('take a nest of braces without end for text', () => {
    const latex = titleToLatex(`$${'{'.repeat(5000)}x${'}'.repeat(5000)}$`)
    expect(latex.startsWith('\\${\\textbraceleft}')).toBe(true)
  })
})

describe('names', () => {
  it.each(names)('$case', ({ authors, complete, latex }) => {
    expect(authorsToLatex(authors, complete)).toBe(latex)
  })
})
