import fc from 'fast-check'
import { anySequence, killedSequence, type Operation } from './operations.ts'
import { runSequence, type RunOptions } from './run.ts'

export interface Batch {
  seed: number
  count: number
  /** Sequences at a time, each on folders of its own. */
  concurrency: number
  /** With an app in a process of its own, which is killed now and then. */
  killed: boolean
  restMs?: number
}

/** The sequences of a batch; the same for the same seed, whatever their number. */
export const sequencesOf = ({
  seed,
  count,
  killed
}: Pick<Batch, 'seed' | 'count' | 'killed'>): Operation[][] =>
  fc.sample(killed ? killedSequence : anySequence, { seed, numRuns: count })

/** How long an app may take to come to rest, on a machine that has much else to do. */
const REST_MS = 60_000

/**
 * Runs the sequences of a batch.
 * @returns what went wrong, each with how to see it again; at most three
 */
export async function runBatch(batch: Batch): Promise<string[]> {
  const options: RunOptions = { child: batch.killed, restMs: batch.restMs ?? REST_MS }
  const sequences = sequencesOf(batch).entries()
  const failures: string[] = []
  const work = async (): Promise<void> => {
    for (const [index, operations] of sequences) {
      if (failures.length >= 3) return
      const error = await outcome(operations, options)
      if (error) failures.push(report(batch, index, operations, error))
    }
  }
  await Promise.all(Array.from({ length: batch.concurrency }, work))
  return failures
}

/** Undefined where all went well. */
export async function outcome(
  operations: readonly Operation[],
  options: RunOptions
): Promise<Error | undefined> {
  try {
    await runSequence(operations, options)
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/**
 * Leaves out operations one after the other while the sequence still fails.
 * @returns a sequence of which nothing more can be left out
 */
export async function shorten(operations: readonly Operation[], options: RunOptions): Promise<Operation[]> {
  let shortest = [...operations]
  for (let index = shortest.length - 1; index >= 0; index--) {
    const without = shortest.toSpliced(index, 1)
    if (await outcome(without, options)) shortest = without
  }
  return shortest
}

export const printed = (operations: readonly Operation[]): string =>
  `[\n${operations.map((operation) => `  ${JSON.stringify(operation)}`).join(',\n')}\n]`

function report(batch: Batch, index: number, operations: readonly Operation[], error: Error): string {
  const again = `npm run soak -- --seed ${batch.seed} --only ${index}${batch.killed ? ' --killed' : ''}`
  return `sequence ${index} of seed ${batch.seed} failed; again: ${again}\n${printed(operations)}\n${error.stack ?? ''}`
}
