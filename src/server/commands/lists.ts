import { Option } from 'commander'
import type { Client } from '../../contract/client.ts'
import type { ListRef } from '../../contract/lists.ts'
import type { Status } from '../../contract/model.ts'
import { isSameName } from '../../core/names.ts'
import { deckOption, starredOption, statusOption } from './options.ts'
import { CommandFailure, valueOf } from './terminal.ts'

/** Which papers are meant, as the options say it. */
export interface ListOptions {
  status?: Status
  starred?: true
  snoozed?: true
  deck?: string
  queue?: string
  tag?: string
}

/** An option for each kind of list. */
export const listOptions = (): Option[] => [
  statusOption(),
  starredOption(),
  new Option('--snoozed', 'papers that are away until a later day'),
  deckOption(),
  new Option('--queue <name>', 'papers of a queue, in its order'),
  new Option('--tag <name>', 'papers with a tag')
]

/**
 * The lists that options name, the one whose order counts first; none where none is named.
 * @throws CommandFailure where there is no such queue or tag
 */
export async function listsNamed(client: Client, options: ListOptions): Promise<ListRef[]> {
  const { deck, queue, tag, snoozed, starred, status } = options
  const lists: ListRef[] = []
  if (deck !== undefined) lists.push({ kind: 'deck', day: deck })
  if (queue !== undefined) lists.push(await queueNamed(client, queue))
  if (snoozed) lists.push({ kind: 'snoozed' })
  if (tag !== undefined) lists.push(await tagNamed(client, tag))
  if (starred) lists.push({ kind: 'starred' })
  if (status !== undefined) lists.push({ kind: 'status', status })
  return lists
}

async function queueNamed(client: Client, name: string): Promise<ListRef> {
  const { queues } = valueOf(await client.call('library.overview', {}))
  const found = queues.find((queue) => isSameName(queue.name, name))
  if (found) return { kind: 'queue', queueId: found.id }
  throw notFound('queue', name, queues)
}

async function tagNamed(client: Client, name: string): Promise<ListRef> {
  const { tags } = valueOf(await client.call('library.overview', {}))
  const found = tags.find((tag) => isSameName(tag.name, name))
  if (found) return { kind: 'tag', tag: found.name }
  throw notFound('tag', name, tags)
}

function notFound(what: string, name: string, known: readonly { name: string }[]): CommandFailure {
  const names = known.map((one) => `“${one.name}”`).join(', ')
  const others = names === '' ? `there is none yet` : `there are ${names}`
  return new CommandFailure({ code: 'not-found', message: `There is no ${what} “${name}”; ${others}.` })
}
