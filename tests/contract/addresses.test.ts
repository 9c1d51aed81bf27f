import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressEnd } from '../../src/contract/addresses.ts'

const addressIn = (text: string): string => {
  const start = text.search(/https?:/)
  return text.slice(start, addressEnd(text, start))
}

describe('an address in a text', () => {
  test.each([
    ['코드는 https://github.com/x/y에서 볼 수 있다.', 'https://github.com/x/y'],
    ['代码在https://github.com/x/y，论文', 'https://github.com/x/y'],
    ['https://github.com/x/yを参照', 'https://github.com/x/y'],
    ['https://github.com/x/yリポジトリ', 'https://github.com/x/y'],
    ['见https://github.com/x/y。代码', 'https://github.com/x/y'],
    ['https://github.com/x/y中的代码', 'https://github.com/x/y'],
    ['(https://github.com/x/y)를 보라', 'https://github.com/x/y'],
    ['an [ESTree](https://github.com/x/y)-compliant tree', 'https://github.com/x/y'],
    ['[https://x.org/a]: b', 'https://x.org/a'],
    ['see https://x.org/a_(b), and', 'https://x.org/a_(b)'],
    ['https://x.org/?a[]=1&b=~c#d.', 'https://x.org/?a[]=1&b=~c#d'],
    ['_https://x.org/p_, **https://y.org**', 'https://x.org/p'],
    ['$https://x.org/a$', 'https://x.org/a'],
    ['“https://x.org/a”', 'https://x.org/a'],
    ['HTTPS://x.org https://x.org/a…', 'https://x.org/a']
  ])('%s', (text, address) => expect(addressIn(text)).toBe(address))

  test('starts where it is looked for and nowhere else', () => {
    expect(addressEnd('see https://x.org', 0)).toBe(0)
    expect(addressEnd('HTTPS://x.org', 0)).toBe(13)
  })

  test('ends within the text, and the same whatever follows its end', () => {
    const piece = fc.constantFrom(
      'https://',
      'x.org',
      '/',
      '(',
      ')',
      '[',
      ']',
      '.',
      '_',
      '$',
      ' ',
      '에서',
      '。',
      'é'
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = `https://${pieces.join('')}`
        const end = addressEnd(text, 0)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(addressEnd(text.slice(0, end), 0)).toBe(end)
      })
    )
  })
})
