import { describe, expect, it } from 'vitest'
import { ok, type Result } from '../../../src/contract/errors.ts'
import type { FolderListing } from '../../../src/contract/library.ts'
import { FolderChooser } from '../../../src/renderer/features/digests/chooser.svelte.ts'
import { deferred } from '../fake-client.ts'

const listing = (path: string): Result<FolderListing> =>
  ok({ path, parent: null, folders: [], markdownFiles: 0 })

describe('a walk through folders', () => {
  it('leaves a path alone that is typed while the first folder is on its way', async () => {
    const home = deferred<Result<FolderListing>>()
    const added: string[] = []
    const chooser = new FolderChooser({
      error: null,
      browse: (path) => (path === null ? home.promise : Promise.resolve(listing(path))),
      add: (path) => Promise.resolve(added.push(path) > 0)
    })
    const first = chooser.go(null)
    chooser.path = '/digests'
    home.resolve(listing('/home/ada'))
    await first
    expect(chooser.listing?.path).toBe('/home/ada')
    await chooser.use()
    expect(added).toEqual(['/digests'])
  })

  it('shows the folder that was asked for last', async () => {
    const home = deferred<Result<FolderListing>>()
    const chooser = new FolderChooser({
      error: null,
      browse: (path) => (path === null ? home.promise : Promise.resolve(listing(path))),
      add: () => Promise.resolve(true)
    })
    const first = chooser.go(null)
    await chooser.go('/digests')
    home.resolve(listing('/home/ada'))
    await first
    expect(chooser.listing?.path).toBe('/digests')
    expect(chooser.path).toBe('/digests')
  })
})
