/**
 * Times the search over made-up libraries. `node bench/search/run.ts [--large]`: 5,500 papers, and 55,000 with
 * the flag. Times are in milliseconds; ratios compare with a scan of all texts in the same run, since machines
 * differ.
 */
import { parseArgs } from 'node:util'
import { matchTerm } from '../../src/core/search/match.ts'
import { createSearch, type Search } from '../../src/core/search/index.ts'
import { paperSource, type PaperText } from '../../src/core/search/papers.ts'
import { parseQuery } from '../../src/core/search/query.ts'
import { ArchiveLibrary, makeArchive, Picker, type ArchivePaper } from '../../tests/core/search/archive.ts'
import { keystrokesOf } from './keystrokes.ts'

const { values } = parseArgs({ strict: false, options: { large: { type: 'boolean' } } })

const milliseconds = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

function quantiles(times: readonly number[]): { p50: number; p95: number; max: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

const heap = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}

/** Builds the whole index in one go; gives its slices' times too. */
function build(library: ArchiveLibrary): { search: Search; total: number; slices: number[] } {
  const works: (() => void)[] = []
  const search = createSearch(library.db, { schedule: (work) => works.push(work) })
  const slices: number[] = []
  for (let work = works.shift(); work; work = works.shift()) slices.push(milliseconds(work))
  return { search, total: slices.reduce((sum, time) => sum + time, 0), slices }
}

/** What a query costs without an index: all terms looked up in all texts. */
function scan(texts: readonly PaperText[], query: string): number {
  const { terms } = parseQuery(query)
  return texts.filter((text) => terms.every((term) => matchTerm(term, text) !== 0)).length
}

const round = (value: number): number => Number(value.toPrecision(3))

function run(count: number): void {
  const papers: ArchivePaper[] = makeArchive(count, 7)
  const library = new ArchiveLibrary().fill(papers)
  const before = heap()
  const { search, total, slices } = build(library)
  const after = heap()
  const queries = keystrokesOf(papers, new Picker(3), count > 10_000 ? 60 : 200)
  const texts = paperSource(library.db).after(0, count)
  for (const query of queries) search.query(query, 50)
  const indexed = quantiles(queries.map((query) => milliseconds(() => search.query(query, 50))))
  const some = queries.filter((_, index) => index % 10 === 0)
  const scanned = quantiles(some.map((query) => milliseconds(() => scan(texts, query))))
  const updates = quantiles(
    Array.from({ length: 200 }, (_, index) => {
      library.setNote(index * 7 + 1, `note ${index} 확산 모델을 다시 읽기`)
      return milliseconds(() => search.refresh([index * 7 + 1]))
    })
  )
  console.log(`\n${count} papers, ${queries.length} keystrokes`)
  console.table({
    'build, all slices': { p50: round(total) },
    'build, a slice': mapped(quantiles(slices)),
    'keystroke, index': mapped(indexed),
    'keystroke, scan': mapped(scanned),
    'ratio to the scan': { p50: round(indexed.p50 / scanned.p50), p95: round(indexed.p95 / scanned.p95) },
    'update of a note': mapped(updates),
    'memory of texts and index, MB': { p50: round(after - before) }
  })
}

const mapped = (times: { p50: number; p95: number; max: number }): Record<string, number> => ({
  p50: round(times.p50),
  p95: round(times.p95),
  max: round(times.max)
})

run(5_500)
if (values.large) run(55_000)
