import type { Client } from '../../contract/client.ts'
import { ok } from '../../contract/errors.ts'
import { editorLink } from './editors.ts'
import type { HostHandlers } from './host-calls.ts'

/** What a desktop does with files and links of programs on it. */
export interface Desktop {
  openLink: (url: string) => Promise<unknown>
  openFile: (path: string) => Promise<unknown>
  showFile: (path: string) => unknown
}

/** Host calls for digests. Only files that the library knows are ever opened. */
export const digestHostCalls = (
  core: Pick<Client, 'call'>,
  desktop: Desktop
): Pick<HostHandlers, 'host.openDigest' | 'host.showDigest'> => ({
  async 'host.openDigest'({ folder, file, line }) {
    const found = await core.call('digests.locate', { folder, file })
    if (!found.ok) return found
    const settings = await core.call('settings.get', {})
    const link = settings.ok ? editorLink(settings.value.editor, found.value.path, line) : undefined
    await (link === undefined ? desktop.openFile(found.value.path) : desktop.openLink(link))
    return ok(null)
  },

  async 'host.showDigest'({ folder, file }) {
    const found = await core.call('digests.locate', { folder, file })
    if (!found.ok) return found
    await desktop.showFile(found.value.path)
    return ok(null)
  }
})
