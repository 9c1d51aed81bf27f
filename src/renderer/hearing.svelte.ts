import type { Client } from '../contract/client.ts'
import type { AppEvent, Command } from '../contract/events.ts'
import type { Desk } from './desk.svelte.ts'
import { Changes, type Changed } from './features/library/changes.ts'
import { Notices, noticeText } from './features/library/notices.ts'

const CHANGES_PAUSE_MS = 40
const RELOAD_PAUSE_MS = 200

/** What the core and the host tell without being asked, brought to the features that it concerns. */
export class Hearing {
  readonly #desk: Desk
  readonly #client: Client
  readonly #run: (command: Command) => void
  readonly #notices: Notices
  readonly #changes = new Changes(CHANGES_PAUSE_MS, (changed) => void this.#libraryChanged(changed))
  readonly #reloads = new Changes(RELOAD_PAUSE_MS, (changed) => void this.#desk.list.reload(changed))
  #connected = $state(true)

  /** @param run carries out what a menu of the host asks for */
  constructor(desk: Desk, client: Client, run: (command: Command) => void) {
    this.#desk = desk
    this.#client = client
    this.#run = run
    this.#notices = new Notices(client, (notice) => desk.toasts.tell(() => noticeText(notice)))
  }

  get connected(): boolean {
    return this.#connected
  }

  /** Listens from now on; the answer stops it. */
  start(): () => void {
    return this.#client.subscribe((event) => this.#hear(event))
  }

  /** Asks for what was to be told before anyone listened. */
  fetchNotices(): void {
    void this.#notices.fetch()
  }

  #hear(event: AppEvent): void {
    const desk = this.#desk
    switch (event.type) {
      case 'library.changed':
        this.#changes.add(event)
        return
      case 'ingest.progress':
        desk.library.takeIngest(event.status)
        // Whether a folder could be read is part of the overview; a folder that is new has to get into it.
        if (event.status.phase === 'idle') {
          void desk.library.refresh()
          desk.refreshDialog()
        } else if (!desk.library.watches(event.status.folder)) void desk.library.refresh()
        return
      case 'settings.changed':
        desk.preferences.take(event.settings)
        return
      case 'deck.arrived':
        // It comes with changes, which bring it on screen; telling of it outside of the window is the host's.
        return
      case 'rules.applied':
        desk.triage.tellRules(event.steps, () => desk.show('history'))
        return
      case 'notice':
        void this.#notices.hear(event.notice)
        void desk.library.refresh()
        return
      case 'connection':
        this.#connected = event.connected
        if (event.connected) void this.#cameBack()
        return
      case 'closing':
        void this.#close()
        return
      case 'navigate':
        desk.closeDialog()
        void desk.destinations.go(event.to)
        return
      case 'command':
        this.#run(event.command)
        return
    }
  }

  async #libraryChanged(changed: Changed): Promise<void> {
    const { library, list, paper } = this.#desk
    const { papers } = changed
    void library.refresh()
    const cursor = list.selection.cursor
    if (cursor !== null && (papers === 'all' || papers.includes(cursor))) void paper.refresh()
    this.#desk.refreshDialog()
    if (await list.changed(changed)) this.#reloads.add(changed)
  }

  /** Sends off what is being typed and where the user is, and lets the window close. */
  async #close(): Promise<void> {
    const { note, list } = this.#desk
    // Calls are answered in the order they are made, so the place is kept before the window is let go.
    list.leave()
    await note.flush()
    await this.#client.call('host.closing', { unsaved: note.unsaved !== 'none' })
  }

  async #cameBack(): Promise<void> {
    const { library, preferences, note, list } = this.#desk
    void this.#notices.fetch()
    await Promise.all([library.refresh(), preferences.load(), note.retry()])
    if (list.ref) this.#changes.add({ papers: 'all', digests: true })
    else if (!library.error && !library.isNew) await this.#desk.openFirst()
  }
}
