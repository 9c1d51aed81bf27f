import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createClient, type Client } from '../../src/contract/client.ts'
import type { Result } from '../../src/contract/errors.ts'
import type { AppEvent } from '../../src/contract/events.ts'
import { createCore, type Core } from '../../src/core/app.ts'

/** A folder of this test's own, removed when it ends. */
export function tempFolder(name = 'paperdeck-'): string {
  const folder = mkdtempSync(join(tmpdir(), name))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** Writes files below a folder; paths with `/`. */
export function writeFiles(folder: string, files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

export interface RunningCore extends Client {
  core: Core
  library: string
  events: AppEvent[]
  close(): Promise<void>
}

/** A core on a real library folder, with a clock of the test's or one that counts up by a second a call. */
export async function startCore(
  options: { library?: string; watch?: boolean; sampleDigests?: string; clock?: () => Date } = {}
): Promise<RunningCore> {
  const library = options.library ?? join(tempFolder(), 'library')
  let time = Date.UTC(2026, 0, 1)
  const core = await createCore({
    library,
    sampleDigests: options.sampleDigests ?? join(import.meta.dirname, '../../resources/sample-digests'),
    watch: options.watch ?? false,
    clock: options.clock ?? (() => new Date((time += 1000))),
    log: (message, error) => {
      throw new Error(message, { cause: error })
    }
  })
  const events: AppEvent[] = []
  core.subscribe((event) => events.push(event))
  let closed = false
  const close = async (): Promise<void> => {
    if (!closed) await core.close()
    closed = true
  }
  onTestFinished(close)
  return { ...createClient(core), core, library, events, close }
}

/** The value of a result that must be one. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** The error code of a result that must have failed. */
export function errorOf(result: Result<unknown>): string {
  if (result.ok) throw new Error(`expected a failure, got ${JSON.stringify(result.value)}`)
  return result.error.code
}
