import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorsToLatex } from '../../../../src/core/export/bibtex/authors.ts'
import { toBibtex } from '../../../../src/core/export/bibtex/index.ts'
import { titleToLatex } from '../../../../src/core/export/bibtex/title.ts'
import { hostilePaper, hostileText } from './papers.ts'
import { readBib, readNames } from './read-bib.ts'

/** Commands that an entry may have are all harmless; these are the ways to anything else. */
const harmful =
  /\\(?:input|include|write|openout|def|csname|catcode|immediate|read)(?![A-Za-z])|\^\^|\\comment/

describe('any titles, names and links', () => {
  it('give one well-formed entry each, which says who is cited', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(hostilePaper, { selector: (paper) => paper.citationKey, maxLength: 4 }),
        (papers) => {
          const entries = readBib(toBibtex(papers))
          expect(entries.map((entry) => entry.key)).toEqual(papers.map((paper) => paper.citationKey))
          for (const [i, entry] of entries.entries()) {
            const id = papers[i]?.arxivId?.replace(/v\d+$/, '')
            expect(entry.type).toBe('misc')
            expect(entry.fields.get('eprint')).toBe(id === 'nonsense' ? undefined : id)
            expect(entry.fields.has('month') ? entry.fields.has('year') : true).toBe(true)
            expect(entry.fields.has('author')).toBe(!entry.fields.has('key'))
          }
        }
      ),
      { numRuns: 400 }
    )
  })

  it('give the same bytes every time', () => {
    fc.assert(
      fc.property(hostilePaper, (paper) => {
        expect(toBibtex([paper])).toBe(toBibtex([structuredClone(paper)]))
      })
    )
  })

  it('have no control characters and no commands of their own', () => {
    fc.assert(
      fc.property(hostilePaper, (paper) => {
        const text = toBibtex([paper])
        expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cs}/u)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(harmful)
      }),
      { numRuns: 400 }
    )
  })

  it('of ASCII stay ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (title) => {
        expect(titleToLatex(title)).toMatch(/^[\x20-\x7e]*$/)
      }),
      { numRuns: 400 }
    )
  })
})

describe('any list of names', () => {
  it('has as many names in the entry as people in the list', () => {
    const people = fc.array(hostileText, { minLength: 1, maxLength: 8 }).map((texts) =>
      // A word of its own makes every one of them somebody, and somebody else.
      texts.map((text, i) => `${text} ${String.fromCharCode(65 + i)}lovelace`)
    )
    fc.assert(
      fc.property(people, fc.boolean(), (authors, complete) => {
        const read = readNames(authorsToLatex(authors, complete))
        expect(read).toHaveLength(authors.length + (complete ? 0 : 1))
        expect(read.at(-1) === 'others').toBe(!complete)
      }),
      { numRuns: 400 }
    )
  })
})
