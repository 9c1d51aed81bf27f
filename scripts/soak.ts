import { parseArgs } from 'node:util'
import { fuzzReading } from '../tests/core/digests/fuzz/timed.ts'
import { killImports } from '../tests/core/digests/kill/kills.ts'
import { outcome, printed, runBatch, sequencesOf, shorten } from '../tests/core/digests/model/sequences.ts'
import { fatal } from './lib/fatal.ts'

/*
 * The long mode of the tests that happen upon things: random sequences of operations on folders, imports that are
 * killed, and damaged files.
 *
 *   npm run soak -- --minutes 10 --seed 7      all of it, for so long
 *   npm run soak -- --seed 7 --only 12         one sequence of operations again; --killed, --shorten
 *   npm run soak -- --seed 7 --sequences 500   so many sequences, and a fifth as many in which the app is killed
 *   npm run soak -- --seed 7 --kills 100       so many killed imports
 *   npm run soak -- --seed 7 --fuzz 200000     so many damaged files; the last three go together
 */

const FILES = 150
const FUZZ_RUNS = 20_000
/** How long a sequence run alone may take to come to rest. */
const ALONE_REST_MS = 15_000

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    killed: { type: 'boolean', default: false },
    shorten: { type: 'boolean', default: false },
    fuzz: { type: 'string' },
    sequences: { type: 'string' },
    kills: { type: 'string' }
  }
})
const seed = Number(values.seed)

try {
  if (values.only !== undefined) await again(Number(values.only))
  else if (values.fuzz ?? values.sequences ?? values.kills) await parts()
  else await soak(Number(values.minutes))
} catch (error) {
  if (error instanceof Error) console.error(error.stack)
  fatal(error)
}

async function parts(): Promise<void> {
  if (values.fuzz !== undefined) fuzz(seed, Number(values.fuzz))
  if (values.kills !== undefined) await kill(seed, Number(values.kills))
  if (values.sequences === undefined) return
  const count = Number(values.sequences)
  await sequences(seed, count, 20, false)
  await sequences(seed, Math.ceil(count / 5), 3, true)
}

async function soak(minutes: number): Promise<void> {
  const end = performance.now() + minutes * 60_000
  console.log(`seed ${seed}, ${minutes} minutes`)
  for (let round = seed; performance.now() < end; round++) {
    fuzz(round, FUZZ_RUNS)
    await sequences(round, 150, 20, false)
    await sequences(round, 30, 3, true)
    await kill(round, 20)
  }
}

async function kill(seed: number, count: number): Promise<void> {
  const result = await killImports({ seed, kills: count, files: FILES, killsPerLibrary: 5 })
  const { kills, inTheMiddle, actions } = result
  console.log(`seed ${seed}: ${kills} kills, ${inTheMiddle} in the middle, ${actions} actions`)
}

function fuzz(seed: number, runs: number): void {
  const result = fuzzReading(seed, runs)
  if (result.failure !== undefined) {
    console.error(`again: npm run soak -- --seed ${seed} --fuzz ${runs}`)
    throw new Error(result.failure)
  }
  console.log(`seed ${seed}: ${result.runs} files, the slowest in ${result.slowestMs.toFixed(0)} ms`)
}

async function sequences(seed: number, count: number, concurrency: number, killed: boolean): Promise<void> {
  const failures = await runBatch({ seed, count, concurrency, killed })
  if (failures.length > 0) throw new Error(failures.join('\n\n'))
  console.log(`seed ${seed}: ${count} sequences${killed ? ' with kills' : ''}`)
}

async function again(index: number): Promise<void> {
  const options = { child: values.killed, restMs: ALONE_REST_MS }
  const operations = sequencesOf({ seed, count: index + 1, killed: values.killed })[index] ?? []
  const error = await outcome(operations, options)
  console.log(printed(operations))
  if (!error) {
    console.log('went well')
    return
  }
  console.log(error.stack)
  if (values.shorten) console.log('shortened:', printed(await shorten(operations, options)))
  process.exitCode = 1
}
