import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { errorOf, must, startCore, tempFolder, writeFiles, type RunningCore } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'

const ids = async (app: RunningCore) =>
  must(await app.call('papers.export', { list: { kind: 'all' } }))
    .map(({ arxivId }) => arxivId)
    .sort()

const folderId = async (app: RunningCore): Promise<number> =>
  must(await app.call('folders.list', {}))[0]?.id ?? 0

function threeDays(): string {
  const folder = tempFolder()
  for (const day of [1, 2, 3])
    writeFiles(folder, { [`2024-01-0${day}.md`]: digestText(`2024-01-0${day}`, [{ id: `2401.0000${day}` }]) })
  return folder
}

describe('a folder', () => {
  test('that is paused is left alone until it is resumed', async () => {
    const folder = threeDays()
    const app = await startCore({ watch: true })
    must(await app.call('folders.add', { path: folder }))
    const id = await folderId(app)
    must(await app.call('folders.setPaused', { id, paused: true }))
    expect(must(await app.call('folders.list', {}))).toMatchObject([{ id, state: 'paused' }])
    rmSync(join(folder, '2024-01-03.md'))
    expect(must(await app.call('folders.rescan', {}))).toEqual([])
    expect(await ids(app)).toHaveLength(3)
    must(await app.call('folders.setPaused', { id, paused: false }))
    await vi.waitFor(async () => expect(await ids(app)).toEqual(['2401.00001', '2401.00002']), 8000)
  })

  test('stays paused over a restart', async () => {
    const folder = threeDays()
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    must(await app.call('folders.setPaused', { id: await folderId(app), paused: true }))
    await app.close()
    rmSync(join(folder, '2024-01-03.md'))
    const again = await startCore({ library: app.library, watch: true })
    expect(must(await again.call('folders.list', {}))[0]?.state).toBe('paused')
    expect(await ids(again)).toHaveLength(3)
  })

  test('paused in the middle of an import goes on there when it is resumed', async () => {
    const folder = tempFolder()
    const many = Array.from({ length: 60 }, (_, index) => `2401.${String(index).padStart(5, '0')}`)
    for (const [index, id] of many.entries())
      writeFiles(folder, {
        [`${index}.md`]: digestText('2024-01-05', [{ id, summary: ['긴 글. '.repeat(4000)] }])
      })
    const app = await startCore()
    const adding = app.call('folders.add', { path: folder })
    await vi.waitFor(async () => expect((await ids(app)).length).toBeGreaterThan(0), {
      interval: 1,
      timeout: 8000
    })
    must(await app.call('folders.setPaused', { id: await folderId(app), paused: true }))
    expect(must(await adding).complete).toBe(false)
    expect((await ids(app)).length).toBeLessThan(60)
    must(await app.call('folders.setPaused', { id: await folderId(app), paused: false }))
    expect(await ids(app)).toEqual(many)
  })

  test('can be let go with its papers or without', async () => {
    const folder = threeDays()
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    must(await app.call('folders.remove', { id: await folderId(app), papers: 'keep' }))
    expect(must(await app.call('folders.list', {}))).toMatchObject([{ state: 'kept', papers: 3 }])
    expect(await ids(app)).toHaveLength(3)
    rmSync(join(folder, '2024-01-03.md'))
    must(await app.call('folders.rescan', {}))
    expect(await ids(app)).toHaveLength(3)
    // Taken back, it is brought up to date; let go without its papers, they are hidden.
    must(await app.call('folders.add', { path: folder }))
    expect(await ids(app)).toHaveLength(2)
    must(await app.call('folders.remove', { id: await folderId(app) }))
    expect(await ids(app)).toEqual([])
  })

  test('that is removed and taken back at once is there, with all its papers', async () => {
    const folder = threeDays()
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    const id = await folderId(app)
    const [removed, added] = await Promise.all([
      app.call('folders.remove', { id }),
      app.call('folders.add', { path: folder })
    ])
    must(removed)
    must(added)
    expect(must(await app.call('folders.list', {}))).toMatchObject([{ path: folder, files: 3 }])
    expect(await ids(app)).toHaveLength(3)
  })

  test('beside another is a union with it', async () => {
    const app = await startCore()
    const [first, second] = [threeDays(), tempFolder()]
    writeFiles(second, { 'x.md': digestText('2024-02-01', [{ id: '2401.00003' }, { id: '2402.00001' }]) })
    must(await app.call('folders.add', { path: first }))
    must(await app.call('folders.add', { path: second }))
    expect(await ids(app)).toEqual(['2401.00001', '2401.00002', '2401.00003', '2402.00001'])
  })

  test('shows only digests that it holds to the outside', async () => {
    const folder = threeDays()
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    expect(must(await app.call('digests.locate', { folder, file: '2024-01-01.md' })).path).toBe(
      join(folder, '2024-01-01.md')
    )
    expect(errorOf(await app.call('digests.locate', { folder, file: '../../etc/passwd' }))).toBe('not-found')
    expect(errorOf(await app.call('digests.locate', { folder: '/etc', file: 'passwd' }))).toBe('not-found')
    rmSync(join(folder, '2024-01-01.md'))
    expect(errorOf(await app.call('digests.locate', { folder, file: '2024-01-01.md' }))).toBe('file-missing')
  })
})

describe('in a folder', () => {
  test.skipIf(process.platform === 'win32')('links are followed once, and never in circles', async () => {
    const folder = threeDays()
    const outside = tempFolder()
    writeFiles(outside, { 'deep/o.md': digestText('2024-03-01', [{ id: '2403.00001' }]) })
    symlinkSync(outside, join(folder, 'a-link'))
    symlinkSync(outside, join(folder, 'b-link'))
    symlinkSync(join(outside, 'deep'), join(folder, 'c-link'))
    symlinkSync(folder, join(folder, 'circle'))
    symlinkSync(folder, join(outside, 'back'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.md'))
    symlinkSync(join(folder, '2024-01-01.md'), join(folder, 'same.md'))
    const app = await startCore()
    const report = must(await app.call('folders.add', { path: folder }))
    expect(report).toMatchObject({ files: 4, papers: 4, problems: [] })
  })

  test('names of every kind are taken', async () => {
    const folder = tempFolder()
    const names = [
      'é.md'.normalize('NFC'),
      '한국어 요약.md'.normalize('NFD'),
      '📚 papers.md',
      `${'a'.repeat(252)}.md`,
      "quote's & (more).MD",
      'x.markdown'
    ]
    for (const [index, name] of names.entries())
      writeFiles(folder, { [name]: digestText('2024-01-05', [{ id: `2401.0000${index}` }]) })
    mkdirSync(join(folder, '.hidden'))
    writeFiles(folder, {
      '.hidden/x.md': digestText('2024-01-05', [{ id: '2401.00009' }]),
      'x.txt': 'no digest'
    })
    const app = await startCore()
    expect(must(await app.call('folders.add', { path: folder }))).toMatchObject({ files: 6, papers: 6 })
  })

  test('a name that changes only its case is the same paper', async () => {
    const folder = tempFolder()
    writeFiles(folder, { 'day.md': digestText('2024-01-05', [{}]) })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    const before = must(await app.call('papers.export', { list: { kind: 'all' } }))
    renameSync(join(folder, 'day.md'), join(folder, 'Day.md'))
    must(await app.call('folders.rescan', {}))
    const after = must(await app.call('papers.export', { list: { kind: 'all' } }))
    expect(after).toMatchObject([{ id: before[0]?.id, appearances: [{ file: 'Day.md' }] }])
  })

  test('a file larger than the setting allows is reported, and read once it allows it', async () => {
    const folder = tempFolder()
    writeFiles(folder, { 'big.md': digestText('2024-01-05', [{}]) + ' '.repeat(1_200_000) })
    const app = await startCore()
    must(await app.call('settings.update', { patch: { maxDigestMegabytes: 1 } }))
    expect(must(await app.call('folders.add', { path: folder })).problems).toMatchObject([
      { code: 'file-too-large' }
    ])
    expect(must(await app.call('folders.add', { path: folder })).changed).toBe(0)
    must(await app.call('settings.update', { patch: { maxDigestMegabytes: 2 } }))
    must(await app.call('folders.rescan', {}))
    expect(await ids(app)).toEqual(['2401.00001'])
  })
})

describe('other wordings of a paper', () => {
  test('are what other digests say, and what a digest said before it was rewritten', async () => {
    const folder = tempFolder()
    const write = (name: string, day: string, title: string, summary: string) =>
      writeFiles(folder, { [name]: digestText(day, [{ title, summary: [summary] }]) })
    write('a.md', '2024-01-05', 'LLMtimesMapReduce', 'one')
    write('b.md', '2024-01-06', 'LLM$\\times$MapReduce', 'one')
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    write('b.md', '2024-01-06', 'LLM$\\times$MapReduce', 'two')
    must(await app.call('folders.rescan', {}))
    const [paper] = must(await app.call('papers.export', { list: { kind: 'all' } }))
    expect(paper).toMatchObject({ title: 'LLM$\\times$MapReduce', otherVersions: 2 })
    expect(must(await app.call('papers.versions', { id: paper?.id ?? 0 }))).toMatchObject([
      { day: '2024-01-06', title: 'LLM$\\times$MapReduce', summary: [{ text: 'one' }] },
      { day: '2024-01-05', title: 'LLMtimesMapReduce', replacedAt: null }
    ])
  })

  test('a text that was read half-written is none', async () => {
    const folder = tempFolder()
    const whole = digestText('2024-01-05', [{ summary: ['first sentence', 'second'] }])
    writeFiles(folder, { 'a.md': whole.slice(0, whole.indexOf(' sentence')) })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    writeFiles(folder, { 'a.md': whole })
    must(await app.call('folders.rescan', {}))
    expect(must(await app.call('papers.export', { list: { kind: 'all' } }))).toMatchObject([
      { otherVersions: 0 }
    ])
  })
})
