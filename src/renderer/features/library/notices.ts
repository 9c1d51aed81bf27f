import type { Client } from '../../../contract/client.ts'
import type { Notice } from '../../../contract/library.ts'
import { m } from '../../i18n/generated/messages.js'
import { watchedName } from '../digests/folders.svelte.ts'

const folderOf = ({ details }: Notice): string =>
  watchedName({ path: details?.['folder'] ?? '', sample: false })

const fileOf = ({ details }: Notice): string => details?.['file']?.split(/[\\/]/).at(-1) ?? ''

const texts: Record<Notice['code'], (notice: Notice) => string> = {
  'settings-reset': (notice) => m.notice_settings_reset({ file: fileOf(notice) }),
  'folder-lost': (notice) => m.notice_folder_lost({ name: folderOf(notice) }),
  'folder-back': (notice) => m.notice_folder_back({ name: folderOf(notice) }),
  'folder-emptied': (notice) => m.notice_folder_emptied({ name: folderOf(notice) })
}
/** A notice in the language of the screen. */
export const noticeText = (notice: Notice): string => texts[notice.code](notice)

/** What the core has to tell once: each notice is told as it is heard, or else fetched, and never twice. */
export class Notices {
  readonly #client: Client
  readonly #tell: (notice: Notice) => void
  /** Told as they were heard, and perhaps still waiting in the core. */
  #heard: string[] = []
  #fetching = 0

  constructor(client: Client, tell: (notice: Notice) => void) {
    this.#client = client
    this.#tell = tell
  }

  /** Takes one from the core's event, and takes it out of what the core keeps for those who were not there. */
  async hear(notice: Notice): Promise<void> {
    this.#heard.push(JSON.stringify(notice))
    this.#tell(notice)
    await this.fetch()
  }

  /** Tells all that wait, in order. */
  async fetch(): Promise<void> {
    this.#fetching += 1
    const answer = await this.#client.call('library.notices', {})
    for (const notice of answer.ok ? answer.value : []) {
      const told = this.#heard.indexOf(JSON.stringify(notice))
      if (told === -1) this.#tell(notice)
      else this.#heard.splice(told, 1)
    }
    this.#fetching -= 1
    // What did not come was fetched by another window.
    if (this.#fetching === 0) this.#heard = []
  }
}
