import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arranged, dropAt, stepMove } from '../../../src/renderer/features/papers/arrange.ts'

const list = [1, 2, 3, 4, 5]
const step = (moving: number[], way: 'up' | 'down'): number[] | null => {
  const move = stepMove(list, new Set(moving), way)
  return move && arranged(list, move.ids, move.before)
}

describe('moving papers of a queue by keys', () => {
  it('goes one place up or down, and no further than the ends', () => {
    expect(step([3], 'up')).toEqual([1, 3, 2, 4, 5])
    expect(step([3], 'down')).toEqual([1, 2, 4, 3, 5])
    expect(step([1], 'up')).toBeNull()
    expect(step([5], 'down')).toBeNull()
    expect(step([4], 'down')).toEqual([1, 2, 3, 5, 4])
  })

  it('moves several together, in the order of the list', () => {
    expect(step([2, 3], 'up')).toEqual([2, 3, 1, 4, 5])
    expect(step([4, 2], 'down')).toEqual([1, 3, 5, 2, 4])
    expect(step([1, 3], 'up')).toEqual([1, 3, 2, 4, 5])
    expect(step([1, 2], 'up')).toBeNull()
    expect(step(list, 'down')).toBeNull()
    expect(step([], 'up')).toBeNull()
  })
})

describe('dropping papers of a queue', () => {
  it('puts them before what was below the line', () => {
    const move = dropAt(list, new Set([1, 4]), 2)
    expect(move).toEqual({ ids: [1, 4], before: 3 })
    expect(dropAt(list, new Set([2]), 5)).toEqual({ ids: [2], before: null })
  })

  it('is nothing where they are already', () => {
    expect(dropAt(list, new Set([2]), 1)).toBeNull()
    expect(dropAt(list, new Set([2]), 2)).toBeNull()
    expect(dropAt(list, new Set([2, 3]), 2)).toBeNull()
  })

  it('neither loses nor doubles a paper, wherever they are dropped', () => {
    const papers = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(papers, fc.nat(30), fc.nat(), (ids, place, seed) => {
        const moving = new Set(ids.filter((id) => (id + seed) % 3 === 0))
        const move = dropAt(ids, moving, Math.min(place, ids.length))
        if (!move) return
        const after = arranged(ids, move.ids, move.before)
        expect(after.toSorted()).toEqual(ids.toSorted())
        expect(after.filter((id) => !moving.has(id))).toEqual(ids.filter((id) => !moving.has(id)))
        const first = after.findIndex((id) => moving.has(id))
        expect(after.slice(first, first + moving.size).every((id) => moving.has(id))).toBe(true)
      })
    )
  })
})
