import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../../src/contract/errors.ts'
import type { DeckSummary } from '../../../src/contract/library.ts'
import type { PaperId } from '../../../src/contract/model.ts'
import type { CatchUpPlan } from '../../../src/contract/triage.ts'
import { CatchUp, type Wanted } from '../../../src/renderer/features/triage/catch-up.svelte.ts'
import { missedDays } from '../../../src/renderer/features/triage/missed.ts'
import { minutesText, spanText } from '../../../src/renderer/features/triage/spans.ts'
import { deferred, fakeClient, rowOf, type FakeClient, type Handlers } from '../fake-client.ts'

/** A deck of ten, of which so many are left. */
const deck = (date: number, left: number, snoozed = 0): DeckSummary => ({
  day: `2026-11-${String(date).padStart(2, '0')}`,
  total: 10,
  left,
  snoozed,
  queued: 0,
  read: 0,
  skipped: 10 - left - snoozed
})

const plan = (keep: PaperId[], skip: PaperId[]): CatchUpPlan => ({
  days: 2,
  keep: keep.map((id) => rowOf(id)),
  skip,
  secondsPerPaper: 40
})

function make(
  handlers: Handlers,
  decks = [deck(3, 10), deck(2, 10), deck(1, 0)],
  skipped = true
): { client: FakeClient; catchUp: CatchUp; remembered: Wanted[]; skips: PaperId[][]; opened: PaperId[][] } {
  const client = fakeClient(handlers)
  const remembered: Wanted[] = []
  const skips: PaperId[][] = []
  const opened: PaperId[][] = []
  const catchUp = new CatchUp(client, {
    decks: () => decks,
    remembered: () => ({ by: 'papers', papers: 20, minutes: 30 }),
    remember: (wanted) => remembered.push(wanted),
    skip: async (ids) => {
      skips.push([...ids])
      return Promise.resolve(skipped)
    },
    open: async (kept) => {
      opened.push([...kept])
      return Promise.resolve()
    }
  })
  catchUp.reset()
  return { client, catchUp, remembered, skips, opened }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the days that were missed', () => {
  it('are those after the last one worked on, to the newest', () => {
    const decks = [deck(1, 10), deck(2, 3), deck(3, 10), deck(4, 10), deck(5, 10)]
    expect(missedDays(decks)).toEqual({ from: '2026-11-03', to: '2026-11-05' })
    expect(missedDays(decks.toReversed())).toEqual({ from: '2026-11-03', to: '2026-11-05' })
  })

  it('are those before, where one began with the newest again', () => {
    const decks = [deck(1, 10), deck(2, 0), deck(3, 10), deck(4, 10), deck(5, 4)]
    expect(missedDays(decks)).toEqual({ from: '2026-11-03', to: '2026-11-05' })
  })

  it('are all of them for who begins', () => {
    expect(missedDays([deck(1, 10), deck(2, 10)])).toEqual({ from: '2026-11-01', to: '2026-11-02' })
  })

  it('are what is left where all were begun, and none where nothing is', () => {
    expect(missedDays([deck(1, 0), deck(2, 3), deck(3, 1)])).toEqual({ from: '2026-11-02', to: '2026-11-03' })
    expect(missedDays([deck(1, 0), deck(2, 0, 1)])).toBeNull()
    expect(missedDays([])).toBeNull()
  })

  it('count one with snoozed papers as worked on', () => {
    expect(missedDays([deck(1, 10), deck(2, 9, 1), deck(3, 10)])?.from).toBe('2026-11-03')
  })
})

describe('catching up', () => {
  it('asks for as much as was wanted last, of the days that were missed', async () => {
    const { client, catchUp } = make({ 'triage.planCatchUp': () => ok(plan([1], [2, 3])) })
    await catchUp.refresh()
    expect(client.inputsOf('triage.planCatchUp')).toEqual([
      { from: '2026-11-02', to: '2026-11-03', papers: 20 }
    ])
    expect(catchUp.total).toBe(3)
  })

  it('asks once for what is typed, and shows no plan that it is not for', async () => {
    const { client, catchUp } = make({ 'triage.planCatchUp': () => ok(plan([1], [2, 3])) })
    await catchUp.refresh()
    catchUp.want({ by: 'minutes', minutes: 5 })
    catchUp.setRange({ from: '2026-11-03' })
    expect(catchUp.plan).toBeNull()
    expect(await catchUp.apply()).toBe(false)
    await vi.runAllTimersAsync()
    expect(client.inputsOf('triage.planCatchUp').slice(1)).toEqual([
      { from: '2026-11-03', to: '2026-11-03', minutes: 5 }
    ])
    expect(catchUp.plan).not.toBeNull()
  })

  it('drops an answer that was overtaken', async () => {
    const slow = deferred<Result<CatchUpPlan>>()
    let calls = 0
    const { catchUp } = make({
      'triage.planCatchUp': () => (++calls === 1 ? slow.promise : ok(plan([1], [])))
    })
    const first = catchUp.refresh()
    await catchUp.refresh()
    slow.resolve(ok(plan([1, 2, 3], [4])))
    await first
    expect(catchUp.total).toBe(1)
  })

  it('skips in one step, remembers how much, and opens what was kept', async () => {
    const { catchUp, remembered, skips, opened } = make({
      'triage.planCatchUp': () => ok(plan([1, 5], [2, 3]))
    })
    await catchUp.refresh()
    expect(await catchUp.apply()).toBe(true)
    expect(skips).toEqual([[2, 3]])
    expect(opened).toEqual([[1, 5]])
    expect(remembered).toEqual([{ by: 'papers', papers: 20, minutes: 30 }])
  })

  it('skips nothing where all is kept, and opens nothing where skipping failed', async () => {
    const all = make({ 'triage.planCatchUp': () => ok(plan([1], [])) })
    await all.catchUp.refresh()
    expect(await all.catchUp.apply()).toBe(true)
    expect(all.skips).toEqual([])
    const failed = make({ 'triage.planCatchUp': () => ok(plan([1], [2])) }, undefined, false)
    await failed.catchUp.refresh()
    expect(await failed.catchUp.apply()).toBe(false)
    expect(failed.opened).toEqual([])
  })

  it('says why there is no plan, and asks for none where there are no days', async () => {
    const { catchUp } = make({ 'triage.planCatchUp': () => fail('library-locked', 'Locked.') })
    await catchUp.refresh()
    expect(catchUp.error?.code).toBe('library-locked')
    const none = make({}, [deck(1, 0)])
    await none.catchUp.refresh()
    expect(none.client.calls).toEqual([])
    const wrong = make({})
    wrong.catchUp.setRange({ from: '2026-11-09' })
    await vi.runAllTimersAsync()
    expect(wrong.client.calls).toEqual([])
  })
})

describe('how long it was', () => {
  it('is told in days, weeks or months', () => {
    expect(spanText('2026-11-01', '2026-11-01')).toBe('1 day')
    expect(spanText('2026-11-01', '2026-11-13')).toBe('13 days')
    expect(spanText('2026-11-01', '2026-11-21')).toBe('3 weeks')
    expect(spanText('2026-05-01', '2026-11-01')).toBe('6 months')
    expect(minutesText(10)).toBe('1 minute')
    expect(minutesText(800)).toBe('13 minutes')
  })
})
