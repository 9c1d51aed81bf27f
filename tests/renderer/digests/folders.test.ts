import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/contract/errors.ts'
import type { FolderInfo, ImportReport } from '../../../src/contract/library.ts'
import { Folders, isWatched, watchedName } from '../../../src/renderer/features/digests/folders.svelte.ts'
import { Library } from '../../../src/renderer/features/library/library.svelte.ts'
import { Toasts } from '../../../src/renderer/features/triage/toasts.svelte.ts'
import { Host } from '../../../src/renderer/host.ts'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'
import { fakeClient, type FakeClient, type Handlers } from '../fake-client.ts'

const folder: FolderInfo = {
  id: 7,
  path: '/home/ada/papers',
  sample: false,
  state: 'active',
  files: 3,
  papers: 40,
  problem: null
}
const report = (more: Partial<ImportReport> = {}): ImportReport => ({
  complete: true,
  files: 3,
  papers: 40,
  appearances: 40,
  changed: 3,
  problems: [],
  ms: 1,
  ...more
})

function setUp(handlers: Handlers): { client: FakeClient; folders: Folders; toasts: Toasts } {
  const client = fakeClient(handlers)
  const toasts = new Toasts()
  const folders = new Folders(client, new Host(client), new Library(client), toasts, {
    onImported: async () => {},
    showDiagnostics: () => {}
  })
  return { client, folders, toasts }
}

beforeEach(() => useLanguage('en', []))

describe('folders', () => {
  it('are paused and resumed', async () => {
    const { client, folders } = setUp({ 'folders.setPaused': () => ok(null) })
    await folders.setPaused(folder, true)
    await folders.setPaused({ ...folder, state: 'paused' }, false)
    expect(client.inputsOf('folders.setPaused')).toEqual([
      { id: 7, paused: true },
      { id: 7, paused: false }
    ])
  })

  it('are removed with their papers hidden or kept, and the choice is told', async () => {
    const { client, folders, toasts } = setUp({ 'folders.remove': () => ok(null) })
    await folders.remove(folder, 'hide')
    expect(toasts.current?.text()).toContain('Papers you touched stay')
    await folders.remove(folder, 'keep')
    expect(toasts.current?.text()).toContain('All its papers stay')
    expect(client.inputsOf('folders.remove').map(({ papers }) => papers)).toEqual(['hide', 'keep'])
  })

  it('that are kept are watched again, or let their papers go', async () => {
    const kept: FolderInfo = { ...folder, state: 'kept' }
    const { client, folders, toasts } = setUp({
      'folders.add': () => ok(report()),
      'folders.addSample': () => ok(report()),
      'folders.remove': () => ok(null)
    })
    expect([folder, kept].map(isWatched)).toEqual([true, false])
    await folders.takeBack(kept)
    await folders.takeBack({ ...kept, sample: true })
    expect(client.inputsOf('folders.add')).toEqual([{ path: folder.path }])
    expect(client.inputsOf('folders.addSample')).toEqual([{}])
    await folders.remove(kept, 'hide')
    expect(toasts.current?.text()).toBe('The papers of “papers” are hidden. Those you touched stay.')
  })

  it('say why they could not be removed', async () => {
    const { folders, toasts } = setUp({ 'folders.remove': () => fail('library-unwritable', 'Full.') })
    await folders.remove(folder, 'hide')
    expect(toasts.current?.tone).toBe('bad')
  })

  it('tell what an import came to, also of one that was paused', async () => {
    const reports = [report(), report({ complete: false, papers: 12 }), report({ files: 0, papers: 0 })]
    const { folders, toasts } = setUp({
      'folders.add': () => {
        const next = reports.shift()
        return next ? ok(next) : fail('internal', '')
      }
    })
    const told: (string | undefined)[] = []
    while (reports.length > 0) {
      await folders.add('/home/ada/papers')
      told.push(toasts.current?.text())
    }
    expect(told).toEqual([
      '40 papers in 3 files',
      'Paused, with 12 papers so far',
      'No papers were found in this folder.'
    ])
  })

  it('are called by the last part of their path, whichever way its slashes lean', () => {
    expect(watchedName(folder)).toBe('papers')
    expect(watchedName({ path: 'C:\\Users\\ada\\papers\\', sample: false })).toBe('papers')
    expect(watchedName({ path: '/x', sample: true })).toBe('Sample days')
  })
})
