import { mkdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { must, startCore, tempFolder, writeFiles, type RunningCore } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'

const shown = async (app: RunningCore) =>
  must(await app.call('papers.export', { list: { kind: 'all' } }))
    .map(({ arxivId }) => arxivId)
    .sort()

const digest = (number: number): string => digestText('2024-01-05', [{ id: `2401.0000${number}` }])

const noticed = ({ events }: RunningCore) =>
  events.flatMap((event) => (event.type === 'notice' ? [event.notice.code] : []))

describe.skipIf(process.platform === 'win32')('links', () => {
  test.each([
    ['the larger folder last', ['a', '2023'], ['z', '']],
    ['the larger folder first', ['a', ''], ['z', '2023']]
  ])('lose nothing where one contains what another leads to: %s', async (_, ...links) => {
    const folder = tempFolder()
    const outside = tempFolder()
    writeFiles(outside, { '2023/p.md': digest(1), '2024/p.md': digest(2) })
    for (const [name = '', target = ''] of links) symlinkSync(join(outside, target), join(folder, name))
    const app = await startCore()
    expect(must(await app.call('folders.add', { path: folder }))).toMatchObject({ files: 2, papers: 2 })
  })

  test('to one file are one file', async () => {
    const folder = tempFolder()
    const outside = tempFolder()
    writeFiles(outside, { 'p.md': digest(1) })
    for (const name of ['a.md', 'b.md']) symlinkSync(join(outside, 'p.md'), join(folder, name))
    symlinkSync('circle.md', join(folder, 'circle.md'))
    const app = await startCore()
    expect(must(await app.call('folders.add', { path: folder }))).toMatchObject({ files: 1, problems: [] })
  })

  test('in circles are watched like any folder', async () => {
    const folder = join(tempFolder(), 'lp')
    writeFiles(folder, { 'p.md': digest(1) })
    symlinkSync('.', join(folder, 'self'))
    symlinkSync('../lp', join(folder, 'loop'))
    const app = await startCore({ watch: true })
    must(await app.call('folders.add', { path: folder }))
    writeFiles(folder, { 'q.md': digest(2) })
    await vi.waitFor(async () => expect(await shown(app)).toEqual(['2401.00001', '2401.00002']), 8000)
    const watches = process.getActiveResourcesInfo().filter((name) => name === 'FSEventWrap')
    expect(watches.length).toBeLessThan(20)
  })

  test('are watched where they lead to, also after another folder was put there', async () => {
    const folder = tempFolder()
    const outside = join(tempFolder(), 'outside')
    writeFiles(outside, { 'p.md': digest(1) })
    symlinkSync(outside, join(folder, 'link'))
    const app = await startCore({ watch: true })
    must(await app.call('folders.add', { path: folder }))
    writeFiles(outside, { 'sub/q.md': digest(2) })
    await vi.waitFor(async () => expect(await shown(app)).toEqual(['2401.00001', '2401.00002']), 8000)
    renameSync(outside, `${outside}-old`)
    writeFiles(outside, { 'r.md': digest(3) })
    await vi.waitFor(async () => expect(await shown(app)).toEqual(['2401.00003']), 8000)
    writeFiles(outside, { 'r.md': digest(4) })
    await vi.waitFor(async () => expect(await shown(app)).toEqual(['2401.00004']), 8000)
  })
})

describe('a folder', () => {
  test('that is empty all at once is told of', async () => {
    const folder = tempFolder()
    writeFiles(folder, { 'p.md': digest(1), 'q.md': digest(2) })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    rmSync(join(folder, 'p.md'))
    must(await app.call('folders.rescan', {}))
    expect(noticed(app)).toEqual([])
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    must(await app.call('folders.rescan', {}))
    must(await app.call('folders.rescan', {}))
    expect(noticed(app)).toEqual(['folder-emptied'])
    expect(await shown(app)).toEqual([])
  })

  const otherDisk = '/dev/shm'
  const hasOther =
    statSync(otherDisk, { throwIfNoEntry: false })?.dev !== undefined &&
    statSync(otherDisk).dev !== statSync('/tmp', { throwIfNoEntry: false })?.dev

  test.skipIf(!hasOther)('that is but the empty place of its disk keeps its papers', async () => {
    const disk = tempFolder()
    const empty = join(otherDisk, `paperdeck-${process.pid}`)
    const folder = join(tempFolder(), 'mounted')
    writeFiles(disk, { 'p.md': digest(1) })
    mkdirSync(empty)
    symlinkSync(disk, folder)
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    const swap = (target: string): void => {
      rmSync(folder)
      symlinkSync(target, folder)
    }
    swap(empty)
    must(await app.call('folders.rescan', {}))
    expect(await shown(app)).toEqual(['2401.00001'])
    expect(must(await app.call('folders.list', {}))[0]?.problem?.code).toBe('folder-unmounted')
    swap(disk)
    must(await app.call('folders.rescan', {}))
    expect(must(await app.call('folders.list', {}))[0]?.problem).toBeNull()
    expect(noticed(app)).toEqual(['folder-lost', 'folder-back'])
    rmSync(empty, { recursive: true })
  })

  test('of many files that go is taken out in few steps, which are told', async () => {
    const folder = tempFolder()
    for (let i = 0; i < 400; i++) writeFiles(folder, { [`gone/${i}.md`]: digest(i % 10) })
    writeFiles(folder, { 'stays.md': digest(1) })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    rmSync(join(folder, 'gone'), { recursive: true })
    app.events.length = 0
    must(await app.call('folders.rescan', {}))
    expect(await shown(app)).toEqual(['2401.00001'])
    const phases = app.events.flatMap((event) => (event.type === 'ingest.progress' ? [event.status] : []))
    expect(phases[0]).toMatchObject({ phase: 'removing', total: 400 })
    expect(phases.at(-1)).toEqual({ phase: 'idle' })
    expect(phases.length).toBeLessThan(200)
  })
})
