import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../src/contract/errors.ts'
import type { QueueSummary } from '../../../src/contract/library.ts'
import type { ActionResult } from '../../../src/contract/triage.ts'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'
import { Library } from '../../../src/renderer/features/library/library.svelte.ts'
import { Queues } from '../../../src/renderer/features/queues/queues.svelte.ts'
import { fakeClient, resultOf, type FakeClient, type Handlers } from '../fake-client.ts'
import { overviewOf, queueOf } from '../library/overview.ts'

const toRead = queueOf(1, 'To read', { builtIn: true })
const seminar = queueOf(2, 'Seminar')
const survey = queueOf(3, 'Survey', { color: 'teal', due: '2024-09-10' })
const weekend = queueOf(4, 'Weekend')

/** A core that remembers what it was asked, and what was told of its answers. */
async function make(own: QueueSummary[] = [seminar, survey, weekend], handlers: Handlers = {}) {
  const done = (): Result<ActionResult> => ok(resultOf([]))
  const client: FakeClient = fakeClient({
    'library.overview': () => ok(overviewOf({ queues: [toRead, ...own] })),
    'queues.create': () => ok({ ...resultOf([]), id: 9 }),
    'queues.rename': done,
    'queues.setColor': done,
    'queues.setDue': done,
    'queues.move': done,
    'queues.delete': done,
    ...handlers
  })
  const library = new Library(client)
  await library.refresh()
  const told: Result<ActionResult>[] = []
  const left: number[] = []
  const queues = new Queues(client, library, {
    tell: (answer) => told.push(answer),
    leave: async (id) => void left.push(id)
  })
  return { client, queues, told, left }
}

beforeEach(() => void useLanguage('en', []))

describe('a new queue', () => {
  it('is made with the name that was written, and has the focus then', async () => {
    const { client, queues, told } = await make()
    queues.startNaming('new')
    expect(await queues.name('Reading group')).toBeNull()
    expect(client.inputsOf('queues.create')).toEqual([{ name: 'Reading group', color: null }])
    expect(queues.naming).toBeNull()
    expect(queues.wantsFocus).toBe(9)
    expect(told).toHaveLength(1)
  })

  it('needs a name that can be seen and that no other has, in either language', async () => {
    const { client, queues } = await make()
    queues.startNaming('new')
    expect(await queues.name('  \u200b ')).toBe('empty')
    expect(await queues.name('SEMINAR')).toBe('taken')
    expect(await queues.name(' to read ')).toBe('taken')
    useLanguage('ko', [])
    expect(await queues.name('읽을 논문')).toBe('taken')
    expect(client.inputsOf('queues.create')).toEqual([])
    expect(queues.naming).toBe('new')
  })

  it('is not made where the core knows of another of that name', async () => {
    const { queues, told } = await make([], { 'queues.create': () => fail('conflict', 'Taken.') })
    queues.startNaming('new')
    expect(await queues.name('Seminar')).toBe('taken')
    expect(queues.naming).toBe('new')
    expect(told).toEqual([])
  })

  it('is made in the dialog with colour and due day', async () => {
    const { client, queues } = await make()
    queues.openDialog('new')
    expect(await queues.save({ name: 'Thesis', color: 'pink', due: '2024-12-24' })).toBeNull()
    expect(client.inputsOf('queues.create')).toEqual([{ name: 'Thesis', color: 'pink' }])
    expect(client.inputsOf('queues.setDue')).toEqual([{ id: 9, due: '2024-12-24' }])
    expect(client.inputsOf('queues.setColor')).toEqual([])
    expect(queues.inDialog).toBeNull()
  })
})

describe('a queue', () => {
  it('is renamed, also to its own name in other letters', async () => {
    const { client, queues } = await make()
    queues.startNaming(2)
    expect(await queues.name('SEMINAR')).toBeNull()
    expect(client.inputsOf('queues.rename')).toEqual([{ id: 2, name: 'SEMINAR' }])
    expect(queues.wantsFocus).toBe(2)
  })

  it('stays as it is where nothing was changed', async () => {
    const { client, queues } = await make()
    queues.startNaming(2)
    await queues.name(' Seminar ')
    expect(queues.naming).toBeNull()
    queues.openDialog(3)
    await queues.save({ name: 'Survey', color: 'teal', due: '2024-09-10' })
    expect(client.calls.filter(({ name }) => name.startsWith('queues.'))).toEqual([])
    expect(queues.inDialog).toBeNull()
  })

  it('takes each change of the dialog as a step of its own', async () => {
    const { client, queues, told } = await make()
    queues.openDialog(3)
    await queues.save({ name: 'Reviews', color: null, due: null })
    expect(client.inputsOf('queues.rename')).toEqual([{ id: 3, name: 'Reviews' }])
    expect(client.inputsOf('queues.setColor')).toEqual([{ id: 3, color: null }])
    expect(client.inputsOf('queues.setDue')).toEqual([{ id: 3, due: null }])
    expect(told).toHaveLength(3)
  })

  it('that every library has keeps its name', async () => {
    const { client, queues } = await make()
    queues.openDialog(1)
    expect(await queues.save({ name: '', color: 'blue', due: null })).toBeNull()
    expect(client.inputsOf('queues.rename')).toEqual([])
    expect(client.inputsOf('queues.setColor')).toEqual([{ id: 1, color: 'blue' }])
  })

  it('moves by one place, but not over the ends', async () => {
    const { client, queues } = await make()
    await queues.moveBy(2, 1)
    await queues.moveBy(3, 1)
    await queues.moveBy(4, -1)
    expect(client.inputsOf('queues.move')).toEqual([
      { id: 2, before: 4 },
      { id: 3, before: null },
      { id: 4, before: 3 }
    ])
    await queues.moveBy(2, -1)
    await queues.moveBy(4, 1)
    await queues.moveBy(1, 1)
    expect(client.inputsOf('queues.move')).toHaveLength(3)
  })

  it('that is dropped where it is already is left there', async () => {
    const { client, queues } = await make()
    await queues.move(2, 2)
    await queues.move(2, 3)
    await queues.move(4, null)
    expect(client.inputsOf('queues.move')).toEqual([])
  })

  it('is deleted without a question: its list is left, and its neighbour has the focus', async () => {
    const { client, queues, left, told } = await make()
    await queues.delete(4)
    expect(left).toEqual([4])
    expect(client.inputsOf('queues.delete')).toEqual([{ id: 4 }])
    expect(queues.wantsFocus).toBe(3)
    expect(told).toHaveLength(1)
    await queues.delete(1)
    expect(client.inputsOf('queues.delete')).toHaveLength(1)
  })

  it('says why when something fails', async () => {
    const { queues, told } = await make([seminar], {
      'queues.delete': () => fail('library-locked', 'Locked.')
    })
    await queues.delete(2)
    expect(told.map((answer) => answer.ok)).toEqual([false])
    expect(queues.wantsFocus).toBeNull()
  })
})
