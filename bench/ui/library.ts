import { createClient, type Client } from '../../src/contract/client.ts'
import type { Input, Output } from '../../src/contract/calls.ts'
import { statuses, type PaperId, type Rating } from '../../src/contract/model.ts'
import { createCore } from '../../src/core/app.ts'
import { writeArchive } from '../ingest/archive.ts'
import { seededRandom } from '../random.ts'

/** A digest has about fifteen papers. */
const PAPERS_A_FILE = 15

/** Makes a library of so many papers, on which a user has been at work: every fourth paper has something of theirs. */
export async function makeLibrary(library: string, digests: string, papers: number): Promise<number> {
  writeArchive(digests, Math.ceil(papers / PAPERS_A_FILE))
  const core = await createCore({ library, sampleDigests: digests, watch: false })
  const client = createClient(core)
  try {
    const report = await ask(client, 'folders.add', { path: digests })
    const { ids } = await ask(client, 'papers.list', { list: { kind: 'all' } })
    await work(client, ids)
    return report.papers
  } finally {
    await core.close()
  }
}

async function work(client: Client, ids: readonly PaperId[]): Promise<void> {
  const random = seededRandom(ids.length)
  const some = (share: number): PaperId[] => ids.filter(() => random() < share)
  const ratings: Rating[] = [1, 2, 3, 4, 5]
  for (const status of statuses.filter((status) => status !== 'inbox'))
    await ask(client, 'triage.setStatus', { ids: some(0.05), status })
  for (const rating of ratings) await ask(client, 'triage.rate', { ids: some(0.02), rating })
  await ask(client, 'triage.setStarred', { ids: some(0.05), starred: true })
  for (const tag of ['확산', 'to cite', 'reading group'])
    await ask(client, 'tags.add', { ids: some(0.03), tag })
  const { id } = await ask(client, 'queues.create', { name: 'Seminar', color: 'teal' })
  await ask(client, 'queues.add', { id, ids: some(0.03) })
  for (const paper of some(0.01))
    await ask(client, 'triage.setNote', {
      id: paper,
      note: '다시 읽기: compare with the ablation of last month.',
      session: String(paper)
    })
}

async function ask<Name extends Parameters<Client['call']>[0]>(
  client: Client,
  name: Name,
  input: Input<Name>
): Promise<Output<Name>> {
  const answer = await client.call(name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.value
}
