import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { ImportReport, IngestStatus } from '../../contract/library.ts'
import { withLibrary } from './library.ts'
import { valueOf, type Terminal } from './terminal.ts'

export const addImport = (program: Command, terminal: Terminal): void =>
  void program
    .command('import <folder>')
    .description('bring the library to what a folder of digests holds, and print a report as JSON')
    .action((folder: string, _: object, command: Command) =>
      withLibrary(command, terminal, async (client) => {
        client.subscribe((event) => {
          if (event.type === 'ingest.progress') terminal.progress(inWords(event.status))
        })
        const report = valueOf(await client.call('folders.add', { path: resolve(folder) }))
        const line = reportLine(report)
        terminal.say(`${line.files} files, ${line.papers} papers, ${line.problems.length} problems.`)
        await terminal.json(line)
      })
    )

/** The report as scripts get it. */
const reportLine = ({ files, papers, appearances, problems, ms }: ImportReport) => ({
  files,
  papers,
  appearances,
  problems: problems.map(({ file, line, code, message }) => ({ file, line, code, message })),
  ms
})

function inWords(status: IngestStatus): string {
  switch (status.phase) {
    case 'idle':
      return ''
    case 'scanning':
      return `Looking through ${status.folder}`
    case 'reading':
      return `${status.done} of ${status.total} files, ${status.papers} papers, ${status.problems} problems`
    case 'removing':
      return `${status.done} of ${status.total} missing files taken out`
  }
}
