import { commands, type Command } from '../../../contract/events.ts'
import { m } from '../../i18n/generated/messages.js'

export { ariaKeys, cap } from './caps.ts'

/** What each command is called in the help, the palette and the editor of keys. */
export const commandNames: Record<Command, () => string> = {
  next: () => m.key_next(),
  previous: () => m.key_previous(),
  first: () => m.key_first(),
  last: () => m.key_last(),
  newerDeck: () => m.key_newer_deck(),
  olderDeck: () => m.key_older_deck(),
  enter: () => m.key_enter(),
  escape: () => m.key_escape(),
  queue: () => m.key_queue(),
  skip: () => m.key_skip(),
  read: () => m.key_read(),
  reading: () => m.key_reading(),
  inbox: () => m.key_inbox(),
  star: () => m.key_star(),
  rate1: () => m.key_rate({ count: 1 }),
  rate2: () => m.key_rate({ count: 2 }),
  rate3: () => m.key_rate({ count: 3 }),
  rate4: () => m.key_rate({ count: 4 }),
  rate5: () => m.key_rate({ count: 5 }),
  unrate: () => m.key_unrate(),
  note: () => m.key_note(),
  tag: () => m.key_tag(),
  addToQueue: () => m.key_add_to_queue(),
  snooze: () => m.key_snooze(),
  moveUp: () => m.key_move_up(),
  moveDown: () => m.key_move_down(),
  undo: () => m.key_undo(),
  redo: () => m.key_redo(),
  toggleMark: () => m.key_toggle_mark(),
  extendDown: () => m.key_extend_down(),
  extendUp: () => m.key_extend_up(),
  markAll: () => m.key_mark_all(),
  open: () => m.key_open(),
  copyBibtex: () => m.key_copy(),
  export: () => m.key_export(),
  search: () => m.key_search(),
  palette: () => m.key_palette(),
  sort: () => m.key_sort(),
  filter: () => m.key_filter(),
  refresh: () => m.key_refresh(),
  goInbox: () => m.key_go_inbox(),
  goToRead: () => m.key_go_to_read(),
  goReading: () => m.key_go_reading(),
  calendar: () => m.key_calendar(),
  catchUp: () => m.key_catch_up(),
  history: () => m.key_history(),
  rules: () => m.key_rules(),
  focusMode: () => m.key_focus_mode(),
  zoomIn: () => m.key_zoom_in(),
  zoomOut: () => m.key_zoom_out(),
  zoomReset: () => m.key_zoom_reset(),
  folders: () => m.key_folders(),
  diagnostics: () => m.key_diagnostics(),
  settings: () => m.key_settings(),
  help: () => m.key_help()
}

const sections = {
  triage: () => m.keys_triage(),
  select: () => m.keys_select(),
  move: () => m.keys_move(),
  list: () => m.keys_list(),
  go: () => m.keys_go(),
  rest: () => m.keys_rest()
}

/** Where the help and the editor of keys show a command. */
const sectionOf: Record<Command, keyof typeof sections> = {
  queue: 'triage',
  skip: 'triage',
  read: 'triage',
  reading: 'triage',
  inbox: 'triage',
  star: 'triage',
  rate1: 'triage',
  rate2: 'triage',
  rate3: 'triage',
  rate4: 'triage',
  rate5: 'triage',
  unrate: 'triage',
  note: 'triage',
  tag: 'triage',
  addToQueue: 'triage',
  snooze: 'triage',
  undo: 'triage',
  redo: 'triage',
  toggleMark: 'select',
  extendDown: 'select',
  extendUp: 'select',
  markAll: 'select',
  next: 'move',
  previous: 'move',
  first: 'move',
  last: 'move',
  newerDeck: 'move',
  olderDeck: 'move',
  enter: 'move',
  escape: 'move',
  sort: 'list',
  filter: 'list',
  refresh: 'list',
  moveUp: 'list',
  moveDown: 'list',
  export: 'list',
  palette: 'go',
  search: 'go',
  goInbox: 'go',
  goToRead: 'go',
  goReading: 'go',
  calendar: 'go',
  catchUp: 'go',
  history: 'go',
  rules: 'go',
  open: 'rest',
  copyBibtex: 'rest',
  focusMode: 'rest',
  zoomIn: 'rest',
  zoomOut: 'rest',
  zoomReset: 'rest',
  folders: 'rest',
  diagnostics: 'rest',
  settings: 'rest',
  help: 'rest'
}

export interface KeySection {
  name: () => string
  commands: readonly Command[]
}

// The order of the sections is theirs above; within one it is the contract's.
export const keySections: readonly KeySection[] = Object.entries(sections).map(([section, name]) => ({
  name,
  commands: commands.filter((command) => sectionOf[command] === section)
}))
