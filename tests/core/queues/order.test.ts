import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { order } from '../../../src/core/queues/order.ts'

const items = (...places: number[]) => places.map((place, index) => ({ id: index + 1, place }))

/** The ids in their order after a change of places. */
const after = (
  all: readonly { id: number; place: number }[],
  places: ReadonlyMap<number, number>
): number[] =>
  all
    .map(({ id, place }) => ({ id, place: places.get(id) ?? place }))
    .sort((a, b) => a.place - b.place || a.id - b.id)
    .map(({ id }) => id)

describe('an order by hand', () => {
  test('gives new places to what was moved and to nothing else', () => {
    expect(order(items(1, 2, 3), [3], 1)).toEqual(new Map([[3, 0]]))
    expect(order(items(1, 2, 3), [1], null)).toEqual(new Map([[1, 4]]))
    expect(order(items(1, 2, 3), [3], 2)).toEqual(new Map([[3, 1.5]]))
  })

  test('knows what is so already, also by an anchor that is moved itself', () => {
    expect(order(items(1, 2, 3), [2], 3)).toEqual(new Map())
    expect(order(items(1, 2, 3), [2], 2)).toEqual(new Map())
    expect(order(items(1, 2, 3), [9], 1)).toEqual(new Map())
    expect(order(items(), [1], null)).toEqual(new Map())
  })

  test('needs an anchor that is there', () => {
    expect(order(items(1, 2, 3), [1], 9)).toBeUndefined()
  })

  test('numbers all anew once two places are too close', () => {
    const close = items(1, 1 + Number.EPSILON, 2)
    const places = order(close, [3], 2) ?? new Map<number, number>()
    expect(places.size).toBe(3)
    expect(after(close, places)).toEqual([1, 3, 2])
    const equal = items(1, 1, 2)
    expect(after(equal, order(equal, [3], 2) ?? new Map<number, number>())).toEqual([1, 3, 2])
  })

  test('is what a list with these taken out and put in before another would be', () => {
    const id = fc.integer({ min: 1, max: 9 })
    const moves = fc.array(fc.tuple(fc.uniqueArray(id, { minLength: 1 }), fc.option(id)), { maxLength: 80 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), moves, (count, made) => {
        let now = items(...Array.from({ length: count }, (_, index) => index + 1))
        for (const [ids, before] of made) {
          const list = now.map(({ id }) => id)
          const places = order(now, ids, before)
          if (before !== null && !list.includes(before)) {
            expect(places).toBeUndefined()
            continue
          }
          const moved = ids.filter((id) => list.includes(id))
          const from = before === null ? list.length : list.indexOf(before)
          const head = list.slice(0, from).filter((id) => !moved.includes(id))
          const tail = list.slice(from).filter((id) => !moved.includes(id))
          const wanted = [...head, ...moved, ...tail]
          expect(after(now, places ?? new Map<number, number>())).toEqual(wanted)
          now = wanted.map((id) => ({
            id,
            place: places?.get(id) ?? now.find((item) => item.id === id)?.place ?? 0
          }))
        }
      })
    )
  })
})
