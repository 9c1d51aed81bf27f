import assert from 'node:assert/strict'
import type { Client } from '../../../../src/contract/client.ts'
import type { Result } from '../../../../src/contract/errors.ts'
import type { PaperId } from '../../../../src/contract/model.ts'
import type { ActionResult } from '../../../../src/contract/triage.ts'
import type { UserOperation } from './operations.ts'
import type { UserModel } from './user.ts'

/**
 * Does what the user does, in the app and in the model.
 * @param ids the papers that the user has seen; those that are hidden by now among them
 * @throws AssertionError where the app takes it otherwise than the model
 */
export async function act(
  app: Client,
  user: UserModel,
  ids: readonly PaperId[],
  operation: UserOperation
): Promise<void> {
  const known = ids.toSorted((a, b) => a - b)
  const chosen = (papers: readonly number[]): PaperId[] =>
    known.length === 0 ? [] : papers.flatMap((paper) => known[paper % known.length] ?? [])
  switch (operation.do) {
    case 'status': {
      const ids = chosen(operation.papers)
      const { status } = operation
      if (ids.length > 0)
        took(await app.call('triage.setStatus', { ids, status }), user.setStatus(ids, status))
      return
    }
    case 'star': {
      const ids = chosen(operation.papers)
      const { starred } = operation
      if (ids.length > 0)
        took(await app.call('triage.setStarred', { ids, starred }), user.setStarred(ids, starred))
      return
    }
    case 'rate': {
      const ids = chosen(operation.papers)
      const { rating } = operation
      if (ids.length > 0) took(await app.call('triage.rate', { ids, rating }), user.rate(ids, rating))
      return
    }
    case 'note': {
      const [id] = chosen([operation.paper])
      const { note, session } = operation
      if (id !== undefined)
        took(await app.call('triage.setNote', { id, note, session }), user.setNote(id, note, session))
      return
    }
    case 'undo':
      took(await app.call('triage.undo', {}), user.undo(), 'nothing-to-undo')
      return
    case 'redo':
      took(await app.call('triage.redo', {}), user.redo(), 'nothing-to-redo')
      return
  }
}

/** Whether an action was taken as the model of the user's actions takes it. */
export function took(result: Result<ActionResult>, expected: boolean, refusal?: string): void {
  if (!result.ok) {
    assert.equal(result.error.code, refusal)
    assert(!expected, `refused what is possible: ${result.error.code}`)
    return
  }
  assert.equal(refusal === undefined ? result.value.action !== null : true, expected)
  assert.equal(result.value.conflicts, 0)
}
