import assert from 'node:assert/strict'
import type { CoreCallName, Input, Output } from '../../../../src/contract/calls.ts'
import type { Client } from '../../../../src/contract/client.ts'
import type { Overview } from '../../../../src/contract/library.ts'
import { TO_READ_QUEUE_ID, type Paper, type PaperId, type PaperRow } from '../../../../src/contract/model.ts'
import { identityOf } from '../../../../src/core/digests/identity.ts'
import type { UserModel } from './user.ts'

export async function ask<Name extends CoreCallName>(
  client: Client,
  name: Name,
  input: Input<Name>
): Promise<Output<Name>> {
  const result = await client.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`)
  return result.value
}

/** Queries that find some papers of the made-up digests by title, and some by summary. */
const queries = ['diffusion', '확산', 'nested continued']
const lists = ['queued', 'reading', 'read', 'skipped'] as const

export interface LibraryView {
  overview: Overview
  papers: Paper[]
  decks: { day: string; papers: Paper[]; rows: PaperRow[] }[]
  problems: unknown[]
  found: PaperId[][]
  marked: { statuses: PaperId[][]; starred: PaperId[]; toRead: PaperId[] }
}

/** Everything that a library's calls give, at one moment only if nothing is going on. */
export async function viewOf(client: Client): Promise<LibraryView> {
  const overview = await ask(client, 'library.overview', {})
  const idsOf = async (list: Input<'papers.list'>['list']): Promise<PaperId[]> =>
    (await ask(client, 'papers.list', { list })).ids
  const decks: LibraryView['decks'] = []
  for (const { day } of overview.decks) {
    const list = { kind: 'deck', day } as const
    const { rows } = await ask(client, 'papers.list', { list })
    decks.push({ day, papers: await ask(client, 'papers.export', { list }), rows })
  }
  return {
    overview,
    papers: await ask(client, 'papers.export', { list: { kind: 'all' } }),
    decks,
    problems: await ask(client, 'digests.problems', {}),
    found: await Promise.all(queries.map((query) => idsOf({ kind: 'search', query }))),
    marked: {
      statuses: await Promise.all(lists.map((status) => idsOf({ kind: 'status', status }))),
      starred: await idsOf({ kind: 'starred' }),
      toRead: await idsOf({ kind: 'queue', queueId: TO_READ_QUEUE_ID })
    }
  }
}

export const keyOf = (paper: { title: string; url: string }): string => identityOf(paper).identity

/** What a library's own history or the user gives a paper, so that a fresh import can't know it. */
const ownFields: ReadonlySet<string> = new Set([
  'id',
  'citationKey',
  'status',
  'statusAt',
  'snoozedUntil',
  'starred',
  'rating',
  'note',
  'noteExcerpt',
  'tags',
  'queues',
  'queueIds',
  'otherVersions'
])

const digestPart = (paper: object): object =>
  Object.fromEntries(Object.entries(paper).filter(([field]) => !ownFields.has(field)))

/** What digests alone give, without numbers that depend on the way there. */
function digestView(view: LibraryView, shown: (paper: Paper) => boolean): object {
  const identities = new Map(view.papers.filter(shown).map((paper) => [paper.id, keyOf(paper)]))
  return {
    papers: view.papers.filter(shown).map(digestPart),
    decks: view.decks.map(({ day, papers, rows }) => ({
      day,
      papers: papers.map(digestPart),
      rows: rows.map(digestPart)
    })),
    totals: view.overview.decks.map(({ day, total }) => ({ day, total })),
    problems: view.problems,
    problemCount: view.overview.problems,
    folders: view.overview.folders.map(({ id: _id, ...folder }) => folder),
    found: view.found.map((ids) => ids.flatMap((id) => identities.get(id) ?? []).sort())
  }
}

/**
 * Compares a library with a fresh import of the same folders, and with what the user did.
 * @throws AssertionError that shows the difference
 */
export function compare(view: LibraryView, fresh: LibraryView, user: UserModel): void {
  const inDigests = new Set(fresh.papers.map(keyOf))
  assert.deepEqual(
    digestView(view, (paper) => inDigests.has(keyOf(paper))),
    digestView(fresh, () => true),
    'the library differs from a fresh import'
  )
  compareUser(view, user, inDigests)
}

/**
 * Compares the days that a library has so far with those of a fresh import, where each digest is a day of its own.
 * @throws AssertionError where one is not as a whole file gives it
 */
export function compareWholeDays(view: LibraryView, fresh: LibraryView): void {
  for (const { day, papers } of view.decks) {
    const whole = fresh.decks.find((deck) => deck.day === day)
    assert.deepEqual(papers.map(digestPart), whole?.papers.map(digestPart), 'a digest was put in by half')
  }
}

/**
 * Compares what the user did, and what follows from it, with the model of it.
 * @param inDigests the papers that digests hold; the others are there for their marks alone
 */
export function compareUser(view: LibraryView, user: UserModel, inDigests: ReadonlySet<string>): void {
  for (const paper of view.papers) {
    const { status, starred, rating, note, toRead } = user.marksOf(paper.id)
    const queues = toRead === null ? [] : ['To read']
    assert.deepEqual(
      {
        status: paper.status,
        starred: paper.starred,
        rating: paper.rating,
        note: paper.note,
        queues: paper.queues
      },
      { status, starred, rating, note, queues },
      `the marks of paper ${paper.id} are not what the user made them`
    )
  }
  const kept = view.papers.filter((paper) => !inDigests.has(keyOf(paper))).map(({ id }) => id)
  const shown = view.papers.filter((paper) => inDigests.has(keyOf(paper))).map(({ id }) => id)
  assert.deepEqual(
    kept.sort((a, b) => a - b),
    user
      .touched()
      .filter((id) => !shown.includes(id))
      .sort((a, b) => a - b),
    'of the papers without a digest not exactly those that the user touched are there'
  )
  for (const paper of view.papers) if (kept.includes(paper.id)) assert.deepEqual(paper.appearances, [])
  compareLists(view, user)
}

function compareLists(view: LibraryView, user: UserModel): void {
  const { statuses, starred, toRead } = view.marked
  assert.deepEqual(
    statuses,
    lists.map((status) => user.withStatus(status)),
    'the lists by status'
  )
  assert.deepEqual(starred, user.starred(), 'the starred papers')
  assert.deepEqual(toRead, user.toRead(), 'the order of To read')
  const { undo, redo } = view.overview.undo
  const part = (action: typeof undo) =>
    action && { kind: action.kind, value: action.value, count: action.count }
  assert.deepEqual({ undo: part(undo), redo: part(redo) }, user.undoState(), 'what can be undone')
  const counts = {
    ...{ inbox: 0, queued: 0, reading: 0, read: 0, skipped: 0 },
    ...{ snoozed: 0, starred: 0, all: view.papers.length }
  }
  for (const paper of view.papers) {
    counts[paper.status]++
    if (paper.starred) counts.starred++
  }
  assert.deepEqual(view.overview.counts, counts, 'the counts')
  for (const { day, papers } of view.decks) {
    const counted = (...of: Paper['status'][]) => papers.filter(({ status }) => of.includes(status)).length
    assert.deepEqual(
      view.overview.decks.find((deck) => deck.day === day),
      {
        day,
        total: papers.length,
        left: counted('inbox'),
        snoozed: 0,
        queued: counted('queued', 'reading'),
        read: counted('read'),
        skipped: counted('skipped')
      },
      'the counts of a deck'
    )
  }
}
