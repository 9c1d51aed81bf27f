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

test('what is kept, skipped and left alone are the inbox of the days; what is left alone is marked or begun', async () => {
  const day = fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-02', '2026-02-04')
  await fc.assert(
    fc.asyncProperty(madeUp, day, day, fc.nat(12), fc.boolean(), async (made, from, to, papers, begun) => {
      const app = await startMadeUp(made)
      const plan = must(await app.call('triage.planCatchUp', { from, to, papers, begun }))
      const proposed = [...plan.keep.map(({ id }) => id), ...plan.skip]
      const inbox = await inboxOf(app, from, to)
      expect(plan.keep.length).toBe(Math.min(papers, proposed.length))
      expect(new Set(proposed).size).toBe(proposed.length)
      expect(proposed.length + plan.marked + plan.begun).toBe(inbox.size)
      const held = await heldByBegun(app)
      for (const id of proposed) {
        expect(inbox).toContain(id)
        expect(await isMarked(app, id)).toBe(false)
        if (!begun) expect(held).not.toContain(id)
      }
      if (begun) expect(plan.begun).toBe(0)
      await app.close()
    }),
    { numRuns: 25 }
  )
})

async function isMarked(app: RunningCore, id: PaperId): Promise<boolean> {
  const { starred, rating, note, tags, queues, snoozedUntil, status } = must(
    await app.call('papers.get', { id })
  )
  const marks = [starred, rating !== null, note !== '', snoozedUntil !== null, status !== 'inbox']
  return [...marks, tags.length > 0, queues.length > 0].includes(true)
}

async function heldByBegun(app: RunningCore): Promise<Set<PaperId>> {
  const { decks } = must(await app.call('library.overview', {}))
  const begun = decks.filter(({ left, total }) => left < total)
  const lists = await Promise.all(
    begun.map(async ({ day }) => must(await app.call('papers.list', { list: { kind: 'deck', day } })).ids)
  )
  return new Set(lists.flat())
}

/** Two days: a to e on the first, f to h on the second; and e again where wanted. */
async function twoDays({ clock, again = false }: { clock?: () => Date; again?: boolean } = {}): Promise<
  RunningCore & { idOf: Record<string, PaperId> }
> {
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
    '2026-02-02.md': digestText('2026-02-02', [
      paper('f', 4),
      paper('g', 3),
      paper('h', '-'),
      ...(again ? [paper('e', 1)] : [])
    ])
  })
  const app = await startCore({ ...(clock && { clock }) })
  must(await app.call('folders.add', { path: folder }))
  const { rows } = must(await app.call('papers.list', { list: { kind: 'all' } }))
  return { ...app, idOf: Object.fromEntries(rows.map(({ title, id }) => [title, id])) }
}

const titles = (rows: readonly PaperRow[]): string => rows.map(({ title }) => title).join('')
const plan = async (
  app: RunningCore,
  more: { papers?: number; minutes?: number; begun?: boolean } = {}
): Promise<CatchUpPlan> => must(await app.call('triage.planCatchUp', { ...everyDay, ...more }))

describe('catching up', () => {
  test('gives each day its share, by votes; a paper without them has its place in the deck', async () => {
    const app = await twoDays()
    // Within their days: c b d e a, and f g h; d has a higher percentile than g, which is in the middle as well.
    expect(titles((await plan(app)).keep)).toBe('cfbdgeha')
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

  test('skips in one step, and only what nothing was done with meanwhile', async () => {
    const app = await twoDays()
    const { skip } = await plan(app, { papers: 3 })
    must(await app.call('triage.setStatus', { ids: [app.idOf['e'] ?? 0], status: 'read' }))
    must(await app.call('triage.snooze', { ids: [app.idOf['g'] ?? 0], until: '2026-12-24' }))
    must(await app.call('tags.add', { ids: [app.idOf['h'] ?? 0], tag: 'later' }))
    const done = must(await app.call('triage.catchUp', { skip }))
    expect(done).toMatchObject({ action: { kind: 'catch-up', count: 2 }, conflicts: 0 })
    expect(done.papers.map(({ title, status }) => [title, status])).toEqual([
      ['d', 'skipped'],
      ['a', 'skipped']
    ])
    expect(must(await app.call('triage.catchUp', { skip })).action).toBeNull()
    must(await app.call('triage.undo', {}))
    expect(must(await app.call('library.overview', {})).counts).toMatchObject({
      skipped: 0,
      read: 1,
      snoozed: 1
    })
  })

  test('leaves alone what the user starred, rated, noted, tagged or queued, and what is back from a snooze', async () => {
    let now = new Date(2026, 1, 10, 8)
    const app = await twoDays({ clock: () => now })
    const one = (letter: string): PaperId[] => [app.idOf[letter] ?? 0]
    must(await app.call('triage.snooze', { ids: one('f'), until: '2026-02-11' }))
    now = new Date(2026, 1, 11, 8)
    must(await app.call('triage.setStarred', { ids: one('a'), starred: true }))
    must(await app.call('triage.rate', { ids: one('b'), rating: 2 }))
    must(await app.call('triage.setNote', { id: one('c')[0] ?? 0, note: 'Why?', session: 's' }))
    must(await app.call('tags.add', { ids: one('d'), tag: 'later' }))
    const all = await plan(app, { papers: 0 })
    expect(all).toMatchObject({ days: 2, marked: 5, begun: 0 })
    expect(new Set(all.skip)).toEqual(new Set(['e', 'g', 'h'].map((letter) => app.idOf[letter])))
    const everything = must(await app.call('papers.list', { list: { kind: 'all' } })).ids
    const { papers } = must(await app.call('triage.catchUp', { skip: everything }))
    expect(papers.map(({ title }) => title).sort()).toEqual(['e', 'g', 'h'])
  })

  test('leaves decks alone that are begun, unless they are wanted, too', async () => {
    const app = await twoDays()
    must(await app.call('triage.setStatus', { ids: [app.idOf['c'] ?? 0], status: 'read' }))
    const { keep, ...more } = await plan(app)
    expect(titles(keep)).toBe('fgh')
    expect(more).toMatchObject({ days: 1, begun: 4, marked: 0 })
    const both = await plan(app, { begun: true })
    expect(both).toMatchObject({ days: 2, begun: 0, keep: { length: 7 } })
  })

  test('leaves a paper alone that a begun deck holds, also one of another day', async () => {
    const app = await twoDays({ again: true })
    must(await app.call('triage.setStatus', { ids: [app.idOf['c'] ?? 0], status: 'read' }))
    const { keep, begun, days } = must(
      await app.call('triage.planCatchUp', { from: '2026-02-02', to: '2026-02-02' })
    )
    expect([titles(keep), begun, days]).toEqual(['fgh', 1, 1])
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
        marked: 0,
        begun: 0,
        secondsPerPaper: 60
      })
  })
})
