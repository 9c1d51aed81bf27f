import { resolve } from 'node:path'
import { Option, type Command } from 'commander'
import { writeTextFile } from '../../core/hosting/write-file.ts'
import { withLibrary } from './library.ts'
import { listOptions, listsNamed, type ListOptions } from './lists.ts'
import { valueOf, type Terminal } from './terminal.ts'

interface ExportOptions extends ListOptions {
  format: 'bibtex'
  out?: string
}

export function addExport(program: Command, terminal: Terminal): void {
  const command = program
    .command('export')
    .description('print a reading list; all papers unless one list is named')
    .addOption(new Option('--format <format>', 'how it is written').choices(['bibtex']).makeOptionMandatory())
  const lists = listOptions()
  for (const [index, option] of lists.entries())
    command.addOption(option.conflicts(lists.slice(index + 1).map((other) => other.attributeName())))
  command
    .option('--out <file>', 'write to a file instead of standard output')
    .action((options: ExportOptions, command: Command) =>
      withLibrary(command, terminal, async (client) => {
        const [list = { kind: 'all' }] = await listsNamed(client, options)
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
}
