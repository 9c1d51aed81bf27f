import { resolve } from 'node:path'
import type { Command } from 'commander'
import { createClient, type Client } from '../../contract/client.ts'
import { startWebHost, type WebHost } from '../http.ts'
import { openOnDesktop } from '../open.ts'
import { packageVersion, rendererFolder } from '../package-files.ts'
import { coreOptions } from './library.ts'
import { wholeNumber } from './options.ts'
import { valueOf, type Terminal } from './terminal.ts'

interface ServeOptions {
  folder?: string
  port: number
  open: boolean
}

export const addServe = (program: Command, terminal: Terminal): void =>
  void program
    .command('serve')
    .description('show Paperdeck in the browsers of this machine, and print the address')
    .option('--folder <dir>', 'watch this folder of digests too')
    .option('--port <port>', 'instead of any free one', wholeNumber(0, 65_535), 0)
    .option('--no-open', 'open no browser')
    .action(async (options: ServeOptions, command: Command) => {
      const settings = coreOptions(command, terminal, true)
      const core = terminal.io.startCore(settings)
      const stopped = terminal.io.untilStopped()
      try {
        const client = createClient(core)
        if (options.folder !== undefined) await mustBeFolder(client, options.folder)
        const host = valueOf(
          await startWebHost({
            core,
            renderer: rendererFolder(),
            version: packageVersion(),
            port: options.port,
            log: (message, error) => settings.log?.(message, error)
          })
        )
        try {
          await show(host, client, options, terminal)
          await stopped
        } finally {
          await host.close()
        }
      } finally {
        await core.close()
      }
    })

async function show(host: WebHost, client: Client, options: ServeOptions, terminal: Terminal): Promise<void> {
  await terminal.text(`${host.url}\n`)
  // The screen says the same and offers to try again, so this is no reason to end.
  const overview = await client.call('library.overview', {})
  if (!overview.ok) terminal.say(overview.error.message)
  if (options.folder !== undefined) {
    void client.call('folders.add', { path: resolve(options.folder) }).then((added) => {
      if (!added.ok && added.error.code !== 'disconnected') terminal.error(added.error)
    })
  }
  terminal.say('Press Ctrl+C to stop.')
  if (!options.open) return
  void openOnDesktop(host.url).then((opened) => {
    if (!opened) terminal.say('No browser could be opened; please open the address above in one.')
  })
}

/** Fails with the reason where there is no folder to read. */
async function mustBeFolder(client: Client, folder: string): Promise<void> {
  valueOf(await client.call('folders.browse', { path: resolve(folder) }))
}
