import type { IngestStatus, Notice, PaperId } from './model.ts'
import type { Settings } from './settings.ts'

/** What the core, or a host, tells without being asked. */
export type AppEvent =
  /** Papers or marks changed, here or in another program on the same library; `all`: reload what is shown.
   * Empty: only folders did. `digests`: digest files changed, so that lists may hold other papers, or in another
   * order. */
  | { type: 'library.changed'; papers: PaperId[] | 'all'; digests: boolean }
  | { type: 'ingest.progress'; status: IngestStatus }
  | { type: 'settings.changed'; settings: Settings }
  /** Something to fetch with `library.notices`. */
  | { type: 'notice'; notice: Notice }
  /** A menu item of the host was chosen. */
  | { type: 'command'; command: Command }
  /** The window is about to close; it waits a moment for the call `host.closing`. */
  | { type: 'closing' }
  /** The transport was cut (`false`) or is back (`true`). */
  | { type: 'connection'; connected: boolean }

/** Commands that a host's menu may send; the renderer's own keys run the same ones. */
export const commands = [
  'next',
  'previous',
  'star',
  'queue',
  'skip',
  'read',
  'inbox',
  'note',
  'open',
  'undo',
  'redo',
  'search',
  'help',
  'folders',
  'export',
  'copyBibtex',
  'settings'
] as const
export type Command = (typeof commands)[number]
