import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createClient, type Client } from '../../src/contract/client.ts'
import { createCore } from '../../src/core/app.ts'
import { connectWorker } from '../../src/core/remote.ts'
import { defaultLibrary } from '../../src/server/commands/library.ts'
import { valueOf } from '../../src/server/commands/terminal.ts'
import { runCommandLine } from '../../src/server/command-line.ts'
import { digestText } from '../helpers/digest-text.ts'
import { tempFolder, writeFiles } from '../helpers/core.ts'
import { startWorker } from '../hosts/transports.ts'

const someText: unknown = expect.any(String)
const someNumber: unknown = expect.any(Number)
const someList: unknown = expect.any(Array)
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern)

/** One JSON object of many. */
const record = (line: string): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(line))

/** What was printed as JSON. */
const parse = (text: string): unknown => JSON.parse(text)

let folder: string
let library: string
let digests: string

interface Ran {
  code: number
  stdout: string
  stderr: string
  /** stdout as one JSON value a line. */
  lines: Record<string, unknown>[]
}

async function run(args: string[], stdin = ''): Promise<Ran> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const read = { stdout: '', stderr: '' }
  stdout.setEncoding('utf8').on('data', (text: string) => (read.stdout += text))
  stderr.setEncoding('utf8').on('data', (text: string) => (read.stderr += text))
  const code = await runCommandLine([...args, '--library', library], {
    stdin: Readable.from([stdin]),
    stdout,
    stderr,
    startCore: () => {
      throw new Error('only serve needs a thread')
    },
    untilStopped: () => new Promise(() => {})
  })
  // What was written last is read in the next turn.
  await new Promise((resolve) => setImmediate(resolve))
  const json = read.stdout.startsWith('{') ? read.stdout.trimEnd().split('\n') : []
  return { code, ...read, lines: json.map(record) }
}

/** Does what the command line can't. */
async function asks(work: (client: Client) => Promise<void>): Promise<void> {
  const core = await createCore({ library, sampleDigests: '', watch: false })
  await work(createClient(core))
  await core.close()
}

beforeEach(() => {
  folder = tempFolder()
  library = join(folder, 'library')
  digests = join(folder, 'digests')
  const summary = ["**What's New**: 희소 어텐션이다.", 'Plain.']
  writeFiles(digests, {
    '2024-08-01.md': digestText('2024-08-01', [
      {
        id: '2408.00001',
        title: 'Sparse Attention',
        votes: 12,
        summary
      },
      { id: '2408.00002', title: 'Dense Attention', votes: '-' }
    ]),
    '2024-08-02.md': digestText('2024-08-02', [
      { id: '2408.00003', title: 'Third', votes: 0, authors: '' },
      { url: 'https://example.org/post', title: 'No arXiv id', votes: null },
      { id: '2408.00001', title: 'Sparse Attention', votes: 30, summary }
    ])
  })
})

const importAll = (): Promise<Ran> => run(['import', digests])
const arxivIds = ({ lines }: Ran): unknown[] => lines.map(({ arxivId }) => arxivId)

describe('import', () => {
  test('reports in one line of JSON, and says the same in words beside it', async () => {
    const { code, lines, stderr } = await importAll()
    expect(code).toBe(0)
    expect(lines).toEqual([{ files: 2, papers: 4, appearances: 5, problems: [], ms: someNumber }])
    expect(stderr).toBe('2 files, 4 papers, 0 problems.\n')
  })

  test('a second time changes nothing; with --json nothing is said beside the data', async () => {
    await importAll()
    const before = await run(['list'])
    const { code, lines, stderr } = await run(['import', digests, '--json'])
    expect([code, stderr]).toEqual([0, ''])
    expect(lines[0]).toMatchObject({ files: 2, papers: 4, appearances: 5 })
    expect((await run(['list'])).stdout).toBe(before.stdout)
  })

  test('problems have a file, a line, a code and a sentence', async () => {
    writeFiles(digests, { 'bad.md': Buffer.from([0x23, 0x23, 0x20, 0xc3, 0x28, 0xa0]) })
    const { lines } = await importAll()
    expect(lines[0]?.['problems']).toContainEqual({
      file: 'bad.md',
      line: someNumber,
      code: someText,
      message: someText
    })
  })

  test('a folder that is not there', async () => {
    const human = await run(['import', join(folder, 'none')])
    expect([human.code, human.stdout]).toEqual([1, ''])
    expect(human.stderr).toMatch(/^paperdeck: .*none.*\n$/)
    const machine = await run(['import', join(folder, 'none'), '--json'])
    expect(parse(machine.stderr)).toEqual({
      error: { code: 'folder-missing', message: someText }
    })
  })
})

describe('list', () => {
  test('gives every field, in the promised order', async () => {
    await importAll()
    const { lines } = await run(['list', '--deck', '2024-08-01', '--limit', '1'])
    expect(lines).toHaveLength(1)
    expect(Object.keys(lines[0] ?? {}).join()).toBe(
      'arxivId,title,url,authors,authorsComplete,votes,date,media,summary,status,starred,rating,note,tags,queues,citationKey'
    )
    expect(lines[0]).toMatchObject({
      arxivId: '2408.00001',
      title: 'Sparse Attention',
      url: 'https://arxiv.org/abs/2408.00001',
      authors: ['Ada Lovelace', 'Kim Minji'],
      authorsComplete: true,
      media: null,
      summary: [
        { label: someText, text: '희소 어텐션이다.' },
        { label: null, text: 'Plain.' }
      ],
      status: 'inbox',
      starred: false,
      rating: null,
      note: '',
      tags: [],
      queues: [],
      citationKey: like(/\w/)
    })
  })

  test('what is not there is null, and zero votes are zero', async () => {
    await importAll()
    const { lines } = await run(['list'])
    const byTitle = Object.fromEntries(lines.map((paper) => [String(paper['title']), paper]))
    expect(byTitle['Dense Attention']?.['votes']).toBeNull()
    expect(byTitle['Third']).toMatchObject({ votes: 0, authors: [] })
    expect(byTitle['No arXiv id']).toMatchObject({
      arxivId: null,
      votes: null,
      url: 'https://example.org/post'
    })
  })

  test('conditions add up, whichever they are', async () => {
    await importAll()
    await run(['set', '2408.00001', '--star', '--status', 'queued'])
    await run(['set', '2408.00002', '--star'])
    await run(['set', '2408.00003', '--status', 'queued'])
    expect(arxivIds(await run(['list', '--starred']))).toHaveLength(2)
    expect(arxivIds(await run(['list', '--status', 'queued']))).toHaveLength(2)
    expect(arxivIds(await run(['list', '--starred', '--status', 'queued']))).toEqual(['2408.00001'])
    expect(arxivIds(await run(['list', '--deck', '2024-08-02', '--starred']))).toEqual(['2408.00001'])
    expect(arxivIds(await run(['list', '--deck', '2024-08-02', '--status', 'inbox']))).toEqual([null])
    expect(arxivIds(await run(['list', '--starred', '--status', 'inbox', '--limit', '5']))).toEqual([
      '2408.00002'
    ])
    expect((await run(['list', '--status', 'queued', '--limit', '1'])).lines).toHaveLength(1)
  })

  test('what is snoozed, tagged or in a queue is listed by name, and adds up with the others', async () => {
    await importAll()
    await run(['set', '2408.00003', '--status', 'queued'])
    await run(['set', '2408.00002', '--star'])
    await asks(async (client) => {
      const resolved = valueOf(
        await client.call('papers.resolve', { arxivIds: ['2408.00001', '2408.00002'] })
      )
      const [first, second] = resolved.map(({ id }) => id) as [number, number]
      valueOf(await client.call('tags.add', { ids: [first, second], tag: 'Vision' }))
      valueOf(await client.call('triage.snooze', { ids: [first], until: '9999-12-31' }))
    })
    expect(arxivIds(await run(['list', '--snoozed']))).toEqual(['2408.00001'])
    expect(arxivIds(await run(['list', '--tag', 'vision']))).toHaveLength(2)
    expect(arxivIds(await run(['list', '--tag', 'vision', '--starred']))).toEqual(['2408.00002'])
    expect(arxivIds(await run(['list', '--tag', 'vision', '--status', 'inbox']))).toEqual(['2408.00002'])
    expect(arxivIds(await run(['list', '--queue', 'TO READ']))).toEqual(['2408.00003'])
    const { stdout } = await run(['export', '--format', 'bibtex', '--tag', 'Vision'])
    expect(stdout.match(/eprint = .*/g)).toHaveLength(2)
    expect(await run(['list', '--tag', 'audio'])).toMatchObject({
      code: 1,
      stderr: 'paperdeck: There is no tag “audio”; there are “Vision”.\n'
    })
  })

  test('an empty library lists nothing', async () => {
    expect(await run(['list'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/^The library in .* is new\.\n$/) as string
    })
  })
})

describe('set', () => {
  beforeEach(importAll)

  test('does all that is said, to all papers named, and prints them', async () => {
    const ran = await run([
      ...['set', '2408.00001v2', 'https://arxiv.org/abs/2408.00003', '--status', 'read', '--star'],
      ...['--rate', '4', '--note', '좋다']
    ])
    expect(ran.code).toBe(0)
    const marks = { status: 'read', starred: true, rating: 4, note: '좋다' }
    expect(ran.lines).toMatchObject([
      { arxivId: '2408.00001', ...marks },
      { arxivId: '2408.00003', ...marks }
    ])
    expect((await run(['list', '--starred'])).lines).toHaveLength(2)
    const back = await run(['set', '2408.00001', '--unstar', '--rate', '0', '--note', ''])
    expect(back.lines).toMatchObject([{ status: 'read', starred: false, rating: null, note: '' }])
  })

  test('an unknown paper: says which, and changes nothing', async () => {
    const before = await run(['list'])
    const ran = await run(['set', '2408.00001', '9999.99999', '--star'])
    expect([ran.code, ran.stdout]).toEqual([1, ''])
    expect(ran.stderr).toContain('9999.99999')
    expect((await run(['list'])).stdout).toBe(before.stdout)
  })
})

describe('search', () => {
  beforeEach(importAll)

  test('answers a query', async () => {
    const { code, lines } = await run(['search', 'attention', '--limit', '1'])
    expect(code).toBe(0)
    expect(lines).toEqual([
      {
        query: 'attention',
        total: 2,
        hits: [like(/^2408\.0000[12]$/)],
        ms: someNumber
      }
    ])
  })

  test('answers each line of standard input, in order, also the last one without an end', async () => {
    const { lines } = await run(['search', '-'], 'sparse\r\n희소\n\nnothing like it\nthird')
    expect(lines.map(({ query }) => query)).toEqual(['sparse', '희소', '', 'nothing like it', 'third'])
    expect(lines.map(({ hits }) => hits)).toMatchObject([
      ['2408.00001'],
      ['2408.00001'],
      someList,
      [],
      ['2408.00003']
    ])
  })

  test('answers before the next line is there', async () => {
    const stdin = new PassThrough()
    const stdout = new PassThrough()
    const answers: string[] = []
    stdout.setEncoding('utf8').on('data', (text: string) => answers.push(text))
    const done = runCommandLine(['search', '-', '--library', library], {
      stdin,
      stdout,
      stderr: new PassThrough(),
      startCore: () => {
        throw new Error('only serve needs a thread')
      },
      untilStopped: () => new Promise(() => {})
    })
    stdin.write('third\n')
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    stdin.end('sparse\n')
    expect(await done).toBe(0)
    await vi.waitFor(() => expect(answers).toHaveLength(2))
  })
})

describe('export', () => {
  beforeEach(importAll)

  test('prints BibTeX, of all papers or of one list', async () => {
    const all = await run(['export', '--format', 'bibtex'])
    expect(all.code).toBe(0)
    expect(all.stdout.match(/^@misc\{/gm)).toHaveLength(4)
    await run(['set', '2408.00003', '--status', 'queued'])
    for (const list of [
      ['--status', 'queued'],
      ['--queue', 'To read'],
      ['--queue', 'to read']
    ]) {
      const { stdout } = await run(['export', '--format', 'bibtex', ...list])
      expect(stdout.match(/eprint = .*/g)).toEqual(['eprint = {2408.00003},'])
    }
    const { stdout } = await run(['export', '--format', 'bibtex', '--deck', '2024-08-01'])
    expect(stdout.match(/^@misc\{/gm)).toHaveLength(2)
  })

  test('writes a file whole, in place of an older one', async () => {
    const out = join(folder, 'refs.bib')
    writeFileSync(out, 'old')
    const { code, stdout, stderr } = await run(['export', '--format', 'bibtex', '--out', out])
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toBe(`4 papers exported to ${out}.\n`)
    expect(readFileSync(out, 'utf8')).toBe((await run(['export', '--format', 'bibtex'])).stdout)
  })

  test('a place that can’t be written, a list without papers, a queue that is not there', async () => {
    const bibtex = ['export', '--format', 'bibtex', '--json']
    const codes = async (...more: string[]): Promise<unknown> => {
      const { code, stdout, stderr } = await run([...bibtex, ...more])
      expect([code, stdout]).toEqual([1, ''])
      return z.object({ error: z.object({ code: z.string() }) }).parse(parse(stderr)).error.code
    }
    expect(await codes('--out', join(folder, 'none', 'refs.bib'))).toBe('file-not-written')
    expect(await codes('--starred')).toBe('nothing-to-export')
    expect(await codes('--queue', 'Later')).toBe('not-found')
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })
})

describe('wrong usage', () => {
  test.each([
    [],
    ['burn'],
    ['import'],
    ['import', 'a', 'b'],
    ['set'],
    ['set', '2408.00001'],
    ['set', '2408.00001', '--star', '--unstar'],
    ['set', '2408.00001', '--rate', '6'],
    ['set', '2408.00001', '--rate', '4.5'],
    ['set', '2408.00001', '--status', 'done'],
    ['list', '--status', 'done'],
    ['list', '--deck', 'yesterday'],
    ['list', '--deck', '2024-13-01'],
    ['list', '--limit', '0'],
    ['list', '--limit', '-1'],
    ['list', '--limit', 'ten'],
    ['list', 'more'],
    ['list', '--colour'],
    ['search'],
    ['export'],
    ['export', '--format', 'ris'],
    ['export', '--format', 'bibtex', '--starred', '--queue', 'To read'],
    ['serve', '--port', '70000'],
    ['serve', '--port', 'http']
  ])('%j %j %j', async (...args) => {
    const { code, stdout, stderr } = await run(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
    expect(existsSync(library)).toBe(false)
  })

  test('is told as JSON where that was asked for', async () => {
    const { stderr } = await run(['list', '--limit', 'ten', '--json'])
    expect(parse(stderr)).toEqual({
      error: { code: 'invalid-input', message: like(/whole number/) }
    })
  })

  test('help and version are no failures', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, stderr: '' })
    expect(await run(['list', '--help'])).toMatchObject({
      code: 0,
      stdout: like(/--library/)
    })
    const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
    const { version } = z.object({ version: z.string() }).parse(parse(manifest))
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` })
  })
})

describe('the library', () => {
  test('one that can’t be opened ends the command with its reason', async () => {
    writeFiles(library, { 'library.db': 'this is no database, and was here before'.repeat(100) })
    const { code, stdout, stderr } = await run(['list', '--json'])
    expect([code, stdout]).toEqual([1, ''])
    expect(parse(stderr)).toMatchObject({ error: { code: 'library-corrupt' } })
    expect(readFileSync(join(library, 'library.db'), 'utf8')).toContain('was here before')
  })

  test('is the app’s own by default', () => {
    expect(defaultLibrary('linux')).toMatch(/[\\/]Paperdeck[\\/]library$/)
  })

  test('a change of the command line shows in a core that is open', async () => {
    await importAll()
    const core = await createCore({ library, sampleDigests: digests, watch: true })
    const changed = new Promise((resolve) =>
      core.subscribe((event) => {
        if (event.type === 'library.changed') resolve(event.papers)
      })
    )
    await run(['set', '2408.00001', '--star'])
    expect(await changed).toBeDefined()
    await core.close()
  })
})

describe('serve', () => {
  test('prints the address, serves, and ends when it is asked to', async () => {
    const renderer = join(import.meta.dirname, '../../out/renderer/index.html')
    const stdout = new PassThrough()
    const stderr = new PassThrough()
    const written: string[] = []
    stdout.setEncoding('utf8').on('data', (text: string) => written.push(text))
    stderr.setEncoding('utf8').on('data', (text: string) => written.push(text))
    const stop = Promise.withResolvers<null>()
    const done = runCommandLine(['serve', '--no-open', '--folder', digests, '--library', library], {
      stdin: Readable.from([]),
      stdout,
      stderr,
      startCore: ({ log, ...data }) => connectWorker(startWorker(data), log),
      untilStopped: () => stop.promise
    })
    if (!existsSync(renderer)) {
      expect(await done).toBe(1)
      expect(written.join('')).toContain('not built')
      return
    }
    await vi.waitFor(
      () => expect(written.join('')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=\S+\n/),
      20_000
    )
    const url = written.join('').split('\n')[0] ?? ''
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303)
    await vi.waitFor(async () => expect((await run(['list'])).lines).toHaveLength(4), 20_000)
    stop.resolve(null)
    expect(await done).toBe(0)
    await expect(fetch(url)).rejects.toThrow()
  })

  test('a folder that is not there is said before anything opens', async () => {
    const stderr = new PassThrough()
    const code = await runCommandLine(
      ['serve', '--no-open', '--folder', join(folder, 'none'), '--library', library, '--json'],
      {
        stdin: Readable.from([]),
        stdout: new PassThrough(),
        stderr,
        startCore: ({ log, ...data }) => connectWorker(startWorker(data), log),
        untilStopped: () => new Promise(() => {})
      }
    )
    expect(code).toBe(1)
    expect(parse(String(stderr.read()))).toMatchObject({ error: { code: 'folder-missing' } })
  })
})
