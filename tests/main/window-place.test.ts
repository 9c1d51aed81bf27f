import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeWindow, SMALLEST } from '../../src/main/window-place.ts'

const wide = { x: 0, y: 0, width: 1920, height: 1040 }
const left = { x: -1280, y: 200, width: 1280, height: 1024 }

describe('placeWindow', () => {
  test('the first time: a size that fits, in the middle', () => {
    expect(placeWindow(null, [wide])).toEqual({ width: 1440, height: 900 })
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1280, height: 700 }])).toEqual({
      width: 1280,
      height: 700
    })
  })

  test('as it was left, on whichever display', () => {
    const saved = { x: -1200, y: 260, width: 1000, height: 700, maximized: false }
    expect(placeWindow(saved, [wide, left])).toEqual({ x: -1200, y: 260, width: 1000, height: 700 })
  })

  test('in the middle again where its display is gone', () => {
    const saved = { x: -1200, y: 260, width: 1000, height: 700, maximized: true }
    expect(placeWindow(saved, [wide])).toEqual({ width: 1000, height: 700 })
  })

  test('wherever it was: it has a size one can use, and its title bar can be caught', () => {
    const coordinate = fc.integer({ min: -10_000, max: 10_000 })
    const saved = fc.record({
      x: coordinate,
      y: coordinate,
      width: fc.integer({ min: 400, max: 10_000 }),
      height: fc.integer({ min: 300, max: 10_000 }),
      maximized: fc.boolean()
    })
    fc.assert(
      fc.property(saved, (saved) => {
        const place = placeWindow(saved, [wide, left])
        expect(place.width).toBeGreaterThanOrEqual(Math.min(saved.width, SMALLEST.width))
        if (!('x' in place)) return
        const caught = [wide, left].some(
          (area) =>
            place.x + place.width > area.x &&
            place.x < area.x + area.width &&
            place.y >= area.y &&
            place.y < area.y + area.height
        )
        expect(caught).toBe(true)
      })
    )
  })
})
