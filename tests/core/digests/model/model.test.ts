import { expect, test } from 'vitest'
import { runBatch } from './sequences.ts'

/**
 * Whatever happens to the folders, the app, or both, and whatever the user does meanwhile: at rest the library is
 * what a fresh import gives, and the user's marks are the user's.
 */
const SEED = Number(process.env['SEED'] ?? 2401)

test.concurrent('any sequence ends where a fresh import does', { timeout: 600_000 }, async () => {
  expect(await runBatch({ seed: SEED, count: 200, concurrency: 24, killed: false })).toEqual([])
})

test.concurrent('so does one in which the app is killed', { timeout: 600_000 }, async () => {
  expect(await runBatch({ seed: SEED, count: 24, concurrency: 4, killed: true })).toEqual([])
})
