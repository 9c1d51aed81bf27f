import { describe, expect, it } from 'vitest'
import { ok, type Result } from '../../../src/contract/errors.ts'
import type { Notice } from '../../../src/contract/library.ts'
import { Notices, noticeText } from '../../../src/renderer/features/library/notices.ts'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'
import { deferred, fakeClient } from '../fake-client.ts'

const lost = (folder: string): Notice => ({ code: 'folder-lost', message: '', details: { folder } })

/** A core that keeps what it has to tell until it is fetched. */
function make(...kept: Notice[]) {
  const told: (string | undefined)[] = []
  const core = { kept, answer: (): Promise<Result<Notice[]>> => Promise.resolve(ok(core.kept.splice(0))) }
  const client = fakeClient({ 'library.notices': () => core.answer() })
  const notices = new Notices(client, ({ details }) => told.push(details?.['folder']))
  const happen = (notice: Notice): Promise<void> => {
    core.kept.push(notice)
    return notices.hear(notice)
  }
  return { core, told, notices, happen }
}

describe('notices', () => {
  it('that wait are all told, in order', async () => {
    const { notices, told } = make(lost('a'), lost('b'))
    await notices.fetch()
    expect(told).toEqual(['a', 'b'])
  })

  it('that are heard are told once, and taken out of what waits', async () => {
    const { core, happen, told } = make()
    await happen(lost('a'))
    expect(told).toEqual(['a'])
    expect(core.kept).toEqual([])
    await happen(lost('a'))
    expect(told).toEqual(['a', 'a'])
  })

  it('that are heard while the first are fetched are not told twice', async () => {
    const { core, happen, notices, told } = make(lost('a'))
    const slow = deferred<Result<Notice[]>>()
    core.answer = () => slow.promise
    const first = notices.fetch()
    core.answer = () => Promise.resolve(ok([]))
    await happen(lost('b'))
    slow.resolve(ok([lost('a'), lost('b')]))
    await first
    expect(told).toEqual(['b', 'a'])
  })

  it('name the folder, or the file, that they are about', () => {
    useLanguage('en', [])
    expect(noticeText(lost('/home/ada/digests'))).toContain('“digests”')
    const file = '/library/settings.broken-1.json'
    expect(noticeText({ code: 'settings-reset', message: '', details: { file } })).toContain(
      '“settings.broken-1.json”'
    )
  })
})
