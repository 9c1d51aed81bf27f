import { describe, expect, it } from 'vitest'
import { RowWindow } from '../../../src/renderer/features/papers/row-window.svelte.ts'

const ROW = 50

function windowOf(count: number, height = 500): RowWindow {
  const rows = new RowWindow(
    () => count,
    () => ROW
  )
  rows.height = height
  return rows
}

describe('the rows in view', () => {
  it('are made with some to spare, however far down', () => {
    const rows = windowOf(50_000)
    for (const top of [0, 3, 777, 1_000_000, 50_000 * ROW - 500]) {
      rows.scrolled(top)
      expect(rows.offsetOf(rows.first)).toBeLessThanOrEqual(Math.max(top, rows.offsetOf(0)))
      expect(rows.offsetOf(rows.end) >= top + 500 || rows.end === 50_000).toBe(true)
      expect(rows.end - rows.first).toBeLessThan(40)
    }
  })

  it('are fetched first, then those that come into view next', () => {
    const rows = windowOf(1_000)
    rows.scrolled(500 * ROW)
    expect(rows.wanted.slice(0, 3)).toEqual([499, 500, 501])
    expect(rows.wanted[11]).toBe(510)
    rows.scrolled(499 * ROW)
    expect(rows.wanted[11]).toBe(497)
    expect(new Set(rows.wanted).size).toBe(rows.wanted.length)
  })

  it('are no more than the list has', () => {
    const rows = windowOf(3)
    expect([rows.first, rows.end]).toEqual([0, 3])
    expect(rows.wanted).toEqual([0, 1, 2])
    expect(windowOf(0).wanted).toEqual([])
  })
})

describe('the row under the cursor', () => {
  it('is scrolled to only where it is out of view', () => {
    const rows = windowOf(100)
    expect(rows.toReveal(3)).toBeNull()
    expect(rows.toReveal(20)).toBe(rows.offsetOf(22) - 500)
    rows.scrolled(1_000)
    expect(rows.toReveal(5)).toBe(rows.offsetOf(4))
  })

  it('is a third of the way down where a list opens at it, unless the top shows it', () => {
    const rows = windowOf(1_000)
    expect(rows.toOpenAt(4)).toBe(0)
    const top = rows.toOpenAt(600)
    expect(rows.offsetOf(600) - top).toBeCloseTo(500 / 3, 0)
  })
})

describe('the line between two rows', () => {
  it('is the nearest one, from above the first to below the last', () => {
    const rows = windowOf(4)
    expect(rows.lineAt(0)).toBe(0)
    expect(rows.lineAt(rows.offsetOf(1) - 5)).toBe(1)
    expect(rows.lineAt(rows.offsetOf(1) + 30)).toBe(2)
    expect(rows.lineAt(9_999)).toBe(4)
  })
})
