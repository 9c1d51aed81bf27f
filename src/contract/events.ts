import type { IngestStatus, Notice } from './library.ts'
import type { Day, PaperId } from './model.ts'
import type { Settings } from './settings.ts'
import type { ActionSummary } from './triage.ts'

/** What the core, or a host, tells without being asked. */
export type AppEvent =
  /** Papers or marks changed, here or in another program on the same library; `all`: reload what is shown.
   * Empty: only folders did. `digests`: digest files changed, so that lists may hold other papers, or in another
   * order. */
  | { type: 'library.changed'; papers: PaperId[] | 'all'; digests: boolean }
  | { type: 'ingest.progress'; status: IngestStatus }
  | { type: 'settings.changed'; settings: Settings }
  /** A day newer than all before has its first digest. */
  | { type: 'deck.arrived'; day: Day; papers: number }
  /** The user's rules met papers that arrived; each step is one rule's, and can be undone by itself. */
  | { type: 'rules.applied'; steps: ActionSummary[] }
  /** Something to fetch with `library.notices`. */
  | { type: 'notice'; notice: Notice }
  /** A link to the app was opened, from outside or from a notification. */
  | { type: 'navigate'; to: Destination }
  /** A menu item of the host was chosen. */
  | { type: 'command'; command: Command }
  /** The window is about to close; it waits a moment for the call `host.closing`. */
  | { type: 'closing' }
  /** The transport was cut (`false`) or is back (`true`). */
  | { type: 'connection'; connected: boolean }

/** What a link `paperdeck://deck/…` or `paperdeck://paper/…` leads to. */
export type Destination = { kind: 'deck'; day: Day } | { kind: 'paper'; arxivId: string }

/** Everything that a key, a menu item of the host or the palette can do. */
export const commands = [
  'next',
  'previous',
  'first',
  'last',
  'newerDeck',
  'olderDeck',
  'enter',
  'escape',
  'queue',
  'skip',
  'read',
  'reading',
  'inbox',
  'star',
  'rate1',
  'rate2',
  'rate3',
  'rate4',
  'rate5',
  'unrate',
  'note',
  'tag',
  'addToQueue',
  'snooze',
  'moveUp',
  'moveDown',
  'undo',
  'redo',
  'toggleMark',
  'extendDown',
  'extendUp',
  'markAll',
  'open',
  'copyBibtex',
  'export',
  'search',
  'palette',
  'sort',
  'filter',
  'refresh',
  'goInbox',
  'goToRead',
  'goReading',
  'calendar',
  'catchUp',
  'history',
  'rules',
  'focusMode',
  'zoomIn',
  'zoomOut',
  'zoomReset',
  'folders',
  'diagnostics',
  'settings',
  'help'
] as const
export type Command = (typeof commands)[number]
