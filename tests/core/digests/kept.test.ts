import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorOf, must, startCore, tempFolder, writeFiles, type RunningCore } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'

const bad = digestText('2024-01-05', [{ id: '2401.00001' }]).replace('Vote: 5', 'Vote: many')

async function kept(): Promise<{ app: RunningCore; folder: string; id: number }> {
  const folder = tempFolder()
  writeFiles(folder, { 'bad.md': bad, 'good.md': digestText('2024-01-06', [{ id: '2401.00002' }]) })
  const app = await startCore()
  must(await app.call('folders.add', { path: folder }))
  const id = must(await app.call('folders.list', {}))[0]?.id ?? 0
  must(await app.call('folders.remove', { id, papers: 'keep' }))
  return { app, folder, id }
}

const problems = async (app: RunningCore) => must(await app.call('digests.problems', {}))
const count = async (app: RunningCore) => must(await app.call('library.overview', {})).problems

test('of a folder that is kept no problems are told, until it is taken back', async () => {
  const { app, folder } = await kept()
  expect(await problems(app)).toEqual([])
  expect(await count(app)).toBe(0)
  must(await app.call('folders.add', { path: folder }))
  expect(await problems(app)).toMatchObject([{ file: 'bad.md', code: 'votes-not-understood' }])
  expect(await count(app)).toBe(1)
})

test('a folder that is kept is listed, and its papers can be hidden later', async () => {
  const { app, id } = await kept()
  expect(must(await app.call('folders.list', {}))).toMatchObject([{ id, state: 'kept', files: 2, papers: 2 }])
  expect(errorOf(await app.call('folders.setPaused', { id, paused: false }))).toBe('not-found')
  must(await app.call('folders.remove', { id, papers: 'hide' }))
  expect(must(await app.call('folders.list', {}))).toEqual([])
  expect(must(await app.call('papers.export', { list: { kind: 'all' } }))).toEqual([])
})

test('of a folder without digests there is nothing to keep', async () => {
  const folder = tempFolder()
  const app = await startCore()
  must(await app.call('folders.add', { path: folder }))
  const id = must(await app.call('folders.list', {}))[0]?.id ?? 0
  must(await app.call('folders.remove', { id, papers: 'keep' }))
  expect(must(await app.call('folders.list', {}))).toEqual([])
})

test('a file that is gone can’t be opened, and that is said', async () => {
  const { app, folder } = await kept()
  rmSync(join(folder, 'bad.md'))
  const answer = await app.call('digests.locate', { folder, file: 'bad.md' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'file-missing', details: { path: 'bad.md' } } })
})
