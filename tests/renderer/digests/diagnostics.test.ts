import { afterEach, describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../src/contract/errors.ts'
import type { DigestProblem } from '../../../src/contract/library.ts'
import type { ProblemCode } from '../../../src/core/digests/dialect.ts'
import { Diagnostics } from '../../../src/renderer/features/digests/diagnostics.svelte.ts'
import { byFile, visibleText } from '../../../src/renderer/features/digests/problem-files.ts'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'
import { problemText } from '../../../src/renderer/i18n/problems.ts'
import { deferred, fakeClient } from '../fake-client.ts'

const problemOf = (more: Partial<DigestProblem> = {}): DigestProblem => ({
  folder: '/papers',
  file: '2024-08-26.md',
  line: 3,
  column: 1,
  code: 'votes-not-understood',
  severity: 'warning',
  message: 'A newer sentence.',
  excerpt: 'Vote: x',
  ...more
})

describe('diagnostics', () => {
  it('are listed by file, without notes until they are asked for', async () => {
    const found = [
      problemOf(),
      problemOf({ line: 9, severity: 'info' }),
      problemOf({ file: 'b.md', severity: 'error' }),
      problemOf({ folder: '/other' })
    ]
    const diagnostics = new Diagnostics(fakeClient({ 'digests.problems': () => ok(found) }))
    expect(diagnostics.loaded).toBe(false)
    await diagnostics.load()
    expect(diagnostics.counts).toEqual({ error: 1, warning: 2, info: 1 })
    const listed = (): unknown[] =>
      diagnostics.files.map(({ folder, file, problems }) => [folder, file, problems.length])
    expect(listed()).toEqual([
      ['/papers', '2024-08-26.md', 1],
      ['/papers', 'b.md', 1],
      ['/other', '2024-08-26.md', 1]
    ])
    diagnostics.toggle('info')
    diagnostics.toggle('error')
    expect(listed()).toEqual([
      ['/papers', '2024-08-26.md', 2],
      ['/other', '2024-08-26.md', 1]
    ])
  })

  it('are fetched once more, however often files changed meanwhile', async () => {
    const first = deferred<Result<DigestProblem[]>>()
    let asked = 0
    const diagnostics = new Diagnostics(
      fakeClient({ 'digests.problems': () => (asked++ === 0 ? first.promise : ok([])) })
    )
    const all = diagnostics.load()
    await Promise.all([diagnostics.load(), diagnostics.load()])
    first.resolve(ok([problemOf()]))
    await all
    expect(asked).toBe(2)
    expect(diagnostics.files).toEqual([])
  })

  it('show a part of very many, and more on demand', async () => {
    const found = Array.from({ length: 250 }, (_, line) => problemOf({ line: line + 1 }))
    const diagnostics = new Diagnostics(fakeClient({ 'digests.problems': () => ok(found) }))
    await diagnostics.load()
    expect(diagnostics.files[0]?.problems).toHaveLength(100)
    expect(diagnostics.more).toBe(150)
    diagnostics.showMore()
    diagnostics.showMore()
    expect(diagnostics.files[0]?.problems).toHaveLength(250)
    expect(diagnostics.more).toBe(0)
  })

  it('open a file at the place, and say when that fails', async () => {
    let known = true
    const client = fakeClient({
      'host.openDigest': () => (known ? ok(null) : fail('not-found', 'Gone.')),
      'host.showDigest': () => ok(null)
    })
    const diagnostics = new Diagnostics(client)
    await diagnostics.open(problemOf())
    expect(client.inputsOf('host.openDigest')).toEqual([
      { folder: '/papers', file: '2024-08-26.md', line: 3 }
    ])
    known = false
    await diagnostics.open(problemOf())
    expect(diagnostics.error?.code).toBe('not-found')
    await diagnostics.showInFolder(problemOf())
    expect(client.inputsOf('host.showDigest')).toEqual([{ folder: '/papers', file: '2024-08-26.md' }])
    expect(diagnostics.error).toBeNull()
  })
})

describe('problems of a file', () => {
  it('are those of one folder and one path', () => {
    const { files } = byFile(
      [problemOf({ folder: '/a', file: 'b/c' }), problemOf({ folder: '/a/b', file: 'c' })],
      new Set(['warning']),
      10
    )
    expect(files).toHaveLength(2)
  })

  it('show what would not be seen, or would turn the writing around', () => {
    expect(visibleText('a\tb\0c\u202Ed\x7F한글')).toBe('a␉b␀c⟨U+202E⟩d␡한글')
  })
})

describe('the sentence of a problem', () => {
  afterEach(() => useLanguage('en', []))
  // All of them, or this does not compile.
  const codes: Record<ProblemCode, true> = {
    'empty-file': true,
    'no-papers': true,
    'no-day': true,
    'bad-day': true,
    'heading-not-understood': true,
    'title-not-found': true,
    'votes-not-understood': true,
    'unexpected-text': true,
    'not-utf8': true,
    'binary-file': true,
    'nul-bytes': true,
    'file-too-large': true,
    'file-unreadable': true
  }

  it('is there for every code in both languages, and from the core for newer ones', () => {
    for (const language of ['en', 'ko'] as const) {
      useLanguage(language, [])
      for (const code of Object.keys(codes)) {
        const text = problemText(problemOf({ code }))
        expect(text).not.toBe('A newer sentence.')
        expect(/[가-힣]/.test(text)).toBe(language === 'ko')
      }
      expect(problemText(problemOf({ code: 'from-the-future' }))).toBe('A newer sentence.')
    }
  })
})
