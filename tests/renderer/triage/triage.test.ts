import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../../src/contract/errors.ts'
import { TO_READ_QUEUE_ID, type PaperRow } from '../../../src/contract/model.ts'
import type { ActionResult, ActionSummary } from '../../../src/contract/triage.ts'
import { PaperList } from '../../../src/renderer/features/papers/list.svelte.ts'
import { Toasts } from '../../../src/renderer/features/triage/toasts.svelte.ts'
import { Triage } from '../../../src/renderer/features/triage/triage.svelte.ts'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'
import {
  deferred,
  fakeClient,
  listHandlers,
  resultOf,
  rowOf,
  type FakeClient,
  type Handlers
} from '../fake-client.ts'

const action = (more: Partial<ActionSummary>): ActionSummary => ({
  step: 1,
  kind: 'status',
  value: 'skipped',
  name: null,
  count: 1,
  title: 'LayerPano3D: Layered 3D Panorama',
  at: '2024-08-26T00:00:00Z',
  ...more
})

async function desk(
  rows: PaperRow[],
  handlers: Handlers = {}
): Promise<{ client: FakeClient; list: PaperList; toasts: Toasts; triage: Triage }> {
  const client = fakeClient({ ...listHandlers(rows), ...handlers })
  const list = new PaperList(client, () => undefined, { today: () => '2024-08-26' })
  const toasts = new Toasts()
  await list.open({ kind: 'deck', day: '2024-08-26' })
  return { client, list, toasts, triage: new Triage(client, list, toasts) }
}

beforeEach(() => {
  vi.useFakeTimers()
  useLanguage('en', [])
})
afterEach(() => vi.useRealTimers())

describe('an action', () => {
  it('shows at once and goes on to the next paper before the core has answered', async () => {
    const answer = deferred<Result<ActionResult>>()
    const { list, triage } = await desk([rowOf(1), rowOf(2)], { 'triage.setStatus': () => answer.promise })
    const doing = triage.setStatus('queued')
    expect(list.rows.get(1)?.status).toBe('queued')
    expect(list.selection.cursor).toBe(2)
    answer.resolve(ok(resultOf([rowOf(1, { status: 'queued' })])))
    await doing
    expect(list.rows.get(1)?.status).toBe('queued')
  })

  it('is rolled back, and the reason told, when it fails', async () => {
    const { list, toasts, triage } = await desk([rowOf(1), rowOf(2)], {
      'triage.setStatus': () => fail('library-locked', 'Locked.')
    })
    await triage.setStatus('skipped')
    expect(list.rows.get(1)?.status).toBe('inbox')
    expect(toasts.current?.tone).toBe('bad')
    expect(toasts.current?.text()).toMatch(/in use by another program/)
  })

  it('tells what it did and offers the way back, in either language', async () => {
    const { toasts, triage } = await desk([rowOf(1), rowOf(2)], {
      'triage.setStatus': () => ok(resultOf([], { action: action({}) }))
    })
    await triage.setStatus('skipped')
    expect(toasts.current?.text()).toBe('Skipped LayerPano3D')
    expect(toasts.current?.action).toMatchObject({ key: 'U' })
    useLanguage('ko', [])
    expect(toasts.current?.text()).toBe('LayerPano3D 건너뜀')
  })

  it('goes on from a paper that has the status already, and takes nothing back', async () => {
    const { client, list, triage } = await desk([rowOf(1, { status: 'queued' }), rowOf(2)])
    list.selection.moveTo(1)
    await triage.setStatus('queued')
    expect(client.inputsOf('triage.setStatus')).toEqual([])
    expect(list.rows.get(1)?.status).toBe('queued')
    expect(list.selection.cursor).toBe(2)
  })

  it('is taken back by its button, without going on', async () => {
    const { client, list, triage } = await desk([rowOf(1, { status: 'queued' }), rowOf(2)])
    list.selection.moveTo(1)
    await triage.toggleStatus('queued')
    expect(client.inputsOf('triage.setStatus')).toEqual([{ ids: [1], status: 'inbox' }])
    expect(list.selection.cursor).toBe(1)
    await triage.toggleStatus('queued')
    expect(list.rows.get(1)?.status).toBe('queued')
    expect(list.selection.cursor).toBe(2)
  })

  it('stays where it is where the user wants no going on', async () => {
    const client = fakeClient(listHandlers([rowOf(1), rowOf(2)]))
    const list = new PaperList(client, () => undefined, { autoAdvance: () => false })
    await list.open({ kind: 'deck', day: '2024-08-26' })
    await new Triage(client, list, new Toasts()).setStatus('queued')
    expect(list.rows.get(1)?.status).toBe('queued')
    expect(list.selection.cursor).toBe(1)
  })

  it('puts back to the inbox, and stays there', async () => {
    const { list, triage } = await desk([rowOf(1, { status: 'skipped' }), rowOf(2)])
    list.selection.moveTo(1)
    await triage.setStatus('inbox')
    expect(list.rows.get(1)?.status).toBe('inbox')
    expect(list.selection.cursor).toBe(1)
  })

  it('applies to all that is marked, and goes on below it', async () => {
    const { client, list, triage } = await desk([rowOf(1), rowOf(2), rowOf(3), rowOf(4)])
    list.selection.moveTo(1)
    list.selection.extendTo(3)
    await triage.setStatus('skipped')
    expect(client.inputsOf('triage.setStatus')).toEqual([{ ids: [1, 2, 3], status: 'skipped' }])
    expect(list.selection.cursor).toBe(4)
    expect(list.selection.marked.size).toBe(0)
  })

  it('finishes the deck with the last paper that was left', async () => {
    const { list, triage } = await desk([
      rowOf(1, { status: 'read' }),
      rowOf(2),
      rowOf(3, { status: 'skipped' })
    ])
    expect(list.selection.cursor).toBe(2)
    await triage.setStatus('skipped')
    expect(list.finished).toBe(true)
    expect(list.selection.cursor).toBeNull()
  })

  it('goes from the end of a deck to the first paper that was left out above', async () => {
    const { list, triage } = await desk([rowOf(1, { status: 'read' }), rowOf(2), rowOf(3), rowOf(4)])
    list.selection.last()
    await triage.setStatus('skipped')
    expect(list.finished).toBe(false)
    expect(list.selection.cursor).toBe(2)
  })

  it('does not call a deck finished whose last action failed', async () => {
    const { list, triage } = await desk([rowOf(1)], { 'triage.setStatus': () => fail('internal', 'No.') })
    await triage.setStatus('skipped')
    expect(list.finished).toBe(false)
    expect(list.selection.cursor).toBe(1)
  })
})

describe('queues, tags and snooze', () => {
  const both = [rowOf(1), rowOf(2, { status: 'read', tags: ['beta'] }), rowOf(3)]

  it('show at once on each paper as it was, in one call', async () => {
    const never = new Promise<Result<ActionResult>>(() => undefined)
    const { client, list, triage } = await desk(both, { 'queues.add': () => never, 'tags.add': () => never })
    void triage.enqueue([1, 2], 7)
    expect(list.rows.get(1)).toMatchObject({ status: 'queued', queueIds: [TO_READ_QUEUE_ID, 7] })
    expect(list.rows.get(2)).toMatchObject({ status: 'read', queueIds: [7] })
    void triage.addTag([1, 2], 'alpha')
    expect(list.rows.get(1)?.tags).toEqual(['alpha'])
    expect(list.rows.get(2)?.tags).toEqual(['alpha', 'beta'])
    void triage.addTag([2], 'BETA')
    expect(list.rows.get(2)?.tags).toEqual(['alpha', 'beta'])
    expect(client.inputsOf('queues.add')).toEqual([{ id: 7, ids: [1, 2] }])
  })

  it('are rolled back, each to what it was, when they fail', async () => {
    const { list, toasts, triage } = await desk(both, {
      'tags.add': () => fail('library-locked', 'Locked.'),
      'queues.add': () => fail('not-found', 'Gone.'),
      'triage.snooze': () => fail('internal', 'No.')
    })
    await triage.addTag([1, 2], 'alpha')
    await triage.enqueue([1, 2], 7)
    await triage.snooze([1, 2], '2024-09-02')
    expect([1, 2].map((id) => list.rows.get(id))).toEqual(both.slice(0, 2))
    expect(toasts.current?.tone).toBe('bad')
  })

  it('leave To read back to the inbox, and end a snooze with any status', async () => {
    const rows = [
      rowOf(1, { status: 'queued', queueIds: [TO_READ_QUEUE_ID, 7] }),
      rowOf(2, { snoozedUntil: '2024-09-02' })
    ]
    const never = new Promise<Result<ActionResult>>(() => undefined)
    const { list, triage } = await desk(rows, {
      'queues.remove': () => never,
      'triage.setStatus': () => never
    })
    void triage.dequeue([1], TO_READ_QUEUE_ID)
    expect(list.rows.get(1)).toMatchObject({ status: 'inbox', queueIds: [7] })
    list.selection.moveTo(2)
    void triage.setStatus('skipped')
    expect(list.rows.get(2)).toMatchObject({ status: 'skipped', snoozedUntil: null })
  })

  it('make a queue and put the papers in it', async () => {
    const { client, triage } = await desk(both, {
      'queues.create': () => ok({ ...resultOf([]), id: 9 }),
      'queues.add': () => ok(resultOf([]))
    })
    await triage.enqueueInNew([1, 2], 'Thesis')
    expect(client.inputsOf('queues.create')).toEqual([{ name: 'Thesis' }])
    expect(client.inputsOf('queues.add')).toEqual([{ id: 9, ids: [1, 2] }])
  })

  it('go on after a picker that dealt with a paper, and stay after one that did not', async () => {
    const { list, triage } = await desk([rowOf(1), rowOf(2), rowOf(3), rowOf(4)], {
      'triage.snooze': () => ok(resultOf([])),
      'tags.add': () => ok(resultOf([]))
    })
    const tagging = triage.batch()
    await triage.addTag(tagging.ids, 'alpha')
    tagging.end()
    expect(list.selection.cursor).toBe(1)
    list.selection.extendTo(2)
    const snoozing = triage.batch()
    expect(snoozing.ids).toEqual([1, 2])
    const done = triage.snooze(snoozing.ids, '2024-09-02')
    snoozing.end()
    expect(list.selection.cursor).toBe(3)
    expect(list.selection.marked.size).toBe(0)
    await done
  })

  it('leave several papers selected for the next action, if they went into a queue', async () => {
    const { client, list, triage } = await desk([rowOf(1), rowOf(2), rowOf(3)], {
      'queues.add': ({ ids }) => ok(resultOf(ids.map((id) => rowOf(id, { status: 'queued' })))),
      'triage.setStarred': () => ok(resultOf([])),
      'triage.rate': () => ok(resultOf([]))
    })
    list.selection.extendTo(2)
    await triage.toggleStar()
    await triage.rate(4)
    const queueing = triage.batch()
    await triage.enqueue(queueing.ids, 7)
    queueing.end()
    expect(list.selection.targets).toEqual([1, 2])
    await triage.rate(5)
    expect(client.inputsOf('triage.rate').map(({ ids }) => ids)).toEqual([
      [1, 2],
      [1, 2]
    ])
  })

  it('go on from a single paper that went into a queue', async () => {
    const { list, triage } = await desk([rowOf(1), rowOf(2)], {
      'queues.add': ({ ids }) => ok(resultOf(ids.map((id) => rowOf(id, { status: 'queued' }))))
    })
    const queueing = triage.batch()
    await triage.enqueue(queueing.ids, 7)
    queueing.end()
    expect(list.selection.cursor).toBe(2)
  })

  it('finish a deck by snoozing the last that was left', async () => {
    const { list, triage } = await desk([rowOf(1, { status: 'read' }), rowOf(2)], {
      'triage.snooze': () => ok(resultOf([]))
    })
    list.selection.moveTo(2)
    const batch = triage.batch()
    const done = triage.snooze(batch.ids, '2024-09-02')
    batch.end()
    await done
    expect(list.finished).toBe(true)
  })
})

describe('undo', () => {
  it('goes to the paper it restored', async () => {
    const { list, toasts, triage } = await desk([rowOf(1), rowOf(2), rowOf(3)], {
      'triage.undo': () => ok(resultOf([rowOf(1)], { action: action({}) }))
    })
    list.selection.moveTo(3)
    await triage.undo()
    expect(list.selection.cursor).toBe(1)
    expect(toasts.current?.text()).toBe('Undone: Skipped LayerPano3D')
  })

  it('selects again the papers of an action on several, but none that nobody had selected', async () => {
    const restored = [rowOf(2), rowOf(3)]
    const kinds = ['status', 'catch-up'] as const
    for (const kind of kinds) {
      const { list, triage } = await desk([rowOf(1), rowOf(2), rowOf(3)], {
        'triage.undo': () => ok(resultOf(restored, { action: action({ kind, count: 2 }) }))
      })
      await triage.undo()
      expect(list.selection.cursor).toBe(2)
      expect([...list.selection.marked]).toEqual(kind === 'status' ? [2, 3] : [])
    }
  })

  it('says when there is nothing, and when something was left alone', async () => {
    const none = await desk([rowOf(1)], { 'triage.undo': () => fail('nothing-to-undo', 'Nothing.') })
    await none.triage.undo()
    expect(none.toasts.current?.text()).toBe('There is nothing to undo.')
    const some = await desk([rowOf(1)], {
      'triage.undo': () => ok(resultOf([], { action: action({ count: 3 }), conflicts: 2 }))
    })
    await some.triage.undo()
    expect(some.toasts.current?.text()).toMatch(/^2 papers were left alone/)
  })
})

describe('the way back of a toast', () => {
  const back = (toasts: Toasts): void => toasts.current?.action?.run()

  it('is from the very step that it names, and forth to it again', async () => {
    const step = action({ step: 7 })
    const { client, toasts, triage } = await desk([rowOf(1), rowOf(2)], {
      'triage.setStatus': () => ok(resultOf([], { action: step })),
      'history.undo': () => ok(resultOf([rowOf(1)], { action: step })),
      'history.redo': () => ok(resultOf([], { action: step }))
    })
    await triage.setStatus('skipped')
    back(toasts)
    await vi.waitFor(() => expect(toasts.current?.text()).toBe('Undone: Skipped LayerPano3D'))
    back(toasts)
    await vi.waitFor(() => expect(toasts.current?.text()).toBe('Redone: Skipped LayerPano3D'))
    // By key the newest step is undone, which this may no longer be.
    expect(toasts.current?.action).not.toHaveProperty('key')
    back(toasts)
    await vi.waitFor(() => expect(client.inputsOf('history.undo')).toEqual([{ step: 7 }, { step: 7 }]))
    expect(client.inputsOf('history.redo')).toEqual([{ step: 7 }])
    expect(client.inputsOf('triage.undo')).toEqual([])
  })

  const applied = (step: number, value: string): ActionSummary =>
    action({ step, kind: 'rule-apply', value, count: 3, title: null })

  it('is from what a rule did, which is told once, after what is being told', async () => {
    const { client, toasts, triage } = await desk([rowOf(1)], {
      'history.undo': () => ok(resultOf([], { action: applied(4, 'robots') }))
    })
    toasts.say(() => 'Done')
    triage.tellRules([applied(4, 'robots')], () => undefined)
    expect(toasts.current?.text()).toBe('Done')
    toasts.dismiss()
    expect(toasts.current?.text()).toMatch(/robots.* took care of 3 new papers/)
    back(toasts)
    await vi.waitFor(() => expect(toasts.current?.text()).toMatch(/^Undone: The rule/))
    expect(client.inputsOf('history.undo')).toEqual([{ step: 4 }])
    toasts.dismiss()
    expect(toasts.current).toBeNull()
  })

  it('is found in the history where several rules did something', async () => {
    const { toasts, triage } = await desk([rowOf(1)])
    const showHistory = vi.fn()
    triage.tellRules([applied(4, 'robots'), applied(5, 'video')], showHistory)
    expect(toasts.current?.text()).toBe('2 rules took care of new papers')
    back(toasts)
    expect(showHistory).toHaveBeenCalledOnce()
    expect(toasts.current).toBeNull()
  })
})

describe('what is told', () => {
  it('goes by itself, but not while it is pointed at', () => {
    const toasts = new Toasts()
    toasts.say(() => 'Done')
    toasts.pause()
    vi.advanceTimersByTime(60_000)
    expect(toasts.current?.text()).toBe('Done')
    toasts.resume()
    vi.advanceTimersByTime(60_000)
    expect(toasts.current).toBeNull()
  })

  it('tells each notice that waits, in order, and one again that was interrupted', () => {
    const toasts = new Toasts()
    const told = (): string | undefined => toasts.current?.text()
    toasts.say(() => 'Skipped')
    for (const notice of ['One', 'Two']) toasts.tell(() => notice)
    expect(told()).toBe('Skipped')
    toasts.dismiss()
    expect(told()).toBe('One')
    toasts.say(() => 'Starred')
    expect(told()).toBe('Starred')
    const after: (string | undefined)[] = []
    for (let times = 0; times < 3; times++) {
      toasts.dismiss()
      after.push(told())
    }
    expect(after).toEqual(['One', 'Two', undefined])
  })
})
