import fc from 'fast-check'
import { TO_READ_QUEUE_ID, type PaperId, type PaperRow } from '../../../src/contract/model.ts'
import { must, startCore, tempFolder, writeFiles, type RunningCore } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'

/** The day on which a made-up library is looked at. */
export const TODAY = '2026-03-10'
const tomorrowAndOn = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-04-01']

const titles = [
  'Zebra',
  'apple',
  'Äpfel',
  'App\u00adle',
  '확산 모델',
  '가나다',
  'Apple',
  '3D Gaussians',
  'zebra crossing'
]
const tags = ['vision', 'to-do', '읽기']

const papers = fc.array(
  fc.record({
    number: fc.nat(14),
    title: fc.constantFrom(...titles),
    votes: fc.oneof(fc.nat(5), fc.constant('-' as const)),
    code: fc.boolean()
  }),
  { maxLength: 8 }
)

const act = fc.oneof(
  fc.record({
    do: fc.constant('status' as const),
    status: fc.constantFrom('queued', 'reading', 'read', 'skipped')
  }),
  fc.record({ do: fc.constant('star' as const) }),
  fc.record({ do: fc.constant('rate' as const), rating: fc.constantFrom(1, 3, 5) }),
  fc.record({ do: fc.constant('note' as const) }),
  fc.record({ do: fc.constant('tag' as const), tag: fc.constantFrom(...tags) }),
  fc.record({ do: fc.constant('enqueue' as const) }),
  fc.record({ do: fc.constant('snooze' as const), until: fc.constantFrom(...tomorrowAndOn) })
)

/** A few days of papers, some of them in several, and what a user did with them. */
export const madeUp = fc.record({
  days: fc.array(papers, { minLength: 1, maxLength: 4 }),
  /** In a digest without a day. */
  undated: papers,
  acts: fc.array(fc.tuple(fc.nat(30), act), { maxLength: 25 }),
  /** Whether the digest of the first day is gone by the time. */
  gone: fc.boolean()
})
export type MadeUp = typeof madeUp extends fc.Arbitrary<infer T> ? T : never

/** A core with such a library, as it is on the day that it is looked at. */
export async function startMadeUp(made: MadeUp): Promise<RunningCore & { queueId: number }> {
  const folder = tempFolder()
  const dated = made.days.map((content, index): [string, string] => {
    const day = `2026-02-0${index + 1}`
    return [`${day}.md`, textOf(day, content)]
  })
  writeFiles(folder, Object.fromEntries([...dated, ['some.md', textOf('', made.undated)]]))
  // The acts come first, a minute apart, and then the day on which they are looked at.
  let now = new Date(2026, 2, 8, 8).getTime()
  const app = await startCore({ clock: () => new Date((now += 60_000)) })
  must(await app.call('folders.add', { path: folder }))
  const { id: queueId } = must(await app.call('queues.create', { name: 'Own' }))
  const { ids } = must(await app.call('papers.list', { list: { kind: 'all' } }))
  for (const [index, one] of made.acts) {
    const id = ids[index % Math.max(1, ids.length)]
    if (id !== undefined) await perform(app, id, one, queueId)
  }
  if (made.gone) {
    writeFiles(folder, { '2026-02-01.md': '' })
    must(await app.call('folders.rescan', {}))
  }
  now = new Date(2026, 2, 10, 8).getTime()
  return { ...app, queueId }
}

const textOf = (day: string, content: MadeUp['undated']): string =>
  digestText(
    day,
    content.map(({ number, title, votes, code }) => ({
      id: `2602.000${String(number).padStart(2, '0')}`,
      title,
      votes,
      summary: [code ? 'See https://github.com/example/code.' : 'No more than words.']
    }))
  )

async function perform(
  app: RunningCore,
  id: PaperId,
  one: MadeUp['acts'][number][1],
  queueId: number
): Promise<void> {
  const ids = [id]
  switch (one.do) {
    case 'status':
      return void must(await app.call('triage.setStatus', { ids, status: one.status }))
    case 'star':
      return void must(await app.call('triage.setStarred', { ids, starred: true }))
    case 'rate':
      return void must(await app.call('triage.rate', { ids, rating: one.rating }))
    case 'note':
      return void must(await app.call('triage.setNote', { id, note: 'seen', session: 'a' }))
    case 'tag':
      return void must(await app.call('tags.add', { ids, tag: one.tag }))
    case 'enqueue':
      return void must(await app.call('queues.add', { id: id % 2 ? queueId : TO_READ_QUEUE_ID, ids }))
    case 'snooze':
      return void must(await app.call('triage.snooze', { ids, until: one.until }))
  }
}

/** The rows of papers in a list. */
export const rowsOf = async (app: RunningCore, ids: PaperId[], deck?: string): Promise<PaperRow[]> =>
  must(await app.call('papers.rows', { ids, ...(deck === undefined ? {} : { deck }) }))
