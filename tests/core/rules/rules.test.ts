import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { TO_READ_QUEUE_ID, type PaperRow } from '../../../src/contract/model.ts'
import type { RuleAction } from '../../../src/contract/triage.ts'
import { errorOf, must, startCore, tempFolder, writeFiles, type RunningCore } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'

let folder: string

beforeEach(() => {
  folder = tempFolder()
  writeDay('2024-01-01', ['Old diffusion', 'Old language'])
})

/** A digest of papers with these titles. */
function writeDay(day: string, titles: readonly string[]): void {
  const papers = titles.map((title) => ({
    title,
    url: `https://example.org/${title.replaceAll(' ', '-')}`,
    summary: ['Nothing.']
  }))
  writeFiles(folder, { [`${day}.md`]: digestText(day, papers) })
}

async function started(): Promise<RunningCore> {
  const app = await startCore()
  must(await app.call('folders.add', { path: folder }))
  return app
}

const rescan = async (app: RunningCore) => must(await app.call('folders.rescan', {}))

const save = async (app: RunningCore, query: string, action: RuleAction, enabled = true): Promise<number> =>
  must(await app.call('rules.save', { query, action, enabled })).id

const rows = async (app: RunningCore): Promise<Record<string, PaperRow>> => {
  const { rows } = must(await app.call('papers.list', { list: { kind: 'all' } }))
  return Object.fromEntries(rows.map((row) => [row.title, row]))
}
const titlesWhere = async (app: RunningCore, holds: (row: PaperRow) => boolean): Promise<string[]> =>
  Object.values(await rows(app))
    .filter(holds)
    .map(({ title }) => title)
    .sort()
const starred = (app: RunningCore) => titlesWhere(app, (row) => row.starred)
const history = async (app: RunningCore) => must(await app.call('history.list', { limit: 100 })).entries

/** Makes remembering how far the last rule got fail, after all rules were applied. @returns takes it back */
function fault({ library }: RunningCore): () => void {
  const run = (sql: string): void => {
    const db = new Database(join(library, 'library.db'))
    db.exec(sql)
    db.close()
  }
  run(`CREATE TRIGGER fault BEFORE UPDATE OF seen_paper ON rules WHEN old.id = (SELECT max(id) FROM rules)
    BEGIN SELECT RAISE(ABORT, 'no more'); END`)
  return () => run('DROP TRIGGER fault')
}

describe('a rule', () => {
  test('does its action to the papers that arrive after it, in one step that can be undone', async () => {
    const app = await started()
    await save(app, 'diffusion', { do: 'star' })
    writeDay('2024-01-02', ['New diffusion', 'Diffusion too', 'New language'])
    await rescan(app)
    expect(await starred(app)).toEqual(['Diffusion too', 'New diffusion'])
    expect((await history(app))[0]).toMatchObject({
      kind: 'rule-apply',
      value: 'diffusion',
      count: 2,
      name: null
    })
    expect(must(await app.call('rules.list', {}))).toMatchObject([{ applied: 2, enabled: true }])
    must(await app.call('triage.undo', {}))
    expect(await starred(app)).toEqual([])
    await rescan(app)
    expect(await starred(app)).toEqual([])
  })

  test('is told of when it did something, after what it changed, and by the step that takes it back', async () => {
    const app = await started()
    await save(app, 'diffusion', { do: 'star' })
    await save(app, 'nowhere', { do: 'skip' })
    await save(app, 'new', { do: 'tag', tag: 'fresh' })
    writeDay('2024-01-02', ['New diffusion', 'New language'])
    app.events.length = 0
    await rescan(app)
    const told = app.events.filter(({ type }) => ['rules.applied', 'library.changed'].includes(type))
    expect(told.map(({ type }) => type)).toEqual(['library.changed', 'library.changed', 'rules.applied'])
    const event = told.at(-1)
    const steps = event?.type === 'rules.applied' ? event.steps : []
    expect(steps).toMatchObject([
      { kind: 'rule-apply', value: 'diffusion', count: 1, title: 'New diffusion' },
      { kind: 'rule-apply', value: 'new', name: 'fresh', count: 2 }
    ])
    must(await app.call('history.undo', { step: steps[0]?.step ?? 0 }))
    expect(await rows(app)).toMatchObject({ 'New diffusion': { starred: false, tags: ['fresh'] } })
    app.events.length = 0
    await rescan(app)
    expect(app.events.map(({ type }) => type)).not.toContain('rules.applied')
  })

  test('can star, skip, tag and put in a queue; several meet the same paper', async () => {
    const app = await started()
    const { id: queueId } = must(await app.call('queues.create', { name: 'Talks' }))
    await save(app, 'diffusion', { do: 'tag', tag: 'images' })
    await save(app, 'new', { do: 'star' })
    await save(app, 'video', { do: 'enqueue', queueId })
    await save(app, 'boring', { do: 'skip' })
    writeDay('2024-01-02', ['New diffusion', 'New video diffusion', 'Boring', 'Other'])
    await rescan(app)
    expect(await rows(app)).toMatchObject({
      'New diffusion': { tags: ['images'], starred: true, status: 'inbox', queueIds: [] },
      'New video diffusion': {
        tags: ['images'],
        starred: true,
        status: 'queued',
        queueIds: [TO_READ_QUEUE_ID, queueId]
      },
      Boring: { status: 'skipped', tags: [], starred: false },
      Other: { status: 'inbox', tags: [], starred: false },
      'Old diffusion': { tags: [] }
    })
    const kinds = (await history(app)).slice(0, 4).map(({ kind, name }) => [kind, name])
    expect(kinds).toEqual([
      ['rule-apply', null],
      ['rule-apply', 'Talks'],
      ['rule-apply', null],
      ['rule-apply', 'images']
    ])
  })

  test('leaves alone what was there, what came while it was off, and what comes back', async () => {
    const app = await started()
    const id = await save(app, 'diffusion', { do: 'star' }, false)
    writeDay('2024-01-02', ['While it was off: diffusion'])
    await rescan(app)
    must(await app.call('rules.save', { id, query: 'diffusion', action: { do: 'star' }, enabled: true }))
    rmSync(join(folder, '2024-01-01.md'))
    await rescan(app)
    writeDay('2024-01-01', ['Old diffusion'])
    writeDay('2024-01-02', ['While it was off: diffusion', 'Old diffusion'])
    await rescan(app)
    expect(await starred(app)).toEqual([])
  })

  test('leaves alone what the user did something with first', async () => {
    const app = await started()
    await save(app, 'diffusion', { do: 'skip' })
    const heal = fault(app)
    writeDay('2024-01-02', ['New diffusion', 'Newer diffusion'])
    expect(errorOf(await app.call('folders.rescan', {}))).toBe('disconnected')
    heal()
    const ids = [(await rows(app))['New diffusion']?.id ?? 0]
    must(await app.call('triage.rate', { ids, rating: 4 }))
    await rescan(app)
    expect(await titlesWhere(app, ({ status }) => status === 'skipped')).toEqual(['Newer diffusion'])
  })

  test('that finds nothing is fine; one without a word is refused', async () => {
    const app = await started()
    await save(app, 'nowhere to be found', { do: 'star' })
    writeDay('2024-01-02', ['New diffusion'])
    await rescan(app)
    expect(await starred(app)).toEqual([])
    for (const query of [' ', '…', '\t?!'])
      expect(errorOf(await app.call('rules.save', { query, action: { do: 'star' }, enabled: true }))).toBe(
        'invalid-input'
      )
  })

  test('whose queue is gone does nothing until it is back', async () => {
    const app = await started()
    const { id: queueId } = must(await app.call('queues.create', { name: 'Talks' }))
    await save(app, 'diffusion', { do: 'enqueue', queueId })
    await save(app, 'diffusion', { do: 'star' })
    const deleted = must(await app.call('queues.delete', { id: queueId }))
    writeDay('2024-01-02', ['New diffusion'])
    await rescan(app)
    expect((await rows(app))['New diffusion']).toMatchObject({ status: 'inbox', starred: true, queueIds: [] })
    must(await app.call('history.undo', { step: deleted.action?.step ?? 0 }))
    writeDay('2024-01-03', ['Newer diffusion'])
    await rescan(app)
    expect(await rows(app)).toMatchObject({
      'New diffusion': { queueIds: [] },
      'Newer diffusion': { queueIds: [TO_READ_QUEUE_ID, queueId] }
    })
    const action: RuleAction = { do: 'enqueue', queueId: 99 }
    expect(errorOf(await app.call('rules.save', { query: 'a', action, enabled: true }))).toBe('not-found')
  })

  test('is made, changed and deleted in steps that can be undone; what arrived meanwhile is not its concern', async () => {
    const app = await started()
    const id = await save(app, 'diffusion', { do: 'star' })
    must(await app.call('rules.save', { id, query: 'language', action: { do: 'skip' }, enabled: true }))
    expect((await history(app))[0]).toMatchObject({ kind: 'rule-change', value: 'language' })
    must(await app.call('triage.undo', {}))
    expect(must(await app.call('rules.list', {}))).toEqual([
      { id, query: 'diffusion', action: { do: 'star' }, enabled: true, applied: 0 }
    ])
    must(await app.call('rules.delete', { id }))
    expect(must(await app.call('rules.list', {}))).toEqual([])
    writeDay('2024-01-02', ['New diffusion'])
    await rescan(app)
    must(await app.call('triage.undo', {}))
    writeDay('2024-01-03', ['Newer diffusion'])
    await rescan(app)
    expect(await starred(app)).toEqual(['Newer diffusion'])
    for (const call of [
      app.call('rules.delete', { id: 99 }),
      app.call('rules.save', { id: 99, query: 'a', action: { do: 'star' }, enabled: true })
    ])
      expect(errorOf(await call)).toBe('not-found')
    const next = await save(app, 'other', { do: 'star' })
    expect(next).toBeGreaterThan(id)
  })

  test('that is saved as it is logs nothing', async () => {
    const app = await started()
    const id = await save(app, 'diffusion', { do: 'tag', tag: 'a' })
    const again = { id, query: 'diffusion', action: { do: 'tag', tag: 'a' }, enabled: true } as const
    expect(must(await app.call('rules.save', again))).toMatchObject({ action: null, id })
  })

  test('is previewed on the papers that are there', async () => {
    const app = await started()
    expect(must(await app.call('rules.preview', { query: 'old' }))).toMatchObject({
      total: 2,
      rows: [{}, {}]
    })
    expect(must(await app.call('rules.preview', { query: '' }))).toEqual({ total: 0, rows: [] })
    expect(await history(app)).toEqual([])
  })
})

describe('rules and interruptions', () => {
  test('what could not be finished is done once, the next time', async () => {
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    await save(app, 'diffusion', { do: 'star' })
    await save(app, 'new', { do: 'tag', tag: 'new' })
    const heal = fault(app)
    writeDay('2024-01-02', ['New diffusion'])
    expect(errorOf(await app.call('folders.rescan', {}))).toBe('disconnected')
    expect((await rows(app))['New diffusion']).toMatchObject({ starred: false, tags: [], status: 'inbox' })
    expect(await history(app)).toHaveLength(2)
    await app.close()
    heal()

    const again = await startCore({ library: app.library, watch: true })
    await vi.waitFor(async () =>
      expect((await rows(again))['New diffusion']).toMatchObject({ starred: true, tags: ['new'] })
    )
    await rescan(again)
    expect((await history(again)).filter(({ kind }) => kind === 'rule-apply')).toHaveLength(2)
    expect(must(await again.call('rules.list', {})).map(({ applied }) => applied)).toEqual([1, 1])
  })

  test('of two programs on one library one alone applies them', async () => {
    const app = await started()
    await save(app, 'diffusion', { do: 'star' })
    const other = await startCore({ library: app.library })
    writeDay('2024-01-02', ['New diffusion'])
    await Promise.all([rescan(app), rescan(other)])
    await rescan(app)
    expect(await starred(other)).toEqual(['New diffusion'])
    expect((await history(app)).filter(({ kind }) => kind === 'rule-apply')).toHaveLength(1)
  })
})
