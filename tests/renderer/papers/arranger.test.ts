import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/contract/errors.ts'
import { plainView, type ListRef, type ListView } from '../../../src/contract/lists.ts'
import type { PaperId } from '../../../src/contract/model.ts'
import { Arranger } from '../../../src/renderer/features/papers/arranger.svelte.ts'
import { arranged } from '../../../src/renderer/features/papers/arrange.ts'
import { PaperList } from '../../../src/renderer/features/papers/list.svelte.ts'
import { Toasts } from '../../../src/renderer/features/triage/toasts.svelte.ts'
import { fakeClient, pageOf, resultOf, rowOf } from '../fake-client.ts'

const queue = { kind: 'queue', queueId: 7 } as const

async function setUp(ref: ListRef = queue, view: ListView = plainView, broken = false) {
  let ids: PaperId[] = [1, 2, 3, 4]
  const client = fakeClient({
    'papers.list': () =>
      ok(
        pageOf(
          ids,
          ids.map((id) => rowOf(id, { queueIds: [7] })),
          { view }
        )
      ),
    'papers.rows': ({ ids }) => ok(ids.map((id) => rowOf(id, { queueIds: [7] }))),
    'queues.arrange': ({ ids: moving, before }) => {
      if (broken) return fail('disconnected', 'Lost.')
      ids = arranged(ids, moving, before)
      return ok(
        resultOf([], {
          action: {
            step: 1,
            kind: 'arrange',
            value: null,
            name: 'Seminar',
            count: moving.length,
            title: null,
            at: '2024-09-01T00:00:00Z'
          }
        })
      )
    }
  })
  const list = new PaperList(client, () => undefined)
  const toasts = new Toasts()
  const sorted: string[] = []
  const arranger = new Arranger(client, list, toasts, {
    undo: () => undefined,
    sortByHand: () => sorted.push('by hand')
  })
  await list.open(ref)
  return { arranger, client, list, sorted, toasts }
}

describe('arranging a queue', () => {
  it('moves the selection at once, and says so with the way back', async () => {
    const { arranger, client, list, toasts } = await setUp()
    list.selection.moveTo(3)
    const moving = arranger.step('up')
    expect(list.ids).toEqual([1, 3, 2, 4])
    await moving
    expect(client.inputsOf('queues.arrange')).toEqual([{ id: 7, ids: [3], before: 2 }])
    expect(toasts.current?.action).toBeDefined()
    expect(list.selection.cursor).toBe(3)
  })

  it('moves several papers together', async () => {
    const { arranger, list } = await setUp()
    list.selection.toggle(4)
    list.selection.toggle(2)
    await arranger.step('up')
    expect(list.ids).toEqual([2, 4, 1, 3])
    await arranger.drop(new Set([2, 4]), 4)
    expect(list.ids).toEqual([1, 3, 2, 4])
  })

  it('follows the core again where that refused', async () => {
    const { arranger, list, toasts } = await setUp(queue, plainView, true)
    await arranger.step('down')
    expect(list.ids).toEqual([1, 2, 3, 4])
    expect(toasts.current?.tone).toBe('bad')
  })

  it('is not possible in another order, and says where it is', async () => {
    const { arranger, client, sorted, toasts } = await setUp(queue, {
      ...plainView,
      sort: { by: 'votes', descending: true }
    })
    await arranger.step('up')
    toasts.current?.action?.run()
    expect(sorted).toEqual(['by hand'])
    await arranger.drop(new Set([1]), 3)
    expect(client.inputsOf('queues.arrange')).toEqual([])
  })

  it('is not possible where the order is not the user’s', async () => {
    const { arranger, client, toasts } = await setUp({ kind: 'starred' })
    await arranger.step('up')
    expect(toasts.current).not.toBeNull()
    expect(client.inputsOf('queues.arrange')).toEqual([])
  })
})
