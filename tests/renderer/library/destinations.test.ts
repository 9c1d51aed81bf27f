import { expect, it } from 'vitest'
import { fail, ok } from '../../../src/contract/errors.ts'
import type { ListRef } from '../../../src/contract/lists.ts'
import { Destinations } from '../../../src/renderer/features/library/destinations.ts'
import { fakeClient, rowOf, type Handlers } from '../fake-client.ts'

function make(handlers: Handlers, address = '') {
  const opened: [ListRef, number?][] = []
  const failed: string[] = []
  const events = {
    open: (list: ListRef, at?: number) => {
      opened.push(at === undefined ? [list] : [list, at])
      return Promise.resolve()
    },
    failed: ({ code }: { code: string }) => void failed.push(code),
    nowhere: () => void failed.push('nowhere')
  }
  const shown = { hash: address }
  const page = { read: () => shown.hash, write: (hash: string) => (shown.hash = hash) }
  return { destinations: new Destinations(fakeClient(handlers), events, page), opened, failed, shown }
}

it('begins where the host was asked to', async () => {
  const { destinations, opened } = make({ 'host.destination': () => ok({ kind: 'deck', day: '2024-01-05' }) })
  expect(await destinations.first()).toBe(true)
  expect(opened).toEqual([[{ kind: 'deck', day: '2024-01-05' }]])
})

it('begins where the page’s address says, and follows it', async () => {
  const row = { ...rowOf(7), day: '2024-01-08' }
  const { destinations, opened } = make(
    { 'host.destination': () => ok(null), 'papers.resolve': () => ok([row]) },
    '#/paper/2401.00007'
  )
  expect(await destinations.first()).toBe(true)
  await destinations.addressChanged()
  expect(opened).toEqual([
    [{ kind: 'deck', day: '2024-01-08' }, 7],
    [{ kind: 'deck', day: '2024-01-08' }, 7]
  ])
})

it('leaves the start alone where nothing was asked', async () => {
  const { destinations, opened } = make({ 'host.destination': () => ok(null) }, '#other')
  expect(await destinations.first()).toBe(false)
  expect(opened).toEqual([])
})

it('says where an address that looks like a link is none', async () => {
  const { destinations, failed } = make({ 'host.destination': () => ok(null) }, '#/deck/2024-02-31')
  expect(await destinations.first()).toBe(false)
  expect(failed).toEqual(['nowhere'])
})

it('keeps the page’s address at the open deck', () => {
  const { destinations, shown } = make({}, '#/deck/2024-01-05')
  destinations.opened(null)
  expect(shown.hash).toBe('#/deck/2024-01-05')
  destinations.opened({ kind: 'deck', day: '2024-01-08' })
  expect(shown.hash).toBe('#/deck/2024-01-08')
  destinations.opened({ kind: 'starred' })
  expect(shown.hash).toBe('')
})

it('says that there is no such paper', async () => {
  const { destinations, opened, failed } = make({ 'papers.resolve': () => fail('not-found', 'None.') })
  expect(await destinations.go({ kind: 'paper', arxivId: '9999.00001' })).toBe(false)
  expect([opened, failed]).toEqual([[], ['nowhere']])
})
