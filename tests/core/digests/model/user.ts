import type { PaperId, Rating, Status } from '../../../../src/contract/model.ts'

/** What the user did with a paper. Times are ordinal numbers of actions. */
export interface UserMarks {
  status: Status
  statusAt: number
  starred: boolean
  starredAt: number
  rating: Rating | null
  note: string
  /** Its place in To read. */
  toRead: number | null
}

interface Step {
  kind: string
  value: string | number | null
  count: number
  before: ReadonlyMap<PaperId, UserMarks>
  after: ReadonlyMap<PaperId, UserMarks>
}

const untouched: UserMarks = {
  status: 'inbox',
  statusAt: 0,
  starred: false,
  starredAt: 0,
  rating: null,
  note: '',
  toRead: null
}

const times: readonly (keyof UserMarks)[] = ['statusAt', 'starredAt', 'toRead']

/** What the user did so far: the simplest thing that could be right. Digests have no part in it. */
export class UserModel {
  #marks: ReadonlyMap<PaperId, UserMarks> = new Map()
  readonly #done: Step[] = []
  #undone: Step[] = []
  #session: string | null = null
  #actions = 0

  marksOf(id: PaperId): UserMarks {
    return this.#marks.get(id) ?? untouched
  }

  /** Papers with marks on them. */
  touched(): PaperId[] {
    return [...this.#marks.keys()]
  }

  withStatus(status: Status): PaperId[] {
    return this.#ordered(
      (marks) => marks.status === status,
      (a, b) => b.statusAt - a.statusAt
    )
  }

  starred(): PaperId[] {
    return this.#ordered(
      (marks) => marks.starred,
      (a, b) => b.starredAt - a.starredAt
    )
  }

  toRead(): PaperId[] {
    return this.#ordered(
      (marks) => marks.toRead !== null,
      (a, b) => (a.toRead ?? 0) - (b.toRead ?? 0)
    )
  }

  undoState(): { undo: Summary | null; redo: Summary | null } {
    return { undo: summary(this.#done.at(-1)), redo: summary(this.#undone.at(-1)) }
  }

  setStatus(ids: readonly PaperId[], status: Status): boolean {
    const onTheWay = status === 'queued' || status === 'reading'
    return this.#act(ids, 'status', status, (marks, now, next) => ({
      ...marks,
      status,
      statusAt: status === 'inbox' ? 0 : now,
      toRead: onTheWay ? (marks.toRead ?? next) : null
    }))
  }

  setStarred(ids: readonly PaperId[], starred: boolean): boolean {
    return this.#act(ids, starred ? 'star' : 'unstar', null, (marks, now) => ({
      ...marks,
      starred,
      starredAt: starred ? now : 0
    }))
  }

  rate(ids: readonly PaperId[], rating: Rating | null): boolean {
    return this.#act(ids, rating === null ? 'unrate' : 'rate', rating, (marks) => ({ ...marks, rating }))
  }

  setNote(id: PaperId, note: string, session: string): boolean {
    return this.#act([id], 'note', null, (marks) => ({ ...marks, note }), `${id}/${session}`)
  }

  /** @returns false where there is nothing to undo */
  undo(): boolean {
    const step = this.#done.pop()
    if (!step) return false
    this.#undone.push(step)
    this.#marks = step.before
    this.#session = null
    return true
  }

  redo(): boolean {
    const step = this.#undone.pop()
    if (!step) return false
    this.#done.push(step)
    this.#marks = step.after
    this.#session = null
    return true
  }

  #ordered(chosen: (marks: UserMarks) => boolean, order: (a: UserMarks, b: UserMarks) => number): PaperId[] {
    return [...this.#marks]
      .filter(([, marks]) => chosen(marks))
      .sort(([a, marksA], [b, marksB]) => order(marksA, marksB) || a - b)
      .map(([id]) => id)
  }

  #act(
    ids: readonly PaperId[],
    kind: string,
    value: string | number | null,
    change: (marks: UserMarks, now: number, nextPlace: number) => UserMarks,
    session: string | null = null
  ): boolean {
    const before = this.#marks
    const now = ++this.#actions
    const marks = new Map(before)
    let count = 0
    for (const id of new Set(ids)) {
      const old = marks.get(id) ?? untouched
      const places = [...marks.values()].map(({ toRead }) => toRead ?? 0)
      const changed = change(old, now, Math.max(0, ...places) + 1)
      if (!differ(old, changed)) continue
      count++
      marks.delete(id)
      if (differ(untouched, changed)) marks.set(id, changed)
    }
    if (count === 0) return false
    const goesOn = session !== null && session === this.#session
    const first = goesOn ? this.#done.pop() : undefined
    this.#done.push({ kind, value, count, before: first?.before ?? before, after: marks })
    this.#undone = []
    this.#session = session
    this.#marks = marks
    return true
  }
}

type Summary = Pick<Step, 'kind' | 'value' | 'count'>

const summary = (step: Step | undefined): Summary | null =>
  step ? { kind: step.kind, value: step.value, count: step.count } : null

function differ(a: UserMarks, b: UserMarks): boolean {
  const fields = Object.keys(untouched) as (keyof UserMarks)[] // the keys of a literal of that type
  return fields.some((field) => !times.includes(field) && a[field] !== b[field])
}
