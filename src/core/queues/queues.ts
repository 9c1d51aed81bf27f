import { fail, ok, type Result } from '../../contract/errors.ts'
import { TO_READ_QUEUE_ID, type Color, type Day, type PaperId } from '../../contract/model.ts'
import type { ActionKind, ActionResult } from '../../contract/triage.ts'
import { nextId } from '../db/ids.ts'
import type { Db } from '../db/open.ts'
import type { Change } from '../history/change.ts'
import type { History } from '../history/history.ts'
import { knownPapers } from '../history/known-papers.ts'
import { changesTo } from '../history/plan.ts'
import { dequeueChanges, enqueueChanges } from './membership.ts'
import { order } from './order.ts'
import { arranging, leaving, papersInQueue } from './places.ts'
import { queueNamed, storedQueues } from './stored.ts'

/** The queues that the user made, and the papers in these and in To read. */
export class Queues {
  readonly #db: Db
  readonly #history: History

  constructor(db: Db, history: History) {
    this.#db = db
    this.#history = history
  }

  create(name: string, color: Color | null): Result<ActionResult & { id: number }> {
    const id = nextId(this.#db, 'queues')
    const done = this.#history.act(() => {
      if (queueNamed(this.#db, name) !== undefined) return nameTaken(name)
      const place = Math.max(...storedQueues(this.#db).map((queue) => queue.place)) + 1
      const changes = changesTo(this.#db, 'queue', [{ id }], () => ({ name, color, due: null, place }))
      return ok({ kind: 'queue-create', value: name, name, changes })
    })
    return done.ok ? ok({ ...done.value, id }) : done
  }

  rename(id: number, name: string): Result<ActionResult> {
    if (id === TO_READ_QUEUE_ID) return fail('invalid-input', 'To read keeps its name.')
    return this.#act(id, 'queue-rename', name, () => {
      if ((queueNamed(this.#db, name) ?? id) !== id) return nameTaken(name)
      return ok(changesTo(this.#db, 'queue', [{ id }], (queue) => queue && { ...queue, name }))
    })
  }

  setColor(id: number, color: Color | null): Result<ActionResult> {
    return this.#act(id, 'queue-color', color, () =>
      ok(changesTo(this.#db, 'queue', [{ id }], (queue) => queue && { ...queue, color }))
    )
  }

  setDue(id: number, due: Day | null): Result<ActionResult> {
    return this.#act(id, 'queue-due', due, () =>
      ok(changesTo(this.#db, 'queue', [{ id }], (queue) => queue && { ...queue, due }))
    )
  }

  /** @param before the queue that it is to stand before; null: last */
  move(id: number, before: number | null): Result<ActionResult> {
    if (id === TO_READ_QUEUE_ID || before === TO_READ_QUEUE_ID)
      return fail('invalid-input', 'To read stays the first of the queues.')
    return this.#act(id, 'queue-move', null, () => {
      const own = storedQueues(this.#db).filter((queue) => queue.id !== TO_READ_QUEUE_ID)
      const places = order(own, [id], before)
      if (!places) return noSuchQueue()
      const moved = [...places.keys()].map((queue) => ({ id: queue }))
      return ok(
        changesTo(this.#db, 'queue', moved, (queue, { id: of }) => {
          const place = places.get(of)
          return queue && place !== undefined ? { ...queue, place } : queue
        })
      )
    })
  }

  delete(id: number): Result<ActionResult> {
    if (id === TO_READ_QUEUE_ID) return fail('invalid-input', 'To read can’t be deleted.')
    return this.#act(id, 'queue-delete', null, () =>
      ok([
        ...changesTo(this.#db, 'queue', [{ id }], () => null),
        ...leaving(this.#db, id, papersInQueue(this.#db, id))
      ])
    )
  }

  /** Puts papers at the end of a queue; those that nobody meant to read are then to be read. */
  add(id: number, ids: readonly PaperId[]): Result<ActionResult> {
    return this.#act(id, 'enqueue', null, (now) => {
      const papers = knownPapers(this.#db, ids)
      return papers.ok ? ok(enqueueChanges(this.#db, id, papers.value, now)) : papers
    })
  }

  remove(id: number, ids: readonly PaperId[]): Result<ActionResult> {
    return this.#act(id, 'dequeue', null, (now) => {
      const papers = knownPapers(this.#db, ids)
      return papers.ok ? ok(dequeueChanges(this.#db, id, papers.value, now)) : papers
    })
  }

  /** Puts papers of a queue, in the order given, before another one; null: at the end. */
  arrange(id: number, ids: readonly PaperId[], before: PaperId | null): Result<ActionResult> {
    return this.#act(id, 'arrange', null, () => {
      const changes = arranging(this.#db, id, ids, before)
      return changes
        ? ok(changes)
        : fail('not-found', 'The paper that they should stand before has left the queue.')
    })
  }

  #act(
    id: number,
    kind: ActionKind,
    value: string | null,
    plan: (now: string) => Result<readonly Change[]>
  ): Result<ActionResult> {
    return this.#history.act((now) => {
      const queue = storedQueues(this.#db).find((stored) => stored.id === id)
      if (!queue) return noSuchQueue()
      const changes = plan(now)
      return changes.ok ? ok({ kind, value, name: queue.name, changes: changes.value }) : changes
    })
  }
}

const noSuchQueue = () => fail('not-found', 'This queue is no longer there.')
const nameTaken = (name: string) =>
  fail('conflict', `There is a queue called “${name}” already. Choose another name.`, { name })
