import { randomUUID } from 'node:crypto'
import { Option, type Command } from 'commander'
import type { Client } from '../../contract/client.ts'
import type { Rating, Status } from '../../contract/model.ts'
import { withLibrary } from './library.ts'
import { rateOption, statusOption } from './options.ts'
import { paperLine } from './paper-line.ts'
import { valueOf, type Terminal } from './terminal.ts'

interface Marks {
  status?: Status
  star?: true
  unstar?: true
  rate?: Rating | 0
  note?: string
}

export const addSet = (program: Command, terminal: Terminal): void =>
  void program
    .command('set <arxiv-id...>')
    .description('mark papers, and print them as they are then, one JSON object a line')
    .addOption(statusOption())
    .addOption(new Option('--star', 'give a star').conflicts('unstar'))
    .addOption(new Option('--unstar', 'take the star away'))
    .addOption(rateOption())
    .option('--note <text>', 'replace the note; an empty text removes it')
    .action(async (arxivIds: string[], marks: Marks, command: Command) => {
      if (Object.keys(marks).length === 0) {
        command.error('error: say what to set: --status, --star, --unstar, --rate or --note')
      }
      await withLibrary(command, terminal, async (client) => {
        const rows = valueOf(await client.call('papers.resolve', { arxivIds }))
        const ids = [...new Set(rows.map(({ id }) => id))]
        await mark(client, ids, marks)
        for (const id of ids) await terminal.json(paperLine(valueOf(await client.call('papers.get', { id }))))
        terminal.say(ids.length === 1 ? '1 paper set.' : `${ids.length} papers set.`)
      })
    })

async function mark(
  client: Client,
  ids: number[],
  { status, star, unstar, rate, note }: Marks
): Promise<void> {
  if (status !== undefined) valueOf(await client.call('triage.setStatus', { ids, status }))
  if (star ?? unstar) valueOf(await client.call('triage.setStarred', { ids, starred: star === true }))
  if (rate !== undefined) valueOf(await client.call('triage.rate', { ids, rating: rate === 0 ? null : rate }))
  if (note === undefined) return
  const session = randomUUID()
  for (const id of ids) valueOf(await client.call('triage.setNote', { id, note, session }))
}
