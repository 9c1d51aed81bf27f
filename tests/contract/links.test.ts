import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseLink } from '../../src/contract/links.ts'

describe('a link to the app', () => {
  test.each([
    ['paperdeck://deck/2024-08-26', { kind: 'deck', day: '2024-08-26' }],
    ['PAPERDECK://Deck/2024-08-26/', { kind: 'deck', day: '2024-08-26' }],
    ['#/deck/2024-08-26', { kind: 'deck', day: '2024-08-26' }],
    ['paperdeck://paper/2312.11514', { kind: 'paper', arxivId: '2312.11514' }],
    ['paperdeck://paper/2312.11514v2', { kind: 'paper', arxivId: '2312.11514v2' }],
    ['paperdeck://paper/cs/0112017', { kind: 'paper', arxivId: 'cs/0112017' }]
  ])('%s', (link, destination) => expect(parseLink(link)).toEqual(destination))

  test.each([
    '',
    'paperdeck://',
    'paperdeck://deck/2024-02-31',
    'paperdeck://deck/today',
    'paperdeck://paper/',
    'paperdeck://paper/../../etc/passwd',
    'paperdeck://paper/<script>',
    'paperdeck://settings/x',
    'https://deck/2024-08-26',
    '--library'
  ])('%j leads nowhere', (link) => expect(parseLink(link)).toBeNull())

  test('any text has an answer', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseLink(`paperdeck://${text}`)))
  })
})
