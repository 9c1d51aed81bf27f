import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { at } from '../../scripts/lib/project.ts'

/** A new folder of a test's own. Its real path: on macOS the one for temporary files is a link. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'paperdeck-test-')))
  return {
    path,
    // On Windows a program that just ended may hold its files a moment longer.
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/** Path of a digest among the fixtures, such as `hostile.md`. */
export const fixture = (name: string): string => at('tests/fixtures/digests', name)

/** Copies digests of the fixtures into a folder, under their own names. */
export function copyFixtures(folder: string, ...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    cpSync(fixture(name), join(folder, name))
  }
}
