import type { Command } from 'commander'
import type { ListRef, Paper } from '../../contract/model.ts'
import { withLibrary } from './library.ts'
import { deckOption, starredOption, statusOption, wholeNumber, type Filter } from './options.ts'
import { paperLine } from './paper-line.ts'
import { valueOf, type Terminal } from './terminal.ts'

export const addList = (program: Command, terminal: Terminal): void =>
  void program
    .command('list')
    .description('print papers, one JSON object a line; several conditions must all hold')
    .addOption(statusOption())
    .addOption(starredOption())
    .addOption(deckOption())
    .option('--limit <count>', 'at most so many', wholeNumber(1, 1_000_000))
    .action((filter: Filter & { limit?: number }, command: Command) =>
      withLibrary(command, terminal, async (client) => {
        const list = narrowest(filter)
        const alone = Object.keys(filter).filter((key) => key !== 'limit').length <= 1
        const limit = filter.limit !== undefined && alone ? { limit: filter.limit } : {}
        const papers = valueOf(await client.call('papers.export', { list, ...limit }))
        for (const paper of papers.filter((paper) => matches(paper, filter)).slice(0, filter.limit)) {
          await terminal.json(paperLine(paper))
        }
      })
    )

/** The smallest list that holds all papers meant. */
function narrowest({ deck, starred, status }: Filter): ListRef {
  if (deck !== undefined) return { kind: 'deck', day: deck }
  if (starred) return { kind: 'starred' }
  if (status !== undefined) return { kind: 'status', status }
  return { kind: 'all' }
}

const matches = (paper: Paper, { status, starred }: Filter): boolean =>
  (status === undefined || paper.status === status) && (!starred || paper.starred)
