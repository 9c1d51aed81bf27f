import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PaperId, PaperRow } from '../../../src/contract/model.ts'
import type { CatchUpPlan } from '../../../src/contract/triage.ts'
import { must, startCore, tempFolder, writeFiles, type RunningCore } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'
import { madeUp, rowsOf, startMadeUp, TODAY } from '../papers/made-up.ts'

const everyDay = { from: '2026-01-01', to: '2026-12-31' }

async function inboxOf(app: RunningCore, from: string, to: string): Promise<Set<PaperId>> {
  const { decks } = must(await app.call('library.overview', {}))
  const ids = new Set<PaperId>()
  for (const { day } of decks) {
    if (day < from || day > to) continue
    const deck = must(await app.call('papers.list', { list: { kind: 'deck', day } }))
    for (const row of await rowsOf(app, deck.ids)) {
      const isAway = row.snoozedUntil !== null && row.snoozedUntil > TODAY
      if (row.status === 'inbox' && !isAway) ids.add(row.id)
    }
  }
  return ids
}

/** The best percentile that a paper has on one of the days; less than all without votes. */
async function bestOf(app: RunningCore, id: PaperId, from: string, to: string): Promise<number> {
  const { appearances } = must(await app.call('papers.get', { id }))
  const those = appearances.filter(({ day }) => day !== null && day >= from && day <= to)
  return Math.max(-1, ...those.map(({ percentile }) => percentile ?? -1))
}

test('what is kept and what is skipped are the inbox of the days, and none that is skipped is better', async () => {
  const day = fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-02', '2026-02-04')
  await fc.assert(
    fc.asyncProperty(madeUp, day, day, fc.nat(12), async (made, from, to, papers) => {
      const app = await startMadeUp(made)
      const plan = must(await app.call('triage.planCatchUp', { from, to, papers }))
      const keep = plan.keep.map(({ id }) => id)
      const inbox = await inboxOf(app, from, to)
      expect(keep.length).toBe(Math.min(papers, inbox.size))
      expect(keep.length + plan.skip.length).toBe(inbox.size)
      expect(new Set([...keep, ...plan.skip])).toEqual(inbox)
      const best = await Promise.all([...keep, ...plan.skip].map((id) => bestOf(app, id, from, to)))
      expect(best).toEqual(best.toSorted((a, b) => b - a))
      await app.close()
    }),
    { numRuns: 25 }
  )
})

/** Two days: a to e on the first, f to h on the second. */
async function twoDays(): Promise<RunningCore & { idOf: Record<string, PaperId> }> {
  const folder = tempFolder()
  const paper = (letter: string, votes: number | '-') => ({
    title: letter,
    url: `https://example.org/${letter}`,
    votes
  })
  writeFiles(folder, {
    '2026-02-01.md': digestText('2026-02-01', [
      paper('a', 10),
      paper('b', '-'),
      paper('c', 40),
      paper('d', 30),
      paper('e', 20)
    ]),
    '2026-02-02.md': digestText('2026-02-02', [paper('f', 4), paper('g', 3), paper('h', '-')])
  })
  const app = await startCore()
  must(await app.call('folders.add', { path: folder }))
  const { rows } = must(await app.call('papers.list', { list: { kind: 'all' } }))
  return { ...app, idOf: Object.fromEntries(rows.map(({ title, id }) => [title, id])) }
}

const titles = (rows: readonly PaperRow[]): string => rows.map(({ title }) => title).join('')
const plan = async (
  app: RunningCore,
  more: { papers?: number; minutes?: number } = {}
): Promise<CatchUpPlan> => must(await app.call('triage.planCatchUp', { ...everyDay, ...more }))

describe('catching up', () => {
  test('goes by the percentile of the day, then by votes, then by date; papers without votes come last', async () => {
    const app = await twoDays()
    // Percentiles: c .875, f .75, d .625, e .375, g .25, a .125
    expect(titles((await plan(app)).keep)).toBe('cfdegahb')
    expect(await plan(app, { papers: 2 })).toMatchObject({ days: 2, skip: { length: 6 } })
    expect(titles((await plan(app, { papers: 2 })).keep)).toBe('cf')
    expect((await plan(app, { papers: 0 })).keep).toEqual([])
  })

  test('takes a minute a paper where the log tells nothing, else what the user took of late', async () => {
    const app = await twoDays()
    expect(await plan(app, { minutes: 3.5 })).toMatchObject({ secondsPerPaper: 60, keep: { length: 3 } })
    expect(await plan(app, { minutes: 3.5, papers: 2 })).toMatchObject({ keep: { length: 2 } })
    const ids = [app.idOf['a'] ?? 0]
    for (let step = 0; step < 11; step++) {
      must(await app.call('triage.setStatus', { ids, status: 'read' }))
      must(await app.call('triage.setStatus', { ids, status: 'inbox' }))
    }
    const { secondsPerPaper } = await plan(app)
    expect(secondsPerPaper).toBeGreaterThanOrEqual(1)
    expect(secondsPerPaper).toBeLessThan(60)
  })

  test('skips in one step, and only what is still in the inbox', async () => {
    const app = await twoDays()
    const { skip } = await plan(app, { papers: 3 })
    must(await app.call('triage.setStatus', { ids: [app.idOf['e'] ?? 0], status: 'read' }))
    must(await app.call('triage.snooze', { ids: [app.idOf['g'] ?? 0], until: '2026-12-24' }))
    const done = must(await app.call('triage.catchUp', { skip }))
    expect(done).toMatchObject({ action: { kind: 'catch-up', count: 3 }, conflicts: 0 })
    expect(done.papers.map(({ title, status }) => [title, status])).toEqual([
      ['a', 'skipped'],
      ['h', 'skipped'],
      ['b', 'skipped']
    ])
    expect(must(await app.call('triage.catchUp', { skip })).action).toBeNull()
    must(await app.call('triage.undo', {}))
    expect(must(await app.call('library.overview', {})).counts).toMatchObject({
      skipped: 0,
      read: 1,
      snoozed: 1
    })
  })

  test('of days without papers, or of none, proposes nothing', async () => {
    const app = await twoDays()
    for (const [from, to] of [
      ['2020-01-01', '2020-02-01'],
      ['2026-02-02', '2026-02-01']
    ] as const)
      expect(must(await app.call('triage.planCatchUp', { from, to, papers: 10 }))).toEqual({
        days: 0,
        keep: [],
        skip: [],
        secondsPerPaper: 60
      })
  })
})
