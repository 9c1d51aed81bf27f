import { chmodSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { Paper } from '../../../src/contract/model.ts'
import { errorOf, must, startCore, tempFolder, writeFiles, type RunningCore } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'

const papers = async (app: RunningCore): Promise<Paper[]> =>
  must(await app.call('papers.export', { list: { kind: 'all' } }))

/** What a library shows of its digests, without numbers that depend on the way there. */
const content = async (app: RunningCore) =>
  (await papers(app)).map(({ id: _id, citationKey: _key, status: _status, queues: _queues, ...rest }) => rest)

const freshContent = async (folder: string) => {
  const app = await startCore()
  must(await app.call('folders.add', { path: folder }))
  const found = await content(app)
  await app.close()
  return found
}

describe('import', () => {
  test('gives papers with everything a digest says, once a paper', async () => {
    const folder = tempFolder()
    writeFiles(folder, {
      '2024/01/05.md': digestText('2024-01-05', [
        { id: '2401.00001', votes: 12 },
        { id: '2401.00002', votes: '-' }
      ]),
      '2024/01/06.md': digestText('2024-01-06', [{ id: '2401.00001v2', title: 'Renamed', votes: 20 }])
    })
    const app = await startCore()
    const report = must(await app.call('folders.add', { path: folder }))
    expect(report).toMatchObject({ files: 2, papers: 2, appearances: 3, changed: 2, problems: [] })
    const [first, second] = await papers(app)
    expect(first).toMatchObject({ arxivId: '2401.00001', title: 'Renamed', votes: 20, day: '2024-01-06' })
    expect(first?.appearances.map(({ day, votes, file }) => [day, votes, file])).toEqual([
      ['2024-01-06', 20, '2024/01/06.md'],
      ['2024-01-05', 12, '2024/01/05.md']
    ])
    expect(second).toMatchObject({ arxivId: '2401.00002', votes: null, percentile: null })
  })

  test('a second import changes nothing, also where files were only touched', async () => {
    const folder = tempFolder()
    writeFiles(folder, { '2024-01-05.md': digestText('2024-01-05', [{}]) })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    const before = await papers(app)
    expect(must(await app.call('folders.add', { path: folder })).changed).toBe(0)
    utimesSync(join(folder, '2024-01-05.md'), new Date(), new Date(0))
    expect(must(await app.call('folders.add', { path: folder })).changed).toBe(0)
    expect(await papers(app)).toEqual(before)
  })

  test('votes are ranked within their day', async () => {
    const folder = tempFolder()
    writeFiles(folder, {
      '2024-01-05.md': digestText(
        '2024-01-05',
        [40, 10, 10, '-' as const].map((votes, index) => ({ id: `2401.0000${index}`, votes }))
      )
    })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    const percentiles = (await papers(app)).map(({ percentile }) => percentile)
    expect(percentiles).toEqual([(2 + 0.5) / 3, 1 / 3, 1 / 3, null])
  })

  test('two digests of a day are one deck, in the order of their names', async () => {
    const folder = tempFolder()
    writeFiles(folder, {
      'b.md': digestText('2024-01-05', [{ id: '2401.00003' }, { id: '2401.00001' }]),
      'a.md': digestText('2024-01-05', [{ id: '2401.00001' }, { id: '2401.00002' }])
    })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    const deck = must(await app.call('papers.list', { list: { kind: 'deck', day: '2024-01-05' } }))
    expect(deck.rows.map(({ arxivId }) => arxivId)).toEqual(['2401.00001', '2401.00002', '2401.00003'])
    expect(must(await app.call('library.overview', {})).decks).toEqual([
      { day: '2024-01-05', total: 3, left: 3, snoozed: 0, queued: 0, read: 0, skipped: 0 }
    ])
  })

  test('edits, renames and deletions end where a fresh import would', async () => {
    const folder = tempFolder()
    writeFiles(folder, {
      '2024-01-05.md': digestText('2024-01-05', [{ id: '2401.00001' }, { id: '2401.00002' }]),
      '2024-01-06.md': digestText('2024-01-06', [{ id: '2401.00002', title: 'Second look' }]),
      '2024-01-07.md': digestText('2024-01-07', [{ id: '2401.00004' }])
    })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    renameSync(join(folder, '2024-01-05.md'), join(folder, 'moved.md'))
    rmSync(join(folder, '2024-01-06.md'))
    writeFiles(folder, { '2024-01-07.md': digestText('2024-01-07', [{ id: '2401.00005', votes: 1 }]) })
    must(await app.call('folders.rescan', {}))
    expect(await content(app)).toEqual(await freshContent(folder))
  })
})

describe('what the user did', () => {
  test('outlives its digest: a touched paper stays, an untouched one is hidden', async () => {
    const folder = tempFolder()
    writeFiles(folder, {
      '2024-01-05.md': digestText('2024-01-05', [{ id: '2401.00001' }, { id: '2401.00002' }])
    })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    const [first, second] = await papers(app)
    must(await app.call('triage.setNote', { id: first?.id ?? 0, note: 'mine', session: 's' }))
    rmSync(join(folder, '2024-01-05.md'))
    must(await app.call('folders.rescan', {}))
    expect(await papers(app)).toMatchObject([{ arxivId: '2401.00001', note: 'mine', appearances: [] }])
    expect(errorOf(await app.call('papers.get', { id: second?.id ?? 0 }))).toBe('not-found')
    writeFiles(folder, { 'back.md': digestText('2024-01-05', [{ id: '2401.00001', title: 'Back' }]) })
    must(await app.call('folders.rescan', {}))
    expect(await papers(app)).toMatchObject([{ id: first?.id, title: 'Back', note: 'mine' }])
  })

  test('a star redone after the digest is gone brings its paper back', async () => {
    const folder = tempFolder()
    writeFiles(folder, { '2024-01-05.md': digestText('2024-01-05', [{}]) })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    const id = (await papers(app))[0]?.id ?? 0
    must(await app.call('triage.setStarred', { ids: [id], starred: true }))
    must(await app.call('triage.undo', {}))
    rmSync(join(folder, '2024-01-05.md'))
    must(await app.call('folders.rescan', {}))
    expect(await papers(app)).toEqual([])
    must(await app.call('triage.redo', {}))
    expect(await papers(app)).toMatchObject([{ id, starred: true, title: 'Paper 2401.00001' }])
  })

  test('a citation key stays when the title is corrected', async () => {
    const folder = tempFolder()
    writeFiles(folder, { '2024-01-05.md': digestText('2024-01-05', [{ title: 'LLMtimesMapReduce' }]) })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    const key = (await papers(app))[0]?.citationKey
    writeFiles(folder, {
      '2024-01-05.md': digestText('2024-01-05', [{ title: 'LLM$\\times$MapReduce, corrected' }])
    })
    must(await app.call('folders.rescan', {}))
    expect(await papers(app)).toMatchObject([{ title: 'LLM$\\times$MapReduce, corrected', citationKey: key }])
  })
})

describe('folders', () => {
  test('one that is missing or a file is refused with a code', async () => {
    const folder = tempFolder()
    writeFiles(folder, { 'a.md': 'x' })
    const app = await startCore()
    expect(errorOf(await app.call('folders.add', { path: join(folder, 'nowhere') }))).toBe('folder-missing')
    expect(errorOf(await app.call('folders.add', { path: join(folder, 'a.md') }))).toBe(
      'folder-not-a-directory'
    )
    expect(must(await app.call('folders.list', {}))).toEqual([])
  })

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'one that may not be read is refused',
    async () => {
      const folder = tempFolder()
      chmodSync(folder, 0)
      const app = await startCore()
      expect(errorOf(await app.call('folders.add', { path: folder }))).toBe('folder-unreadable')
      chmodSync(folder, 0o700)
    }
  )

  test('a folder that vanished leaves its papers as they were', async () => {
    const folder = join(tempFolder(), 'digests')
    writeFiles(folder, { '2024-01-05.md': digestText('2024-01-05', [{}]) })
    const app = await startCore()
    must(await app.call('folders.add', { path: folder }))
    rmSync(folder, { recursive: true })
    must(await app.call('folders.rescan', {}))
    expect(await papers(app)).toHaveLength(1)
    expect(must(await app.call('folders.list', {}))[0]?.problem?.code).toBe('folder-missing')
  })

  test('the sample days make room for a folder of one’s own, but for what was touched', async () => {
    const folder = tempFolder()
    const sample = tempFolder()
    writeFiles(sample, {
      '2024-01-05.md': digestText('2024-01-05', [{ id: '2401.00001' }, { id: '2401.00002' }])
    })
    writeFiles(folder, { '2024-01-08.md': digestText('2024-01-08', [{ id: '2401.00009' }]) })
    const app = await startCore({ sampleDigests: sample })
    must(await app.call('folders.addSample', {}))
    const id = (await papers(app))[0]?.id ?? 0
    must(await app.call('triage.setStarred', { ids: [id], starred: true }))
    must(await app.call('folders.add', { path: folder }))
    expect((await papers(app)).map(({ arxivId }) => arxivId)).toEqual(['2401.00009', '2401.00001'])
    expect(must(await app.call('library.overview', {})).decks.map(({ day }) => day)).toEqual(['2024-01-08'])
  })
})

describe('bad files', () => {
  test('each gives a problem with file and line, and the rest goes on', async () => {
    const folder = tempFolder()
    writeFiles(folder, {
      'binary.md': Buffer.from([0, 1, 2, 3]),
      'empty.md': '',
      'good.md': digestText('2024-01-05', [{ id: '2401.00001' }]),
      'huge.md': Buffer.alloc(21 * 1024 * 1024, 'a'),
      'latin.md': Buffer.concat([
        Buffer.from(digestText('2024-01-06', [{ id: '2401.00002' }])),
        Buffer.from([0xe9])
      ]),
      'prose.md': '# About\n\nWhat this folder is.\n',
      'utf16.md': Buffer.from(
        `\uFEFF${digestText('2024-01-07', [{ id: '2401.00003', title: '한국어 제목' }])}`,
        'utf16le'
      ),
      'windows.md': digestText('2024-01-08', [{ id: '2401.00004' }]).replaceAll('\n', '\r\n')
    })
    const app = await startCore()
    const report = must(await app.call('folders.add', { path: folder }))
    expect(report.problems.map(({ file, code }) => [file, code])).toEqual([
      ['binary.md', 'binary-file'],
      ['empty.md', 'empty-file'],
      ['huge.md', 'file-too-large'],
      ['latin.md', 'not-utf8'],
      ['prose.md', 'no-papers']
    ])
    expect((await papers(app)).map(({ arxivId }) => arxivId)).toEqual([
      '2401.00004',
      '2401.00003',
      '2401.00002',
      '2401.00001'
    ])
  })

  test('a mended file forgets its problems', async () => {
    const folder = tempFolder()
    writeFiles(folder, { '2024-01-05.md': digestText('2024-01-05', [{}]).replace('Vote: 5', 'Vote: many') })
    const app = await startCore()
    expect(must(await app.call('folders.add', { path: folder })).problems).toMatchObject([
      { file: '2024-01-05.md', line: 5, code: 'votes-not-understood', excerpt: 'Vote: many' }
    ])
    writeFiles(folder, { '2024-01-05.md': digestText('2024-01-05', [{}]) })
    must(await app.call('folders.rescan', {}))
    expect(must(await app.call('digests.problems', {}))).toEqual([])
  })
})

describe('watching', () => {
  test('a new, a changed and a removed file show up by themselves', async () => {
    const folder = tempFolder()
    writeFiles(folder, { '2024-01-05.md': digestText('2024-01-05', [{ id: '2401.00001' }]) })
    const app = await startCore({ watch: true })
    must(await app.call('folders.add', { path: folder }))
    const titles = async () => (await papers(app)).map(({ title }) => title)
    writeFiles(folder, { 'sub/2024-01-06.md': digestText('2024-01-06', [{ id: '2401.00002' }]) })
    await vi.waitFor(
      async () => expect(await titles()).toEqual(['Paper 2401.00002', 'Paper 2401.00001']),
      8000
    )
    writeFiles(folder, {
      '2024-01-05.md': digestText('2024-01-05', [{ id: '2401.00001', title: 'Changed' }])
    })
    await vi.waitFor(async () => expect(await titles()).toEqual(['Paper 2401.00002', 'Changed']), 8000)
    rmSync(join(folder, 'sub/2024-01-06.md'))
    await vi.waitFor(async () => expect(await titles()).toEqual(['Changed']), 8000)
  })

  test('a folder that goes away is said, and read again when it is back', async () => {
    const folder = join(tempFolder(), 'digests')
    writeFiles(folder, { '2024-01-05.md': digestText('2024-01-05', [{ id: '2401.00001' }]) })
    const app = await startCore({ watch: true })
    must(await app.call('folders.add', { path: folder }))
    renameSync(folder, `${folder}-away`)
    const noticed = () => app.events.flatMap((event) => (event.type === 'notice' ? [event.notice.code] : []))
    await vi.waitFor(() => expect(noticed()).toEqual(['folder-lost']), 8000)
    expect(await papers(app)).toHaveLength(1)
    writeFiles(`${folder}-away`, { '2024-01-06.md': digestText('2024-01-06', [{ id: '2401.00002' }]) })
    renameSync(`${folder}-away`, folder)
    await vi.waitFor(async () => expect(await papers(app)).toHaveLength(2), 8000)
    expect(noticed()).toEqual(['folder-lost', 'folder-back'])
  })

  test('what another program did to the library is told', async () => {
    const folder = tempFolder()
    writeFiles(folder, { '2024-01-05.md': digestText('2024-01-05', [{ id: '2401.00001' }]) })
    const app = await startCore({ watch: true })
    must(await app.call('folders.add', { path: folder }))
    const id = (await papers(app))[0]?.id ?? 0
    const other = await startCore({ library: app.library })
    app.events.length = 0
    must(await other.call('triage.rate', { ids: [id], rating: 5 }))
    await vi.waitFor(
      () => expect(app.events).toContainEqual({ type: 'library.changed', papers: [id], digests: false }),
      8000
    )
    expect((await papers(app))[0]?.rating).toBe(5)
  })
})
