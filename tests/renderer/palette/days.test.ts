import { describe, expect, it } from 'vitest'
import { isOneOf, readDays } from '../../../src/renderer/features/palette/days.ts'

const means = (typed: string, day: string): boolean => isOneOf(day, readDays(typed))

describe('a date that is typed', () => {
  it.each([
    '2024-08-26',
    '2024-8-26',
    '2024. 8. 26.',
    '2024/08/26',
    '24.8.26',
    '20240826',
    '8/26',
    '08-26',
    '26.8.',
    '26/8/2024',
    '8/26/2024',
    'aug 26',
    'Aug 26, 2024',
    '26 August',
    '26th of august 2024',
    '8월 26일',
    '8월26일',
    '2024년 8월 26일',
    '24년 8월 26',
    'aug',
    'august 2024',
    '8월',
    '2024년 8월',
    '2024-08',
    '２０２４-０８-２６'
  ])('%s means 26 August 2024', (typed) => {
    expect(means(typed, '2024-08-26')).toBe(true)
    expect(means(typed, '2023-07-25')).toBe(false)
  })

  it('may mean two days where both are read so somewhere', () => {
    expect(means('5/6', '2024-05-06')).toBe(true)
    expect(means('5/6', '2024-06-05')).toBe(true)
    expect(means('5/6', '2024-06-06')).toBe(false)
  })

  it.each([
    '',
    '13/32',
    'mar',
    'marvel',
    'sam 3',
    '2024',
    '99',
    'attention',
    '0월',
    '일',
    '년월',
    '3d',
    'may be 3'
  ])('%j means no such day', (typed) => {
    expect(means(typed, '2024-08-26')).toBe(false)
  })
})
