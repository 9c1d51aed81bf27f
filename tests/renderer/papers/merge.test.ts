import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeStable, neighbour } from '../../../src/renderer/features/papers/merge.ts'

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 })

describe('a reloaded list', () => {
  it('keeps what was dealt with after its former neighbour', () => {
    expect(mergeStable([1, 2, 3, 4], [9, 1, 3, 4], new Set([2]))).toEqual([9, 1, 2, 3, 4])
    expect(mergeStable([1, 2, 3], [3], new Set([1, 2]))).toEqual([1, 2, 3])
  })

  it('keeps in its place what moved within the list, too', () => {
    expect(mergeStable([1, 2, 3, 4], [3, 1, 2, 4], new Set([3]))).toEqual([1, 2, 3, 4])
  })

  it('holds each paper of either once, the others in the new order', () => {
    fc.assert(
      fc.property(ids, ids, ids, (shown, fresh, kept) => {
        const keep = new Set(kept)
        const merged = mergeStable(shown, fresh, keep)
        const held = new Set(shown.filter((id) => keep.has(id)))
        expect(new Set(merged)).toEqual(new Set([...fresh, ...held]))
        expect(merged).toHaveLength(new Set(merged).size)
        expect(merged.filter((id) => !held.has(id))).toEqual(fresh.filter((id) => !held.has(id)))
        expect(merged.filter((id) => held.has(id))).toEqual(shown.filter((id) => held.has(id)))
      })
    )
  })

  it('takes fifty thousand papers that were all dealt with', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => index + 1)
    expect(mergeStable(many, [], new Set(many))).toEqual(many)
    expect(mergeStable(many, many.toReversed(), new Set(many))).toEqual(many)
  })
})

describe('the cursor of a list that lost papers', () => {
  it('goes on below, else above, else nowhere', () => {
    const stays = new Set([1, 4])
    expect(neighbour([1, 2, 3, 4], 2, (id) => stays.has(id))).toBe(4)
    expect(neighbour([1, 2, 3], 3, (id) => stays.has(id))).toBe(1)
    expect(neighbour([1, 2, 3], 1, (id) => stays.has(id))).toBe(1)
    expect(neighbour([2, 3], 3, (id) => stays.has(id))).toBeUndefined()
  })
})
