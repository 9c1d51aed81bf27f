import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import type { Client } from '../../contract/client.ts'
import { withLibrary } from './library.ts'
import { wholeNumber } from './options.ts'
import { valueOf, type Terminal } from './terminal.ts'

const MOST_HITS = 10_000

export const addSearch = (program: Command, terminal: Terminal): void =>
  void program
    .command('search <query>')
    .description('print what is found as one JSON object; - reads queries from standard input, one a line')
    .option('--limit <count>', 'at most so many hits', wholeNumber(1, MOST_HITS), 100)
    .action((query: string, { limit }: { limit: number }, command: Command) =>
      withLibrary(command, terminal, async (client) => {
        if (query !== '-') return terminal.json(await answer(client, query, limit))
        // Answered as they come, so that another program can ask one after another.
        const lines = createInterface({ input: terminal.io.stdin, crlfDelay: Infinity })
        for await (const line of lines) await terminal.json(await answer(client, line, limit))
      })
    )

async function answer(client: Client, query: string, limit: number) {
  const { total, rows, ms } = valueOf(await client.call('search.query', { query, limit }))
  return { query, total, hits: rows.map(({ arxivId }) => arxivId), ms }
}
