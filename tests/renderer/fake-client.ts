import type { CallName, Input, Output } from '../../src/contract/calls.ts'
import type { Client } from '../../src/contract/client.ts'
import { fail, ok, type Result } from '../../src/contract/errors.ts'
import type { AppEvent } from '../../src/contract/events.ts'
import { plainView, type ListPage } from '../../src/contract/lists.ts'
import type { Paper, PaperId, PaperRow } from '../../src/contract/model.ts'
import type { ActionResult } from '../../src/contract/triage.ts'

type Answer<Name extends CallName> = Result<Output<Name>> | Promise<Result<Output<Name>>>
export type Handlers = { [Name in CallName]?: (input: Input<Name>) => Answer<Name> }

export interface FakeClient extends Client {
  /** Every call so far, with its input. */
  readonly calls: { name: CallName; input: unknown }[]
  inputsOf<Name extends CallName>(name: Name): Input<Name>[]
  emit(event: AppEvent): void
}

/** A core that answers as a test says, and remembers what it was asked. */
export function fakeClient(handlers: Handlers): FakeClient {
  const calls: FakeClient['calls'] = []
  const listeners = new Set<(event: AppEvent) => void>()
  return {
    calls,
    inputsOf: <Name extends CallName>(name: Name) =>
      // Only calls of this name were recorded with this name's input.
      calls.filter((call) => call.name === name).map((call) => call.input as Input<Name>),
    emit: (event) => listeners.forEach((listener) => listener(event)),
    async call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> {
      calls.push({ name, input })
      const handler = handlers[name]
      return handler ? handler(input) : fail('unsupported', `No answer to ${name} in this test.`)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

export const rowOf = (id: PaperId, more: Partial<PaperRow> = {}): PaperRow => ({
  id,
  arxivId: `2408.${String(id).padStart(5, '0')}`,
  title: `Paper ${id}`,
  url: `https://arxiv.org/abs/2408.${String(id).padStart(5, '0')}`,
  day: '2024-08-26',
  votes: 10,
  percentile: 0.5,
  authors: ['Ada Lovelace'],
  authorCount: 1,
  authorsComplete: true,
  status: 'inbox',
  starred: false,
  rating: null,
  noteExcerpt: '',
  hasCode: false,
  snoozedUntil: null,
  statusAt: null,
  tags: [],
  queueIds: [],
  ...more
})

/** A list as the core answers it; looked at plainly, unless told otherwise. */
export const pageOf = (
  ids: readonly PaperId[],
  rows: readonly PaperRow[],
  more: Partial<ListPage> = {}
): ListPage => ({ ids: [...ids], rows: [...rows], view: plainView, hidden: 0, cursor: null, ...more })

export const paperOf = (id: PaperId, more: Partial<Paper> = {}): Paper => ({
  id,
  arxivId: null,
  title: `Paper ${id}`,
  url: 'https://example.org',
  day: '2024-08-26',
  votes: null,
  percentile: null,
  authors: [],
  authorsComplete: true,
  authorOrderKnown: true,
  media: [],
  links: [],
  otherVersions: 0,
  summary: [],
  tags: [],
  queues: [],
  citationKey: `paper${id}`,
  appearances: [],
  status: 'inbox',
  starred: false,
  rating: null,
  note: '',
  snoozedUntil: null,
  ...more
})

export const resultOf = (papers: PaperRow[], more: Partial<ActionResult> = {}): ActionResult => ({
  action: null,
  papers,
  conflicts: 0,
  ...more
})

/** A core that holds rows, in order, and gives the first `firstPage` of them with a list. */
export function listHandlers(rows: readonly PaperRow[], firstPage = rows.length): Handlers {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const pick = (ids: readonly PaperId[]): PaperRow[] => ids.flatMap((id) => byId.get(id) ?? [])
  return {
    'papers.list': () =>
      ok(
        pageOf(
          rows.map((row) => row.id),
          rows.slice(0, firstPage)
        )
      ),
    'papers.rows': ({ ids }) => ok(pick(ids)),
    'triage.setStatus': ({ ids, status }) => ok(resultOf(pick(ids).map((row) => ({ ...row, status }))))
  }
}

/** A promise that a test settles when it likes. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  const { promise, resolve } = Promise.withResolvers<T>()
  return { promise, resolve }
}

/** Lets everything that waits on settled promises happen. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
