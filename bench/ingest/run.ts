import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createCore, type Core } from '../../src/core/app.ts'
import { createClient } from '../../src/contract/client.ts'
import type { ImportReport } from '../../src/contract/library.ts'
import { openDatabase } from '../../src/core/db/open.ts'
import { foldersOf } from '../../src/core/digests/folders.ts'
import { Ingest } from '../../src/core/digests/ingest.ts'
import { readDigest } from '../../src/core/digests/read.ts'
import { writeArchive } from './archive.ts'
import { measureFloor } from './floor.ts'
import { denseLists } from './lists.ts'

/** Of so many runs the best counts, of what is measured and of what it is compared with. */
const RUNS = 3

const { values } = parseArgs({ options: { files: { type: 'string', default: '357' } } })
const temp = mkdtempSync(join(tmpdir(), 'paperdeck-bench-'))
try {
  await measureLists()
  for (const files of values.files.split(',').map(Number)) await measure(files)
} finally {
  rmSync(temp, { recursive: true, force: true })
}

async function measure(files: number): Promise<void> {
  const folder = join(temp, `archive-${files}`)
  const bytes = writeArchive(folder, files)
  const paths = globSync('**/*.md', { cwd: folder })
  const imported = join(temp, `library-${files}`)

  const { papers } = await withCore(imported, (core) => importInto(core, folder))
  let run = 0
  const first = await best(RUNS, () => {
    const library = join(temp, `library-${files}-${run++}`)
    return withCore(library, (core) => importInto(core, folder))
  })
  let least = Infinity
  for (; run < 2 * RUNS; run++)
    least = Math.min(least, measureFloor(imported, join(temp, `floor-${files}-${run}`), folder, paths))
  const again = await measureUnchanged(imported)
  const stats = await best(5, () => {
    for (const path of paths) statSync(join(folder, path))
  })
  const { parse, lines } = await measureParser(
    paths.map((path) => ({ path, bytes: readFileSync(join(folder, path)) }))
  )

  console.log(`ingest, ${files} files, ${papers} papers, ${(bytes / 1e6).toFixed(1)} MB`)
  print('import', first, least, 'reading the files and inserting the same rows')
  print('unchanged', again, stats, 'a stat of each file')
  printParsing('parse', bytes, parse, lines)
}

/** The densest that the generic dialect is given. */
async function measureLists(): Promise<void> {
  console.log('ingest, reading lists of other shapes')
  for (const { shape, text } of denseLists()) {
    const bytes = Buffer.from(text)
    const { parse, lines } = await measureParser([{ path: 'list.md', bytes }])
    printParsing(shape, bytes.length, parse, lines)
  }
}

async function measureParser(
  contents: readonly { path: string; bytes: Buffer }[]
): Promise<{ parse: number; lines: number }> {
  const parse = await best(5, () => {
    for (const { bytes, path } of contents) readDigest(bytes, path)
  })
  let seen = 0
  const lines = await best(5, () => {
    for (const { bytes } of contents)
      for (const line of bytes.toString('utf8').split('\n')) seen += line.length
  })
  if (seen === 0) throw new Error('the archive is empty')
  return { parse, lines }
}

/** A look at a folder in which nothing changed, as every start begins with. */
async function measureUnchanged(library: string): Promise<number> {
  const opened = openDatabase(library)
  if (!opened.ok) throw new Error(opened.error.message)
  const db = opened.value
  const ingest = new Ingest(db, {
    clock: () => new Date(),
    maxBytes: () => Infinity,
    status: () => undefined,
    changed: () => undefined
  })
  const [folder] = foldersOf(db)
  if (!folder) throw new Error('the library has no folder')
  const ms = await best(5, async () => {
    const outcome = await ingest.importFolder(folder)
    if (!outcome.ok || outcome.value.changed > 0) throw new Error('something changed')
  })
  db.close()
  return ms
}

async function importInto(core: Core, folder: string): Promise<ImportReport> {
  const report = await createClient(core).call('folders.add', { path: folder })
  if (!report.ok) throw new Error(report.error.message)
  return report.value
}

async function withCore<T>(library: string, work: (core: Core) => Promise<T>): Promise<T> {
  const core = await createCore({ library, sampleDigests: temp, watch: false })
  try {
    return await work(core)
  } finally {
    await core.close()
  }
}

async function best(runs: number, work: () => unknown): Promise<number> {
  let least = Infinity
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

function printParsing(what: string, bytes: number, ms: number, lines: number): void {
  print(what, ms, lines, `reading the same text line by line; ${(bytes / 1e3 / ms).toFixed(0)} MB/s`)
}

function print(what: string, ms: number, baseline: number, of: string): void {
  console.log(`  ${what.padEnd(20)} ${ms.toFixed(1).padStart(8)} ms = ${(ms / baseline).toFixed(2)} × ${of}`)
}
