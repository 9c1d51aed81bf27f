import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PaperId } from '../../../src/contract/model.ts'
import { bestOfDays, type DeckPlace } from '../../../src/core/triage/day-shares.ts'

const percentile = fc.option(fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9))
/** Decks of so many days, each paper in one of them. */
const decks = fc
  .array(fc.array(percentile, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 5 })
  .map((days) =>
    days.map((deck, at) =>
      deck.map((votes, place): DeckPlace => ({
        id: at * 100 + place,
        day: `2026-02-0${at + 1}`,
        percentile: votes
      }))
    )
  )

describe('the best of several days', () => {
  test('are in proportion to what each day has, however many are taken', () => {
    fc.assert(
      fc.property(decks, fc.nat(100), (days, count) => {
        const taken = new Set(bestOfDays(days.flat()).slice(0, count))
        const shares = days.map((deck) => {
          const some = deck.filter(({ id }) => taken.has(id)).length
          return { least: (some - 0.5) / deck.length, most: (some + 0.5) / deck.length }
        })
        // One share of all days is within half a paper of what was taken of each.
        const least = Math.max(...shares.map((share) => share.least))
        expect(least).toBeLessThanOrEqual(Math.min(...shares.map((share) => share.most)))
      })
    )
  })

  test('are those of the most votes within a day; papers without votes keep their places in the deck', () => {
    fc.assert(
      fc.property(decks, (days) => {
        const order = bestOfDays(days.flat())
        expect(new Set(order)).toEqual(new Set(days.flat().map(({ id }) => id)))
        for (const deck of days) {
          const ranked = order.flatMap((id) => deck.find((place) => place.id === id) ?? [])
          const votes = ranked.flatMap((place) => place.percentile ?? [])
          expect(votes).toEqual(votes.toSorted((a, b) => b - a))
          for (const [at, place] of deck.entries())
            if (place.percentile === null) expect(ranked[at]).toBe(place)
        }
      })
    )
  })

  const place = (id: PaperId, day: string, votes: number | null): DeckPlace => ({
    id,
    day,
    percentile: votes
  })

  test('stand for a paper of several days where it is best', () => {
    const one = [place(1, '2026-02-01', 0.9), place(2, '2026-02-01', 0.1)]
    const other = [place(3, '2026-02-02', 0.9), place(4, '2026-02-02', 0.5), place(2, '2026-02-02', 0.95)]
    expect(bestOfDays([...one, ...other])).toEqual([2, 1, 3, 4])
  })

  test('are by percentile, then the newest first, where they are equally good on their days', () => {
    const alone = [0.5, 0.7, 0.5, null, 0.2].map((votes, at) => place(at + 1, `2026-02-0${at + 1}`, votes))
    expect(bestOfDays(alone)).toEqual([2, 4, 3, 1, 5])
  })
})
