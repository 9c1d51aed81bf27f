import { resolve } from 'node:path'
import { Option, type Command } from 'commander'
import type { Client } from '../../contract/client.ts'
import type { ListRef } from '../../contract/model.ts'
import { writeTextFile } from '../../core/hosting/write-file.ts'
import { withLibrary } from './library.ts'
import { deckOption, starredOption, statusOption, type Filter } from './options.ts'
import { CommandFailure, valueOf, type Terminal } from './terminal.ts'

interface ExportOptions extends Filter {
  format: 'bibtex'
  queue?: string
  out?: string
}

export const addExport = (program: Command, terminal: Terminal): void =>
  void program
    .command('export')
    .description('print a reading list; all papers unless one list is named')
    .addOption(new Option('--format <format>', 'how it is written').choices(['bibtex']).makeOptionMandatory())
    .addOption(statusOption().conflicts(['starred', 'deck', 'queue']))
    .addOption(starredOption().conflicts(['deck', 'queue']))
    .addOption(deckOption().conflicts('queue'))
    .option('--queue <name>', 'papers of a queue, in its order')
    .option('--out <file>', 'write to a file instead of standard output')
    .action((options: ExportOptions, command: Command) =>
      withLibrary(command, terminal, async (client) => {
        const list = await named(client, options)
        const { text, count } = valueOf(await client.call('export.bibtex', { list }))
        const papers = count === 1 ? '1 paper' : `${count} papers`
        if (options.out === undefined) {
          await terminal.text(text)
          terminal.say(`${papers} exported.`)
        } else {
          const file = valueOf(await writeTextFile(resolve(options.out), text))
          terminal.say(`${papers} exported to ${file}.`)
        }
      })
    )

async function named(client: Client, { status, starred, deck, queue }: ExportOptions): Promise<ListRef> {
  if (status !== undefined) return { kind: 'status', status }
  if (starred) return { kind: 'starred' }
  if (deck !== undefined) return { kind: 'deck', day: deck }
  if (queue === undefined) return { kind: 'all' }
  const { queues } = valueOf(await client.call('library.overview', {}))
  const wanted = queue.normalize('NFC').toLowerCase()
  const found = queues.find(({ name }) => name.normalize('NFC').toLowerCase() === wanted)
  if (found) return { kind: 'queue', queueId: found.id }
  const names = queues.map(({ name }) => `“${name}”`).join(', ')
  throw new CommandFailure({
    code: 'not-found',
    message: `There is no queue “${queue}”; there are ${names}.`
  })
}
