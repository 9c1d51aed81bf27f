import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../../src/contract/errors.ts'
import type { DeckSummary } from '../../../src/contract/library.ts'
import type { PaperId } from '../../../src/contract/model.ts'
import type { CatchUpPlan } from '../../../src/contract/triage.ts'
import { CatchUp, type Wanted } from '../../../src/renderer/features/triage/catch-up.svelte.ts'
import { absence, daysToCatchUp, missedDecks } from '../../../src/renderer/features/triage/missed.ts'
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
  marked: 0,
  begun: 0,
  secondsPerPaper: 40
})

function make(
  handlers: Handlers,
  decks = [deck(4, 10), deck(3, 10), deck(2, 10), deck(1, 0)],
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

describe('the decks that were missed', () => {
  const decks = (...left: number[]): DeckSummary[] => left.map((papers, at) => deck(at + 1, papers))
  const missed = (from: string, to: string, count: number) => ({ from, to, decks: count, papers: count * 10 })

  it('are the untouched ones in a row behind the newest, in whichever order they are given', () => {
    const some = decks(10, 3, 10, 10, 10)
    expect(missedDecks(some)).toEqual(missed('2026-11-03', '2026-11-04', 2))
    expect(missedDecks(some.toReversed())).toEqual(missed('2026-11-03', '2026-11-04', 2))
  })

  it('are those before, where one began with the newest again', () => {
    expect(missedDecks(decks(10, 0, 10, 10, 5, 4))).toEqual(missed('2026-11-03', '2026-11-04', 2))
  })

  it('are all behind the newest for who begins, and none where all were begun', () => {
    expect(missedDecks(decks(10, 10, 10))).toEqual(missed('2026-11-01', '2026-11-02', 2))
    expect(missedDecks(decks(0, 3, 1))).toBeNull()
    expect(missedDecks(decks(10))).toBeNull()
    expect(missedDecks([])).toBeNull()
  })

  it('are ended by one with snoozed papers, which was worked on', () => {
    expect(missedDecks([deck(1, 10), deck(2, 9, 1), deck(3, 10), deck(4, 10)])?.from).toBe('2026-11-03')
  })

  it('are offered where they are several, and the dialog begins with the very same days', () => {
    expect(absence(decks(10, 10, 10))).toBeNull()
    const four = decks(0, 10, 10, 10, 10)
    expect(absence(four)).toEqual(missed('2026-11-02', '2026-11-04', 3))
    expect(daysToCatchUp(four)).toEqual({ from: '2026-11-02', to: '2026-11-04' })
  })

  it('are, for the dialog, all days with something left where none was missed', () => {
    expect(daysToCatchUp(decks(0, 3, 1, 0))).toEqual({ from: '2026-11-02', to: '2026-11-03' })
    expect(daysToCatchUp(decks(0, 10))).toEqual({ from: '2026-11-02', to: '2026-11-02' })
    expect(daysToCatchUp([deck(1, 0), deck(2, 0, 1)])).toBeNull()
  })
})

describe('catching up', () => {
  it('asks for as much as was wanted last, of the days that were missed', async () => {
    const { client, catchUp } = make({ 'triage.planCatchUp': () => ok(plan([1], [2, 3])) })
    await catchUp.refresh()
    expect(client.inputsOf('triage.planCatchUp')).toEqual([
      { from: '2026-11-02', to: '2026-11-03', begun: false, papers: 20 }
    ])
    expect(catchUp.total).toBe(3)
  })

  it('asks once for what is typed, and shows no plan that it is not for', async () => {
    const { client, catchUp } = make({ 'triage.planCatchUp': () => ok(plan([1], [2, 3])) })
    await catchUp.refresh()
    catchUp.setBy('minutes')
    catchUp.type('5')
    catchUp.setBegun(true)
    catchUp.setRange({ from: '2026-11-03' })
    expect(catchUp.plan).toBeNull()
    expect(await catchUp.apply()).toBe(false)
    await vi.runAllTimersAsync()
    expect(client.inputsOf('triage.planCatchUp').slice(1)).toEqual([
      { from: '2026-11-03', to: '2026-11-03', begun: true, minutes: 5 }
    ])
    expect(catchUp.plan).not.toBeNull()
  })

  it('follows each key that is typed once it rests, and plans nothing for what is no amount', async () => {
    const { client, catchUp, skips } = make({ 'triage.planCatchUp': () => ok(plan([1], [2, 3])) })
    for (const typed of ['1', '12', '123']) catchUp.type(typed)
    await vi.runAllTimersAsync()
    expect(client.inputsOf('triage.planCatchUp').map((input) => input.papers)).toEqual([123])
    for (const typed of ['', '0', '-3', '2.5', '1e3', '10001', '99999999999999999999']) {
      catchUp.type(typed)
      await vi.runAllTimersAsync()
      expect([catchUp.amount, catchUp.plan, catchUp.total]).toEqual([null, null, 0])
      expect(await catchUp.apply()).toBe(false)
      // News of the library bring no plan back.
      await catchUp.refresh()
      expect(catchUp.plan).toBeNull()
    }
    expect(client.inputsOf('triage.planCatchUp')).toHaveLength(1)
    expect(skips).toEqual([])
  })

  it('remembers the last amount that was one of what is not planned', async () => {
    const { catchUp, remembered } = make({ 'triage.planCatchUp': () => ok(plan([1], [2])) })
    catchUp.type('')
    catchUp.setBy('minutes')
    catchUp.type('45')
    await vi.runAllTimersAsync()
    await catchUp.apply()
    expect(remembered).toEqual([{ by: 'minutes', papers: 20, minutes: 45 }])
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
