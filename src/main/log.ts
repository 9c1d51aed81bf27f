import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { errorText } from '../core/hosting/error-text.ts'

export type Log = (message: string, error?: unknown) => void

const MAX_BYTES = 1_000_000

/**
 * A log that goes to stderr and to `main.log` in a folder; the file before it is kept as `main.old.log`.
 * Whole errors, never what the user wrote.
 */
export function createLog(folder: string): Log {
  const file = join(folder, 'main.log')
  return (message, error) => {
    const text = error === undefined ? message : `${message}: ${errorText(error)}`
    process.stderr.write(`${text}\n`)
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) {
        renameSync(file, join(folder, 'main.old.log'))
      }
      appendFileSync(file, `${new Date().toISOString()} ${text}\n`)
    } catch {
      // A full or read-only disk must not take the app down with its log.
    }
  }
}
