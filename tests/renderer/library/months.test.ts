import { describe, expect, it } from 'vitest'
import { byMonth, deckBeside, nextUnfinished } from '../../../src/renderer/features/library/months.ts'
import { deckOf } from './overview.ts'

const decks = [deckOf('2024-07-31'), deckOf('2024-08-26'), deckOf('2024-08-02', 0), deckOf('2023-12-08')]

describe('decks', () => {
  it('are grouped by month, newest first', () => {
    expect(
      byMonth(decks).map((month) => [month.key, month.left, ...month.decks.map(({ day }) => day)])
    ).toEqual([
      ['2024-08', 1, '2024-08-26', '2024-08-02'],
      ['2024-07', 1, '2024-07-31'],
      ['2023-12', 1, '2023-12-08']
    ])
  })

  it('follow each other in the order of the sidebar', () => {
    expect(deckBeside(decks, '2024-08-26', 1)?.day).toBe('2024-08-02')
    expect(deckBeside(decks, '2024-08-02', -1)?.day).toBe('2024-08-26')
    expect(deckBeside(decks, '2024-08-26', -1)).toBeNull()
    expect(deckBeside(decks, null, 1)?.day).toBe('2024-08-26')
  })

  it('go on with the nearest older one that has something left, else with the newest', () => {
    expect(nextUnfinished(decks, '2024-08-26')?.day).toBe('2024-07-31')
    expect(nextUnfinished(decks, '2023-12-08')?.day).toBe('2024-08-26')
    expect(nextUnfinished([deckOf('2024-08-26', 1)], '2024-08-26')).toBeNull()
    expect(nextUnfinished([], null)).toBeNull()
  })
})
