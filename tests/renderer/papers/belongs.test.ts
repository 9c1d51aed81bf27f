import { describe, expect, it } from 'vitest'
import { plainView, type Filter, type ListRef } from '../../../src/contract/lists.ts'
import { belongs, isFaded, isFresh, passes } from '../../../src/renderer/features/papers/belongs.ts'
import { rowOf } from '../fake-client.ts'

const today = '2024-09-01'
const none = plainView.filter
const asks = (filter: Partial<Filter>): Filter => ({ ...none, ...filter })
const own = rowOf(1, {
  day: '2024-08-26',
  status: 'queued',
  starred: true,
  rating: 4,
  noteExcerpt: '다시',
  hasCode: true,
  tags: ['확산', 'To cite'],
  queueIds: [1, 7]
})

describe('a filter', () => {
  it('lets a row pass that has all it asks for', () => {
    expect(passes(none, rowOf(1))).toBe(true)
    const filter = asks({
      statuses: ['read', 'queued'],
      starred: true,
      rated: true,
      noted: true,
      code: true,
      tags: ['to cite', '확산'],
      from: '2024-08-26',
      to: '2024-08-26'
    })
    expect(passes(filter, own)).toBe(true)
  })

  it.each<Partial<Filter>>([
    { statuses: ['read'] },
    { starred: true },
    { rated: true },
    { noted: true },
    { code: true },
    { tags: ['확산'] },
    { from: '2024-08-27' },
    { to: '2024-08-25' }
  ])('keeps out what lacks %o', (filter) => {
    expect(passes(asks(filter), rowOf(1, { day: '2024-08-26' }))).toBe(false)
  })

  it('keeps out what has no day where days are asked for', () => {
    expect(passes(asks({ from: '2024-01-01' }), rowOf(1, { day: null }))).toBe(false)
  })
})

describe('what belongs to a list', () => {
  it.each<[ListRef, boolean]>([
    [{ kind: 'status', status: 'queued' }, true],
    [{ kind: 'status', status: 'inbox' }, false],
    [{ kind: 'queue', queueId: 7 }, true],
    [{ kind: 'queue', queueId: 8 }, false],
    [{ kind: 'tag', tag: 'to cite' }, true],
    [{ kind: 'tag', tag: 'other' }, false],
    [{ kind: 'starred' }, true],
    [{ kind: 'snoozed' }, false],
    [{ kind: 'all' }, true]
  ])('%o: %s', (ref, expected) => {
    expect(belongs(ref, none, own, today)).toBe(expected)
  })

  it('is out of the inbox until the day to which it is snoozed', () => {
    const inbox = { kind: 'status', status: 'inbox' } as const
    expect(isFresh(rowOf(1, { snoozedUntil: '2024-09-02' }), today)).toBe(false)
    expect(isFresh(rowOf(1, { snoozedUntil: today }), today)).toBe(true)
    expect(belongs(inbox, none, rowOf(1, { snoozedUntil: '2024-09-02' }), today)).toBe(false)
    expect(belongs({ kind: 'snoozed' }, none, rowOf(1, { snoozedUntil: '2024-09-02' }), today)).toBe(true)
  })
})

describe('a greyed row', () => {
  const deck = { kind: 'deck', day: '2024-08-26' } as const

  it('was dealt with in a deck, or left the list it is in', () => {
    expect(isFaded(deck, none, own, today)).toBe(true)
    expect(isFaded(deck, none, rowOf(1), today)).toBe(false)
    expect(isFaded({ kind: 'queue', queueId: 7 }, none, own, today)).toBe(false)
    expect(isFaded({ kind: 'queue', queueId: 8 }, none, own, today)).toBe(true)
  })

  it('is not one that the filter of a deck asks for', () => {
    expect(isFaded(deck, asks({ statuses: ['queued'] }), own, today)).toBe(false)
    expect(isFaded(deck, asks({ statuses: ['read'] }), own, today)).toBe(true)
  })
})
