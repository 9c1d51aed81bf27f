import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../src/contract/errors.ts'
import type { Overview } from '../../../src/contract/library.ts'
import { Library } from '../../../src/renderer/features/library/library.svelte.ts'
import { deferred, fakeClient } from '../fake-client.ts'
import { overviewOf } from './overview.ts'

const overview = (all: number): Overview =>
  overviewOf({ counts: { ...overviewOf().counts, inbox: all, all } })

describe('the overview', () => {
  it('is fetched once more, however often it was asked for meanwhile', async () => {
    const first = deferred<Result<Overview>>()
    let asked = 0
    const client = fakeClient({
      'library.overview': () => (asked++ === 0 ? first.promise : ok(overview(asked)))
    })
    const library = new Library(client)
    const all = [library.refresh(), library.refresh(), library.refresh()]
    first.resolve(ok(overview(1)))
    await Promise.all(all)
    expect(asked).toBe(2)
    expect(library.overview?.counts.all).toBe(2)
  })

  it('says why a library can’t be opened, until it can', async () => {
    let broken = true
    const client = fakeClient({
      'library.overview': () => (broken ? fail('library-newer', 'Newer.') : ok(overview(0))),
      'library.reopen': () => (broken ? fail('library-newer', 'Newer.') : ok(null))
    })
    const library = new Library(client)
    await library.refresh()
    expect(library.error?.code).toBe('library-newer')
    await library.reopen()
    expect(library.error?.code).toBe('library-newer')
    broken = false
    await library.reopen()
    expect(library.error).toBeNull()
    expect(library.isNew).toBe(true)
  })

  it('stays on screen while the connection is cut', async () => {
    let cut = false
    const client = fakeClient({
      'library.overview': () => (cut ? fail('disconnected', 'Lost.') : ok(overview(3)))
    })
    const library = new Library(client)
    await library.refresh()
    cut = true
    await library.refresh()
    expect(library.error).toBeNull()
    expect(library.overview?.counts.all).toBe(3)
  })
})
