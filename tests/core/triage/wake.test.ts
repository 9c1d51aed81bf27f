import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { Wake } from '../../../src/core/triage/wake.ts'
import { must } from '../../helpers/core.ts'
import { startDesk, type Desk } from '../history/desk.ts'

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 0, 15, 23, 0) }))
afterEach(() => void vi.useRealTimers())

/** A desk with papers that are away, and what is told of them. */
function asleep(until: Record<number, string>): { desk: Desk; told: number[][]; wake: Wake } {
  const desk = startDesk()
  for (const [paper, day] of Object.entries(until)) must(desk.triage.snooze([Number(paper)], day))
  const told: number[][] = []
  const failed = (error: unknown): never => {
    throw error
  }
  const wake = new Wake(desk.db, { clock: () => new Date(), newDay: (papers) => told.push(papers), failed })
  onTestFinished(() => wake.close())
  return { desk, told, wake }
}

const hours = (count: number): void => void vi.advanceTimersByTime(count * 3_600_000)

describe('papers that are away', () => {
  test('are told to be back at midnight where this machine is, each day its own', () => {
    const { told } = asleep({ 1: '2026-01-16', 2: '2026-01-17', 3: '2026-01-16' })
    hours(0.99)
    expect(told).toEqual([])
    hours(0.011)
    expect(told).toEqual([[1, 3]])
    hours(24)
    expect(told).toEqual([[1, 3], [2]])
  })

  test('are told of at once when the clock jumps, forward or back', () => {
    const { told } = asleep({ 1: '2026-02-01' })
    vi.setSystemTime(new Date(2026, 1, 10, 9))
    hours(0.01)
    expect(told).toEqual([[1]])
    vi.setSystemTime(new Date(2026, 0, 20, 9))
    hours(0.01)
    expect(told).toEqual([[1], [1]])
  })

  test('need not be any for a new day to be told', () => {
    const { told } = asleep({})
    hours(2)
    expect(told).toEqual([[]])
  })

  test('are not looked for any more once it is closed', () => {
    const { told, wake } = asleep({ 1: '2026-01-16' })
    wake.close()
    hours(48)
    expect(told).toEqual([])
  })
})
