import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startOf } from '../../../src/renderer/features/papers/long-summary.ts'

test('a usual summary is shown whole', () => {
  const items = Array.from({ length: 200 }, (_, line) => ({ label: null, text: `line ${line} `.repeat(8) }))
  expect(startOf(items)).toEqual({ items, left: 0 })
})

test('of a long one the start is shown, cut between words, and the rest is counted', () => {
  const text = '단어 word '.repeat(50)
  const { items, left } = startOf([{ label: 'What', text }], 101)
  expect(items).toHaveLength(1)
  expect(text.startsWith(items[0]?.text ?? 'x')).toBe(true)
  expect(text.charAt(items[0]?.text.length ?? 0)).toBe(' ')
  expect(left).toBe(text.length - (items[0]?.text.length ?? 0))
})

test('what is shown and what is left make up all of any summary', () => {
  const summary = fc.array(fc.record({ label: fc.constant(null), text: fc.string({ unit: 'grapheme' }) }))
  fc.assert(
    fc.property(summary, fc.integer({ min: 1, max: 300 }), (items, budget) => {
      const length = (list: { text: string }[]): number =>
        list.reduce((sum, { text }) => sum + text.length, 0)
      const start = startOf(items, budget)
      expect(length(start.items) + start.left).toBe(length(items))
      expect(length(start.items)).toBeLessThanOrEqual(budget)
    })
  )
})
