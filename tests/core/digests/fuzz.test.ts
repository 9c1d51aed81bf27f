import fc from 'fast-check'
import { describe, test } from 'vitest'
import { checkReading } from './fuzz/check.ts'
import { anyFile, fixtures, mutatedFile } from './fuzz/mutations.ts'

const seed = Number(process.env['SEED'] ?? 2401)

const heading = '## Daily Papers (2024-01-05)\n\n### [A](https://arxiv.org/abs/2401.00001)\n\n'

/** No file makes the reader fail, gives a place that isn't there, or loses a line of a paper. */
describe('reading', { timeout: 300_000 }, () => {
  test('the fixtures as they are', () => {
    for (const bytes of fixtures) checkReading(bytes)
  })

  test('fixtures that were cut, spliced, shuffled and damaged', () => {
    fc.assert(fc.property(mutatedFile, checkReading), { seed, numRuns: 3500 })
  })

  test('lines of every kind in any order', () => {
    fc.assert(fc.property(anyFile, checkReading), { seed, numRuns: 1500 })
  })

  test.each([
    ['votes twice', `${heading}Vote: 5\n\nVote: 7\n`],
    ['authors twice', `${heading}Authors: Ann Lee\n\nAuthors: Bo Li\n`],
    [
      'words within the link',
      '## Daily Papers (2024-01-05)\n\n### [A](https://x.org/1 and more words)\n\nVote: 5\n'
    ],
    [
      'a link that never ends',
      '## Daily Papers (2024-01-05)\n\n### [A](https://x.org/1 and more words\n\nVote: 5\n'
    ],
    ['a list of strings with something between them', `${heading}Authors: ['Ann Lee', "Bo"'Li", 'Cy Wu']\n`],
    ['an element without quotes', `${heading}<img src=https://x.org/a.png>\n`],
    ['an element whose quotes never end', `${heading}<video src='https://x.org/a.mp4></video>\n`],
    ['a picture within a picture', `${heading}![](![](https://x.org/a.png)\n`],
    ['a picture of nothing', `${heading}![some words]()\n`],
    ['bytes that are no UTF-8 after a lone carriage return', Buffer.from('# A\r\r# \xe9\n', 'latin1')]
  ])('%s', (_, file) => {
    checkReading(Buffer.from(file))
  })
})
