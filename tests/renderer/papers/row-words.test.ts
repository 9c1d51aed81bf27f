import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ListRef } from '../../../src/contract/lists.ts'
import { rowLabel, rowTimes } from '../../../src/renderer/features/papers/row-words.ts'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'
import { rowOf } from '../fake-client.ts'

const TODAY = '2024-09-04'
const deck: ListRef = { kind: 'deck', day: '2024-08-26' }
const reading: ListRef = { kind: 'status', status: 'reading' }
const begun = (at: string) => rowOf(1, { status: 'reading', statusAt: at })

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2024, 8, 4, 12), toFake: ['Date'] })
  useLanguage('en', [])
})
afterEach(() => {
  vi.useRealTimers()
  useLanguage('en', [])
})

describe('the end of a row', () => {
  it.each([
    ['en', new Date(2024, 8, 4, 9), 'begun today', '26 Aug 2024'],
    ['en', new Date(2024, 8, 1, 9), 'begun 3 days ago', '26 Aug 2024'],
    ['ko', new Date(2024, 8, 4, 9), '오늘 시작', '2024. 8. 26.'],
    ['ko', new Date(2024, 8, 1, 9), '3일 전 시작', '2024. 8. 26.']
  ] as const)('in %s says when reading began, in words, and the day as well', (language, at, words, day) => {
    useLanguage(language, [])
    const row = begun(at.toISOString())
    for (const ref of [reading, { kind: 'all' }, { kind: 'search', query: 'x' }] as const)
      expect(rowTimes(row, ref, TODAY)).toEqual({ away: null, begun: words, day })
    const label = rowLabel(row, { ref: reading, today: TODAY, queues: [], dayTotal: 9 })
    expect(label).toContain(`${words}, ${day}`)
  })

  it('has the day of what is snoozed beside the day on which it is back', () => {
    const row = rowOf(1, { snoozedUntil: '2024-09-09' })
    expect(rowTimes(row, { kind: 'snoozed' }, TODAY)).toMatchObject({
      away: { text: 'Mon 9 Sept' },
      day: '26 Aug 2024'
    })
    expect(rowTimes(row, deck, TODAY)).toMatchObject({ away: { text: 'Mon 9 Sept' }, day: null })
  })

  it('goes without saying in a deck', () => {
    const row = begun(new Date(2024, 8, 4, 9).toISOString())
    expect(rowTimes(row, deck, TODAY)).toEqual({ away: null, begun: null, day: null })
  })
})
