import type { Command } from 'commander'
import type { Client } from '../../contract/client.ts'
import type { ListRef } from '../../contract/lists.ts'
import type { Paper } from '../../contract/model.ts'
import { withLibrary } from './library.ts'
import { listOptions, listsNamed, type ListOptions } from './lists.ts'
import { wholeNumber } from './options.ts'
import { paperLine } from './paper-line.ts'
import { valueOf, type Terminal } from './terminal.ts'

export function addList(program: Command, terminal: Terminal): void {
  const command = program
    .command('list')
    .description('print papers, one JSON object a line; several conditions must all hold')
  for (const option of listOptions()) command.addOption(option)
  command
    .option('--limit <count>', 'at most so many', wholeNumber(1, 1_000_000))
    .action((options: ListOptions & { limit?: number }, command: Command) =>
      withLibrary(command, terminal, async (client) => {
        const [list = { kind: 'all' }, ...others] = await listsNamed(client, options)
        for (const paper of await inAll(client, list, others, options.limit))
          await terminal.json(paperLine(paper))
      })
    )
}

/** The first papers of a list that are in the others as well, in its order. */
async function inAll(
  client: Client,
  list: ListRef,
  others: readonly ListRef[],
  limit: number | undefined
): Promise<Paper[]> {
  const alone = limit !== undefined && others.length === 0 ? { limit } : {}
  let papers = valueOf(await client.call('papers.export', { list, ...alone }))
  for (const other of others) {
    const ids = new Set(valueOf(await client.call('papers.list', { list: other })).ids)
    papers = papers.filter(({ id }) => ids.has(id))
  }
  return papers.slice(0, limit)
}
