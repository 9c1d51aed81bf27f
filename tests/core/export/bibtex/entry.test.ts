import { describe, expect, it } from 'vitest'
import { toBibtex } from '../../../../src/core/export/bibtex/index.ts'
import { paper } from './papers.ts'
import { readBib } from './read-bib.ts'

function fieldsOf(given: Parameters<typeof paper>[0]): Record<string, string> {
  const [entry] = readBib(toBibtex([paper(given)]))
  return Object.fromEntries(entry?.fields ?? [])
}

describe('an entry', () => {
  it('has what arXiv papers are cited with', () => {
    expect(
      toBibtex([
        paper({
          citationKey: 'llmFlashEfficient2023',
          title: 'LLM in a flash: Efficient Inference',
          authors: ['Keivan Alizadeh', 'Carlo C Del Mundo'],
          authorsComplete: false
        })
      ])
    ).toBe(
      `@misc{llmFlashEfficient2023,
  title = {{LLM} in a flash: Efficient Inference},
  author = {Alizadeh, Keivan and Del Mundo, Carlo C and others},
  year = {2023},
  month = dec,
  eprint = {2312.11514},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2312.11514}
}
`
    )
  })

  it('takes year and month from the arXiv id, not from the day of the digest', () => {
    expect(fieldsOf({ arxivId: '2312.11514', day: '2024-02-01' })).toMatchObject({
      year: '2023',
      month: 'dec'
    })
  })

  it('reads ids from before April 2007, which carry their class', () => {
    expect(fieldsOf({ arxivId: 'cs/0112017' })).toMatchObject({
      year: '2001',
      month: 'dec',
      eprint: 'cs/0112017',
      primaryClass: 'cs'
    })
    expect(fieldsOf({ arxivId: 'math.GT/9309136' })).toMatchObject({ year: '1993', primaryClass: 'math.GT' })
    expect(fieldsOf({ arxivId: '2312.11514' })).not.toHaveProperty('primaryClass')
  })

  it('leaves the version of an id out', () => {
    expect(fieldsOf({ arxivId: '2312.11514v3' })['eprint']).toBe('2312.11514')
    expect(fieldsOf({ arxivId: 'cs/0112017v1' })['eprint']).toBe('cs/0112017')
  })

  it('says where a paper that is not on arXiv was found', () => {
    expect(fieldsOf({ arxivId: null, url: 'https://example.org/p', day: '2024-03-11' })).toEqual({
      title: 'A Title',
      author: 'Lovelace, Ada',
      year: '2024',
      howpublished: '\\url{https://example.org/p}',
      url: 'https://example.org/p'
    })
  })

  it('has no date rather than a wrong one', () => {
    const fields = fieldsOf({ arxivId: null, day: null })
    expect(fields).not.toHaveProperty('year')
    expect(fields).not.toHaveProperty('month')
    expect(fieldsOf({ arxivId: '2313.11514', day: null })).not.toHaveProperty('eprint')
  })

  it('has a key to sort by where there are no authors', () => {
    const fields = fieldsOf({ authors: [], authorsComplete: false })
    expect(fields).not.toHaveProperty('author')
    expect(fields['key']).toBe('someKey2023')
  })

  it('keeps a URL as it is, save for what would break out of its field', () => {
    const url = (text: string): string | undefined => fieldsOf({ url: text })['url']
    expect(url('https://example.org/~a_b/?q=50%25&x=1#top')).toBe('https://example.org/~a_b/?q=50%25&x=1#top')
    expect(url('https://example.org/{a}\\b c\n')).toBe('https://example.org/%7Ba%7D%5Cb%20c')
    expect(url('https://example.org/논문')).toBe('https://example.org/%EB%85%BC%EB%AC%B8')
    expect(url('https://example.org/100%')).toBe('https://example.org/100%25')
    expect(url('')).toBeUndefined()
  })

  it('never has an empty title', () => {
    expect(fieldsOf({ title: ' \0 ' })['title']).toBe('Untitled')
  })
})

describe('a bibliography', () => {
  it('parts entries by a blank line, in the order given', () => {
    const text = toBibtex([paper({ citationKey: 'b' }), paper({ citationKey: 'a' })])
    expect(readBib(text).map((entry) => entry.key)).toEqual(['b', 'a'])
    expect(text).toMatch(/\n\}\n\n@misc\{a,/)
    expect(text.endsWith('\n}\n')).toBe(true)
  })

  it('is empty without papers', () => {
    expect(toBibtex([])).toBe('')
  })

  it('never cuts a list of names', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    const authors = Array.from(
      letters.repeat(26),
      (b, i) => `Ann ${letters.charAt(i / 26).toUpperCase()}${b}`
    )
    expect(fieldsOf({ authors })['author']?.split(' and ')).toHaveLength(26 * 26)
  })
})
