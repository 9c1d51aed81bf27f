import type { HostInfo } from '../contract/calls.ts'
import type { Client } from '../contract/client.ts'
import { fail, ok, type Result } from '../contract/errors.ts'

const WEB: HostInfo = { kind: 'web', platform: '', version: '', nativeDialogs: false }

/** Whether a link may be opened at all. */
export function isWebLink(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && (parsed.protocol === 'http:' || parsed.protocol === 'https:')
}

/** The desktop around the window: the system's dialogs in Electron, the browser's means elsewhere. */
export class Host {
  info: HostInfo = WEB
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  async load(): Promise<void> {
    const answer = await this.#client.call('host.info', {})
    if (answer.ok) this.info = answer.value
  }

  /** Opens an http(s) link in the browser; false for anything else. */
  open(url: string): boolean {
    if (!isWebLink(url)) return false
    window.open(url, '_blank', 'noopener')
    return true
  }

  async copyText(text: string): Promise<Result<null>> {
    if (this.info.kind === 'electron') return this.#client.call('host.copyText', { text })
    try {
      await navigator.clipboard.writeText(text)
      return ok(null)
    } catch {
      return fail('unsupported', 'The clipboard could not be used.')
    }
  }

  /** The name of the file that was written; null when the user changed their mind. */
  async saveText(suggestedName: string, text: string): Promise<Result<{ name: string } | null>> {
    if (this.info.kind === 'electron') {
      const answer = await this.#client.call('host.saveText', { suggestedName, text })
      if (!answer.ok) return answer
      const { path } = answer.value
      return ok(path === null ? null : { name: path.split(/[\\/]/).at(-1) ?? path })
    }
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    link.download = suggestedName
    link.click()
    // The browser has taken the blob once its download began; a minute is ample.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    return ok({ name: suggestedName })
  }
}
