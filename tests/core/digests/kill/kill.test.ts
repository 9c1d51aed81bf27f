import { expect, test } from 'vitest'
import { killImports } from './kills.ts'

const seed = Number(process.env['SEED'] ?? 2401)

test('an import that is killed at any moment loses nothing and can go on', { timeout: 600_000 }, async () => {
  expect(await killImports({ seed, kills: 25, files: 60, killsPerLibrary: 5 })).toMatchObject({ kills: 25 })
})
