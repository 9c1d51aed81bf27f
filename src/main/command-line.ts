import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** The library folder that the app was started with; null where it was not told. Other options are Electron's. */
export function libraryOption(argv: readonly string[]): string | null {
  const { values } = parseArgs({ args: [...argv], options: { library: { type: 'string' } }, strict: false })
  return typeof values.library === 'string' && values.library !== '' ? resolve(values.library) : null
}
