import { beforeEach, describe, expect, it } from 'vitest'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'
import { dueOf, type Due } from '../../../src/renderer/features/queues/due.ts'
import { placeOf, queueOf } from '../../../src/renderer/features/queues/reorder.ts'

const due = (day: string | null, left = 3, count = 10): Due | null =>
  dueOf({ due: day, left, count }, '2024-09-04')

beforeEach(() => void useLanguage('en', []))

describe('a due day', () => {
  it('says how far it is', () => {
    expect(due('2024-09-04')).toEqual({ text: 'due today', tone: 'soon' })
    expect(due('2024-09-05')).toEqual({ text: 'due tomorrow', tone: 'soon' })
    expect(due('2024-09-07')).toEqual({ text: 'due in 3 days', tone: 'calm' })
    expect(due('2024-09-03')).toEqual({ text: 'overdue by 1 day', tone: 'late' })
    expect(due('2023-09-04')).toEqual({ text: 'overdue by 366 days', tone: 'late' })
    expect(due(null)).toBeNull()
    useLanguage('ko', [])
    expect(due('2024-09-07')?.text).toBe('마감 3일 전')
    expect(due('2024-09-01')?.text).toBe('마감 3일 지남')
  })

  it('alarms nobody where nothing is left', () => {
    expect(due('2024-09-04', 0)?.tone).toBe('calm')
    expect(due('2024-09-01', 0)).toBeNull()
    expect(due('2024-09-01', 0, 0)?.tone).toBe('late')
  })
})

describe('a queue that is dropped', () => {
  it('goes above or below the one it was dropped on', () => {
    expect(placeOf([2, 3, 4], 3, false)).toBe(3)
    expect(placeOf([2, 3, 4], 3, true)).toBe(4)
    expect(placeOf([2, 3, 4], 4, true)).toBeNull()
  })

  it('is known by its id, and nothing else is taken for one', () => {
    const carrying = (text: string): Pick<DataTransfer, 'getData'> => ({ getData: () => text })
    expect(queueOf(carrying('3'))).toBe(3)
    expect([carrying(''), carrying('x'), carrying('-1'), null].map(queueOf)).toEqual([null, null, null, null])
  })
})
