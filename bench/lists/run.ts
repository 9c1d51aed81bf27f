/**
 * Times what a screen asks of a large library: lists in any order and with any filter, and the overview. `node
 * bench/lists/run.ts [--files 3335]`, of about 15 papers each. Times are medians in milliseconds; ratios compare with
 * SQLite ordering the ids of all papers, in the same run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { createClient } from '../../src/contract/client.ts'
import { plainView, sortKeys, type Filter, type ListRef, type ListView } from '../../src/contract/lists.ts'
import { createCore } from '../../src/core/app.ts'
import { valueOf } from '../../src/server/commands/terminal.ts'
import { writeArchive } from '../ingest/archive.ts'

const { values } = parseArgs({ strict: false, options: { files: { type: 'string', default: '3335' } } })
const RUNS = 7

const round = (value: number): number => Number(value.toPrecision(3))

async function times(work: () => unknown): Promise<{ first: number; median: number }> {
  const taken: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  const [first = 0] = taken
  return { first, median: taken.toSorted((a, b) => a - b)[(RUNS - 1) / 2] ?? 0 }
}

const folder = mkdtempSync(join(tmpdir(), 'paperdeck-bench-'))
try {
  const digests = join(folder, 'digests')
  const library = join(folder, 'library')
  writeArchive(digests, Number(values.files))
  const core = await createCore({ library, sampleDigests: digests, watch: false })
  const client = createClient(core)
  valueOf(await client.call('folders.add', { path: digests }))

  const all: ListRef = { kind: 'all' }
  const { ids } = valueOf(await client.call('papers.list', { list: all }))
  const every = (count: number, from: number): number[] => ids.filter((_, index) => index % count === from)
  for (const [from, status] of (['read', 'skipped', 'queued'] as const).entries())
    valueOf(await client.call('triage.setStatus', { ids: every(4, from), status }))
  valueOf(await client.call('triage.setStarred', { ids: every(5, 0), starred: true }))
  valueOf(await client.call('triage.rate', { ids: every(3, 1), rating: 4 }))
  valueOf(await client.call('tags.add', { ids: every(7, 2), tag: 'vision' }))

  const db = new Database(join(library, 'library.db'))
  const plain = db
    .prepare(
      `SELECT v.id FROM visible_papers v LEFT JOIN deck_entries e ON e.day = v.day AND e.paper_id = v.id
       ORDER BY v.day DESC, e.position, v.id`
    )
    .pluck()
  const base = (await times(() => plain.all())).median
  db.close()
  console.log(`lists: ${ids.length} papers; SQLite orders their ids in ${round(base)} ms`)

  const report = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const { first, median } = await times(work)
    console.log(
      `  ${what.padEnd(28)} ${String(round(median)).padStart(6)} ms, ${round(median / base)} of that; first ${round(first)} ms`
    )
  }
  const look = (list: ListRef, view: ListView) => async () =>
    valueOf(await client.call('papers.list', { list, view }))
  const filtered = (filter: Partial<Filter>): ListView => ({
    ...plainView,
    filter: { ...plainView.filter, ...filter }
  })

  await report('overview', async () => valueOf(await client.call('library.overview', {})))
  await report('inbox', look({ kind: 'status', status: 'inbox' }, plainView))
  for (const by of sortKeys)
    await report(`all, sorted by ${by}`, look(all, { ...plainView, sort: { by, descending: true } }))
  await report('all, unread and read', look(all, filtered({ statuses: ['inbox', 'read'] })))
  await report('all, starred', look(all, filtered({ starred: true })))
  await report('all, with a tag', look(all, filtered({ tags: ['vision'] })))
  await report('all, of five years', look(all, filtered({ from: '2017-01-01', to: '2021-12-31' })))
  await core.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
