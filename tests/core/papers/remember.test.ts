import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { plainView, type ListRef, type ListView } from '../../../src/contract/lists.ts'
import type { PaperId } from '../../../src/contract/model.ts'
import { errorOf, must, startCore, tempFolder, writeFiles, type RunningCore } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'

const inbox: ListRef = { kind: 'status', status: 'inbox' }
const deck = (day: string): ListRef => ({ kind: 'deck', day })
const byTitle: ListView = { ...plainView, sort: { by: 'title', descending: true } }

async function library(papers: number): Promise<RunningCore & { ids: PaperId[] }> {
  const folder = tempFolder()
  const content = Array.from({ length: papers }, (_, index) => ({ id: `2401.${String(index + 10_000)}` }))
  writeFiles(folder, { '2024-01-05.md': digestText('2024-01-05', content) })
  const app = await startCore()
  must(await app.call('folders.add', { path: folder }))
  return { ...app, ids: must(await app.call('papers.list', { list: { kind: 'all' } })).ids }
}

const remembered = async (app: RunningCore, list: ListRef) =>
  must(await app.call('papers.list', { list, view: 'remembered' }))

test('a list is seen again as it was left, also after a restart, and the others are not', async () => {
  const app = await library(3)
  expect(await remembered(app, inbox)).toMatchObject({ view: plainView, cursor: null })
  must(await app.call('papers.remember', { list: inbox, view: byTitle }))
  const [, second] = app.ids
  must(await app.call('papers.remember', { list: inbox, cursor: second ?? 0 }))
  await app.close()
  const again = await startCore({ library: app.library })
  expect(await remembered(again, inbox)).toMatchObject({ view: byTitle, cursor: second })
  expect(await remembered(again, { kind: 'all' })).toMatchObject({ view: plainView, cursor: null })
  expect(must(await again.call('papers.list', { list: inbox })).view).toEqual(plainView)
})

test('decks are looked at the same way, and each has a place of its own', async () => {
  const app = await library(3)
  const [first = 0] = app.ids
  must(await app.call('papers.remember', { list: deck('2024-01-05'), view: byTitle, cursor: first }))
  expect(await remembered(app, deck('2024-01-05'))).toMatchObject({ view: byTitle, cursor: first })
  expect(await remembered(app, deck('2024-01-06'))).toMatchObject({ view: byTitle, cursor: null })
})

test('a place that the list no longer has is none', async () => {
  const app = await library(3)
  const [first = 0] = app.ids
  must(await app.call('papers.remember', { list: inbox, cursor: first }))
  must(await app.call('triage.setStatus', { ids: [first], status: 'read' }))
  expect((await remembered(app, inbox)).cursor).toBeNull()
  must(await app.call('triage.undo', {}))
  expect((await remembered(app, inbox)).cursor).toBe(first)
  expect(errorOf(await app.call('papers.remember', { list: inbox, cursor: 99_999 }))).toBe('not-found')
})

test('a long list comes with the rows around where the user was', async () => {
  const app = await library(400)
  const { ids } = app
  const rowsAt = async (cursor: number | undefined): Promise<PaperId[]> => {
    if (cursor !== undefined) must(await app.call('papers.remember', { list: inbox, cursor }))
    return (await remembered(app, inbox)).rows.map(({ id }) => id)
  }
  expect(await rowsAt(undefined)).toEqual(ids.slice(0, 100))
  expect(await rowsAt(ids[3])).toEqual(ids.slice(0, 100))
  expect(await rowsAt(ids[200])).toEqual(ids.slice(150, 250))
  expect(await rowsAt(ids[399])).toEqual(ids.slice(300))
})

test('places of the lists that were left longest ago are forgotten', async () => {
  const app = await library(1)
  const [cursor = 0] = app.ids
  const search = (index: number): ListRef => ({ kind: 'search', query: `paper ${' '.repeat(index)}` })
  for (const index of [0, 1]) must(await app.call('papers.remember', { list: search(index), cursor }))
  const db = new Database(join(app.library, 'library.db'))
  db.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 498)
     INSERT INTO list_cursors SELECT 'deck:' || i, paper_id, at FROM n, list_cursors WHERE list LIKE '%paper  '`
  ).run()
  db.close()
  must(await app.call('papers.remember', { list: search(500), cursor }))
  expect((await remembered(app, search(0))).cursor).toBe(cursor)
  must(await app.call('papers.remember', { list: search(501), cursor }))
  expect((await remembered(app, search(0))).cursor).toBeNull()
  expect((await remembered(app, search(501))).cursor).toBe(cursor)
})
