import type { PaperId, Status } from '../../../../src/contract/model.ts'
import { order } from '../../../../src/core/queues/order.ts'
import { idsIn, type State } from './state.ts'

type Value = string | number | boolean
type Draft = Map<string, Value>

interface Step {
  before: State
  after: State
  standing: boolean
  session: string | null
}

/** What happened at a call: how many papers or queues were changed since, and whether a step was logged. */
export interface Outcome {
  logged: boolean
  conflicts: number
}

const refused = undefined

/**
 * What the user did so far: the simplest thing that could be right. A step is the whole library before and after;
 * undoing one compares the two.
 */
export class DeskModel {
  #state: State
  readonly steps: Step[] = []
  /** Steps that were undone since the user did something, the last one last. */
  #undone: Step[] = []
  #session: string | null = null
  #lastQueue = 1

  constructor(state: State) {
    this.#state = state
  }

  get state(): State {
    return this.#state
  }

  queues(): number[] {
    return idsIn(this.#state, /^queue\/(\d+)\/name$/)
  }

  papersIn(queue: number): { id: PaperId; place: number }[] {
    return [...this.#state]
      .flatMap(([key, position]) => {
        const match = /^paper\/(\d+)\/in\/(\d+)$/.exec(key)
        return match && Number(match[2]) === queue ? [{ id: Number(match[1]), place: Number(position) }] : []
      })
      .sort((a, b) => a.place - b.place || a.id - b.id)
  }

  setStatus(papers: readonly PaperId[], status: Status): Outcome {
    return this.#act((draft) => {
      for (const paper of papers) this.#giveStatus(draft, paper, status)
    })
  }

  setMark(
    papers: readonly PaperId[],
    mark: 'starred' | 'rating' | 'note',
    value: Value | null,
    session?: string
  ) {
    return this.#act((draft) => {
      for (const paper of papers) put(draft, `paper/${paper}/${mark}`, value)
    }, session)
  }

  snooze(papers: readonly PaperId[], until: string | null): Outcome {
    return this.#act((draft) => {
      for (const paper of papers) {
        if (until !== null) this.#giveStatus(draft, paper, 'inbox')
        put(draft, `paper/${paper}/snoozed`, until)
      }
    })
  }

  tag(papers: readonly PaperId[], tag: string, tagged: boolean): Outcome {
    return this.#act((draft) => {
      for (const paper of papers) put(draft, `paper/${paper}/tag/${tag}`, tagged || null)
    })
  }

  createQueue(name: string): Outcome | undefined {
    if (this.#isTaken(name)) return refused
    return this.#act((draft) => {
      const id = ++this.#lastQueue
      const places = this.queues().map((queue) => Number(this.#state.get(`queue/${queue}/place`)))
      draft.set(`queue/${id}/name`, name)
      draft.set(`queue/${id}/place`, Math.max(...places) + 1)
    })
  }

  changeQueue(id: number, field: 'name' | 'color' | 'due', value: string | null): Outcome | undefined {
    if (!this.queues().includes(id)) return refused
    if (field === 'name' && (id === 1 || this.#isTaken(value ?? '', id))) return refused
    return this.#act((draft) => put(draft, `queue/${id}/${field}`, value))
  }

  moveQueue(id: number, before: number | null): Outcome | undefined {
    if (id === 1 || before === 1 || !this.queues().includes(id)) return refused
    const own = this.queues()
      .filter((queue) => queue !== 1)
      .map((queue) => ({ id: queue, place: Number(this.#state.get(`queue/${queue}/place`)) }))
      .sort((a, b) => a.place - b.place || a.id - b.id)
    const places = order(own, [id], before)
    if (!places) return refused
    return this.#act((draft) => {
      for (const [queue, place] of places) draft.set(`queue/${queue}/place`, place)
    })
  }

  deleteQueue(id: number): Outcome | undefined {
    if (id === 1 || !this.queues().includes(id)) return refused
    return this.#act((draft) => {
      for (const key of [...draft.keys()])
        if (key.startsWith(`queue/${id}/`) || (key.startsWith('paper/') && key.endsWith(`/in/${id}`)))
          draft.delete(key)
    })
  }

  enqueue(queue: number, papers: readonly PaperId[]): Outcome | undefined {
    if (!this.queues().includes(queue)) return refused
    return this.#act((draft) => {
      for (const paper of papers) {
        const status = draft.get(`paper/${paper}/status`) ?? 'inbox'
        const unwanted = ['inbox', 'skipped', ...(queue === 1 ? ['read'] : [])]
        if (unwanted.includes(String(status))) this.#giveStatus(draft, paper, 'queued')
        join(draft, paper, queue)
      }
    })
  }

  dequeue(queue: number, papers: readonly PaperId[]): Outcome | undefined {
    if (!this.queues().includes(queue)) return refused
    return this.#act((draft) => {
      for (const paper of papers) {
        if (!draft.has(`paper/${paper}/in/${queue}`)) continue
        if (queue === 1) this.#giveStatus(draft, paper, 'inbox')
        else draft.delete(`paper/${paper}/in/${queue}`)
      }
    })
  }

  arrange(queue: number, papers: readonly PaperId[], before: PaperId | null): Outcome | undefined {
    if (!this.queues().includes(queue)) return refused
    const places = order(this.papersIn(queue), papers, before)
    if (!places) return refused
    return this.#act((draft) => {
      for (const [paper, place] of places) draft.set(`paper/${paper}/in/${queue}`, place)
    })
  }

  undo(): Outcome | undefined {
    const step = this.steps.findLast(({ standing }) => standing)
    return step && this.#toggle(step, false, true)
  }

  redo(): Outcome | undefined {
    const step = this.#undone.at(-1)
    return step && this.#toggle(step, true, true)
  }

  undoStep(index: number): Outcome | undefined {
    const step = this.steps[index]
    return step?.standing ? this.#toggle(step, false, false) : refused
  }

  redoStep(index: number): Outcome | undefined {
    const step = this.steps[index]
    return step && !step.standing ? this.#toggle(step, true, false) : refused
  }

  /** Indices of the steps that undo and redo would take next. */
  next(): { undo: number; redo: number } {
    const redo = this.#undone.at(-1)
    return {
      undo: this.steps.findLastIndex(({ standing }) => standing),
      redo: redo ? this.steps.indexOf(redo) : -1
    }
  }

  #toggle(step: Step, standing: boolean, always: boolean): Outcome {
    const { before: from, after: to } = standing ? step : { before: step.after, after: step.before }
    const { state, conflicts, applied } = patch(this.#state, from, to)
    if (!always && applied === 0) return { logged: false, conflicts }
    this.#state = state
    this.#session = null
    step.standing = standing
    this.#undone = this.#undone.filter((other) => other !== step)
    if (!standing) this.#undone.push(step)
    return { logged: true, conflicts }
  }

  #act(change: (draft: Draft) => void, session: string | null = null): Outcome {
    const before = this.#state
    const after = new Map(before)
    change(after)
    if (differing(before, after).length === 0) return { logged: false, conflicts: 0 }
    const last = this.steps.at(-1)
    if (last && session !== null && session === this.#session) last.after = after
    else this.steps.push({ before, after, standing: true, session })
    this.#session = session
    this.#undone = []
    this.#state = after
    return { logged: true, conflicts: 0 }
  }

  #giveStatus(draft: Draft, paper: PaperId, status: Status): void {
    put(draft, `paper/${paper}/status`, status === 'inbox' ? null : status)
    draft.delete(`paper/${paper}/snoozed`)
    if (status === 'queued' || status === 'reading') join(draft, paper, 1)
    else draft.delete(`paper/${paper}/in/1`)
  }

  #isTaken(name: string, by?: number): boolean {
    return this.queues().some(
      (queue) => queue !== by && sameName(this.#state.get(`queue/${queue}/name`), name)
    )
  }
}

const sameName = (a: unknown, b: unknown): boolean => String(a).toLowerCase() === String(b).toLowerCase()

function put(draft: Draft, key: string, value: Value | null): void {
  if (value === null || value === '' || value === false) draft.delete(key)
  else draft.set(key, value)
}

function join(draft: Draft, paper: PaperId, queue: number): void {
  if (draft.has(`paper/${paper}/in/${queue}`)) return
  const places = [...draft].flatMap(([key, place]) => (key.endsWith(`/in/${queue}`) ? Number(place) : []))
  draft.set(`paper/${paper}/in/${queue}`, (places.length > 0 ? Math.max(...places) : 0) + 1)
}

const differing = (a: State, b: State): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key))

/** Does what leads from one state to another on a third, except to what is not as in the first any more. */
function patch(now: State, from: State, to: State): { state: State; conflicts: number; applied: number } {
  const keys = differing(from, to)
  const comesOrGoes = (queue: string): boolean =>
    from.has(`queue/${queue}/name`) !== to.has(`queue/${queue}/name`)
  const groups = Map.groupBy(keys, (key) => {
    const queue = /\/in\/(\d+)$/.exec(key)?.[1]
    return queue !== undefined && comesOrGoes(queue) ? `queue/${queue}` : key.split('/', 2).join('/')
  })
  const state = new Map(now)
  let conflicts = 0
  for (const [group, own] of groups) {
    const id = group.split('/')[1] ?? ''
    const whole = group.startsWith('queue/') && comesOrGoes(id)
    const isAs = own.every((key) => {
      const isPlace = key.includes('/in/') || key.endsWith('/place')
      const isMove = from.has(key) && to.has(key)
      if (isPlace && !isMove) return now.has(key) === from.has(key)
      return now.get(key) === from.get(key)
    })
    const queueThere = own.every(
      (key) => !key.includes('/in/') || whole || !to.has(key) || now.has(`queue/${key.split('/')[3]}/name`)
    )
    const name = to.get(`queue/${id}/name`)
    const nameFree =
      !own.includes(`queue/${id}/name`) ||
      name === undefined ||
      ![...now].some(
        ([key, other]) =>
          /^queue\/\d+\/name$/.test(key) && key !== `queue/${id}/name` && sameName(other, name)
      )
    const members = [...now.keys()].filter((key) => key.startsWith('paper/') && key.endsWith(`/in/${id}`))
    const emptied = !whole || name !== undefined || members.every((key) => own.includes(key))
    const asItWas =
      !whole ||
      ['color', 'due'].every((field) => now.get(`${group}/${field}`) === from.get(`${group}/${field}`))
    const exists = !group.startsWith('queue/') || whole || now.has(`queue/${id}/name`)
    if (!isAs || !queueThere || !nameFree || !emptied || !exists || !asItWas) {
      conflicts++
      continue
    }
    for (const key of own) put(state, key, to.get(key) ?? null)
  }
  return { state, conflicts, applied: groups.size - conflicts }
}
