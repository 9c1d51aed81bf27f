import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './project.ts'

const folder = at('node_modules/electron')
const read = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined

export type Runtime = { found: true; path: string } | { found: false; reason: string; canFetch: boolean }

/** The version of the electron package, which names the runtime that belongs to it. */
export function electronVersion(): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return version
}

/**
 * Looks for Electron's runtime where the electron package's own index.js and install.js look, without the
 * download that requiring the package would start.
 */
export function electronRuntime(): Runtime {
  const executable = read(join(folder, 'path.txt'))
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (elsewhere) {
    const path = join(elsewhere, executable ?? 'electron')
    if (existsSync(path)) return { found: true, path }
    return {
      found: false,
      canFetch: false,
      reason: `ELECTRON_OVERRIDE_DIST_PATH holds no ${executable ?? 'electron'}`
    }
  }
  const fetched = read(join(folder, 'dist/version'))?.replace(/^v/, '')
  if (executable !== undefined && fetched === electronVersion()) {
    const path = join(folder, 'dist', executable)
    if (existsSync(path)) return { found: true, path }
  }
  return { found: false, canFetch: true, reason: 'it has not been fetched yet' }
}
