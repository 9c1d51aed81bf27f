import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '../../../../src/contract/client.ts'
import type { Result } from '../../../../src/contract/errors.ts'
import { statuses, type PaperId } from '../../../../src/contract/model.ts'
import type { ActionResult } from '../../../../src/contract/triage.ts'
import { took } from '../model/act.ts'
import type { UserModel } from '../model/user.ts'

/** Something that the user does. */
export interface Action {
  ask: (client: Client) => Promise<Result<ActionResult>>
  /** Does the same to the model. @returns whether anything changes */
  expect: (user: UserModel) => boolean
  /** The error that says that there was nothing to do. */
  refusal?: string
}

export type Outcome = { kind: 'nothing' | 'done' } | { kind: 'unanswered'; action: Action | undefined }

/** Does something to the papers that are there by now, if there are any, and to the model once it is answered. */
export async function act(client: Client, user: UserModel, random: () => number): Promise<Outcome> {
  const list = await client.call('papers.list', { list: { kind: 'all' } })
  if (!list.ok) return { kind: 'unanswered', action: undefined }
  const id = list.value.ids[Math.floor(random() * list.value.ids.length)]
  if (id === undefined) {
    await sleep(10)
    return { kind: 'nothing' }
  }
  const action = anyAction(id, random)
  const result = await action.ask(client)
  if (!result.ok && result.error.code === 'disconnected') return { kind: 'unanswered', action }
  took(result, action.expect(user), action.refusal)
  return { kind: 'done' }
}

function anyAction(id: PaperId, random: () => number): Action {
  const below = (count: number): number => Math.floor(random() * count)
  switch (below(6)) {
    case 0: {
      const status = statuses[below(statuses.length)] ?? 'read'
      return {
        ask: (client) => client.call('triage.setStatus', { ids: [id], status }),
        expect: (user) => user.setStatus([id], status)
      }
    }
    case 1: {
      const starred = random() < 0.7
      return {
        ask: (client) => client.call('triage.setStarred', { ids: [id], starred }),
        expect: (user) => user.setStarred([id], starred)
      }
    }
    case 2:
      return {
        ask: (client) => client.call('triage.rate', { ids: [id], rating: 4 }),
        expect: (user) => user.rate([id], 4)
      }
    case 3:
      return {
        ask: (client) => client.call('triage.undo', {}),
        expect: (user) => user.undo(),
        refusal: 'nothing-to-undo'
      }
    case 4:
      return {
        ask: (client) => client.call('triage.redo', {}),
        expect: (user) => user.redo(),
        refusal: 'nothing-to-redo'
      }
    default: {
      const note = `note ${below(1000)}`
      return {
        ask: (client) => client.call('triage.setNote', { id, note, session: 's' }),
        expect: (user) => user.setNote(id, note, 's')
      }
    }
  }
}
