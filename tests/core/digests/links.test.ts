import { describe, expect, test } from 'vitest'
import { linksInText, linksOf } from '../../../src/core/digests/links.ts'

describe('links in a summary', () => {
  test.each([
    ['코드는 https://github.com/x/y에서 볼 수 있다.', ['https://github.com/x/y']],
    ['(https://github.com/x/y)에 있다', ['https://github.com/x/y']],
    ['See https://x.org/a_(b), and https://y.org.', ['https://x.org/a_(b)', 'https://y.org']],
    ['[code](https://github.com/x/y)', ['https://github.com/x/y']],
    ['**https://x.org/p**', ['https://x.org/p']],
    ['an [AST](https://github.com/x/y)-like tree', ['https://github.com/x/y']],
    ['https://x.org/?a=1&b=2#c', ['https://x.org/?a=1&b=2#c']],
    ['twice https://x.org https://x.org', ['https://x.org']],
    ['no link: example.org, javascript://x, https://', []],
    ['https://[https://[ https://x.org', ['https://x.org']]
  ])('%s', (text, links) => expect(linksInText(text)).toEqual(links))

  test.each([
    ['https://github.com/x/y', 'code'],
    ['https://github.com/x', 'project'],
    ['https://huggingface.co/x/y-7b', 'model'],
    ['https://huggingface.co/datasets/x/y', 'dataset'],
    ['https://huggingface.co/spaces/x/y', 'demo'],
    ['https://x.github.io/y', 'project'],
    ['Project page: https://lab.example.edu/y', 'project'],
    ['프로젝트 페이지는 https://lab.example.edu/y', 'project']
  ])('%s leads to %s', (text, kind) =>
    expect(linksOf([{ label: null, text }]).map((found) => found.kind)).toEqual([kind])
  )

  test.each(['https://huggingface.co/papers/2401.00001', 'https://example.org/news', 'https://github.com'])(
    'of %s nothing more is said than that it is a link, or a project',
    (text) => expect(linksOf([{ label: null, text }]).filter(({ kind }) => kind !== 'project')).toEqual([])
  )
})
