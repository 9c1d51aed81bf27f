import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import envPaths from 'env-paths'
import { createClient, type Client } from '../../contract/client.ts'
import { createCore, type CoreOptions } from '../../core/app.ts'
import { sampleFolder } from '../package-files.ts'
import type { Terminal } from './terminal.ts'

/**
 * The library that the desktop app uses, so that both show the same papers. It is in Electron's `userData`:
 * https://www.electronjs.org/docs/latest/api/app#appgetpathname
 */
export function defaultLibrary(platform = process.platform): string {
  const places = envPaths('Paperdeck', { suffix: '' })
  if (platform === 'darwin') return join(places.data, 'library')
  if (platform === 'win32') return join(dirname(places.config), 'library')
  return join(places.config, 'library')
}

/** What the options that every command has come to. */
export function coreOptions(
  command: Command,
  terminal: Terminal,
  watch: boolean
): Omit<CoreOptions, 'clock'> {
  const { library } = command.optsWithGlobals<{ library?: string }>()
  return {
    library: library === undefined ? defaultLibrary() : resolve(library),
    sampleDigests: sampleFolder(),
    watch,
    log: (message, error) => terminal.unexpected(message, error)
  }
}

/** Opens the library for one command, in this process and without watching folders, and closes it after. */
export async function withLibrary(
  command: Command,
  terminal: Terminal,
  work: (client: Client) => Promise<void>
): Promise<void> {
  const options = coreOptions(command, terminal, false)
  const isNew = !existsSync(join(options.library, 'library.db'))
  const core = await createCore(options)
  try {
    const client = createClient(core)
    if (isNew && command.name() !== 'import') terminal.say(`The library in ${options.library} is new.`)
    const notices = await client.call('library.notices', {})
    if (notices.ok) for (const { message } of notices.value) terminal.say(message)
    await work(client)
  } finally {
    await core.close()
  }
}
