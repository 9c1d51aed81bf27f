import fc from 'fast-check'
import { checkReading } from './check.ts'
import { anyFile, mutatedFile } from './mutations.ts'
import { takeIn } from './work.ts'

/**
 * What taking in one file, but for writing it down, may take of the processor: so much at least, and so much for each
 * megabyte more. In milliseconds.
 */
const BUDGET_MS = 250
const BUDGET_MS_PER_MB = 1000

export interface FuzzResult {
  runs: number
  /** The longest time of the processor that taking in one file took, in milliseconds. */
  slowestMs: number
  /** What went wrong and how to see it again; undefined where nothing did. */
  failure: string | undefined
}

/** Reads so many made-up files, each within its time. */
export function fuzzReading(seed: number, runs: number): FuzzResult {
  let slowestMs = 0
  const read = (bytes: Buffer): void => {
    checkReading(bytes)
    const start = process.cpuUsage()
    takeIn(bytes)
    const { user, system } = process.cpuUsage(start)
    const ms = (user + system) / 1000
    slowestMs = Math.max(slowestMs, ms)
    const budget = BUDGET_MS + (BUDGET_MS_PER_MB * bytes.length) / 1e6
    if (ms > budget) throw new Error(`taking in ${bytes.length} bytes took ${ms} ms`)
  }
  const mutated = fc.check(fc.property(mutatedFile, read), { seed, numRuns: Math.ceil(runs * 0.8) })
  const any = fc.check(fc.property(anyFile, read), { seed, numRuns: Math.floor(runs * 0.2) })
  const failed = [mutated, any].find((result) => result.failed)
  return {
    runs: mutated.numRuns + any.numRuns,
    slowestMs,
    failure:
      failed &&
      `${fc.defaultReportMessage(failed) ?? ''}\n${JSON.stringify(failed.counterexample?.[0].toString())}`
  }
}
