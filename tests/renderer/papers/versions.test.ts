import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../src/contract/errors.ts'
import type { Paper, PaperVersion } from '../../../src/contract/model.ts'
import { diffVersion, diffWords, type DiffPart } from '../../../src/renderer/features/papers/diff.ts'
import { Versions } from '../../../src/renderer/features/papers/versions.svelte.ts'
import { otherDays } from '../../../src/renderer/features/papers/words.ts'
import { deferred, fakeClient, paperOf } from '../fake-client.ts'

const side = (parts: DiffPart[], without: DiffPart['kind']): string =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

const versionOf = (more: Partial<PaperVersion> = {}): PaperVersion => ({
  title: 'Old title',
  summary: [],
  day: '2024-08-26',
  replacedAt: null,
  ...more
})

describe('a comparison of words', () => {
  it('marks whole words, Korean ones with their particles', () => {
    expect(diffWords('평범한 요약입니다.', '평범한 글입니다.')).toEqual([
      { kind: 'same', text: '평범한 ' },
      { kind: 'gone', text: '요약입니다' },
      { kind: 'new', text: '글입니다' },
      { kind: 'same', text: '.' }
    ])
  })

  it('holds both texts whole', () => {
    const text = fc
      .array(fc.constantFrom('a', 'bc', ' ', '\n', '한글', '.', '$x$', '😀'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (former, now) => {
        const parts = diffWords(former, now)
        expect(side(parts, 'new')).toBe(former)
        expect(side(parts, 'gone')).toBe(now)
      })
    )
  })

  it('gives up on texts that have nothing in common', () => {
    const words = (word: string): string =>
      Array.from({ length: 2000 }, (_, index) => `${word}${index}`).join(' ')
    expect(diffWords(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['gone', 'new'])
  })

  it('leaves out what is the same', () => {
    const summary = [{ label: 'What', text: 'x' }]
    expect(diffVersion(versionOf({ summary }), { title: 'New title', summary })).toMatchObject({
      title: [{ kind: 'gone' }, { kind: 'new' }, { kind: 'same' }],
      summary: []
    })
  })
})

describe('other wordings', () => {
  it('are those of the paper on screen, whatever answer comes late', async () => {
    const late = deferred<Result<PaperVersion[]>>()
    let shown: Paper | null = paperOf(1)
    const client = fakeClient({
      'papers.versions': ({ id }) => (id === 1 ? late.promise : ok([versionOf({ title: 'Of two' })]))
    })
    const versions = new Versions(client, () => shown)
    const first = versions.load()
    shown = paperOf(2)
    await versions.load()
    late.resolve(ok([versionOf({ title: 'Of one' })]))
    await first
    expect(versions.diffs?.map(({ version }) => version.title)).toEqual(['Of two'])
  })

  it('say why they can’t be shown', async () => {
    const client = fakeClient({ 'papers.versions': () => fail('not-found', 'Gone.') })
    const versions = new Versions(client, () => paperOf(1))
    await versions.load()
    expect(versions.error?.code).toBe('not-found')
    expect(versions.diffs).toBeNull()
  })
})

describe('other days of a paper', () => {
  it('come newest first, each once, with their votes', () => {
    const appearance = (day: string | null, votes: number | null): Paper['appearances'][number] => ({
      day,
      votes,
      file: '',
      line: 1,
      position: 1,
      percentile: null
    })
    const appearances = [
      appearance('2024-08-27', 9),
      appearance('2024-08-25', null),
      appearance('2024-08-26', 3),
      appearance('2024-08-26', 5),
      appearance('2024-08-25', 2),
      appearance(null, 1)
    ]
    expect(otherDays({ day: '2024-08-27', appearances })).toEqual([
      { day: '2024-08-26', votes: 5 },
      { day: '2024-08-25', votes: 2 }
    ])
  })
})
