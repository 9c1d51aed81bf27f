import type { Command } from '../../../contract/events.ts'
import { m } from '../../i18n/generated/messages.js'

/** Everything that a key can do. */
export type KeyCommand =
  | Exclude<Command, 'folders' | 'settings'>
  | 'first'
  | 'last'
  | 'newerDeck'
  | 'olderDeck'
  | 'enter'
  | 'escape'
  | 'toggleMark'
  | 'extendDown'
  | 'extendUp'
  | 'markAll'
  | 'rate1'
  | 'rate2'
  | 'rate3'
  | 'rate4'
  | 'rate5'
  | 'unrate'
  | 'diagnostics'

export interface Chord {
  /** As `KeyboardEvent.key` gives it, letters in lower case. */
  key: string
  shift?: boolean
  /** Ctrl, or Cmd on a Mac. */
  mod?: boolean
  /** Left to a control that has the focus, such as arrows in a group of stars. */
  listOnly?: boolean
}

/** The one table of keys: what they do, and what help and buttons say of them. */
export const keymap: Record<KeyCommand, readonly Chord[]> = {
  next: [{ key: 'j' }, { key: 'ArrowDown', listOnly: true }],
  previous: [{ key: 'k' }, { key: 'ArrowUp', listOnly: true }],
  first: [{ key: 'Home', listOnly: true }],
  last: [{ key: 'End', listOnly: true }],
  newerDeck: [{ key: '[' }],
  olderDeck: [{ key: ']' }],
  enter: [{ key: 'Enter', listOnly: true }],
  escape: [{ key: 'Escape' }],
  queue: [{ key: 'q' }],
  skip: [{ key: 'x' }],
  read: [{ key: 'r' }],
  inbox: [{ key: 'i' }],
  star: [{ key: 's' }],
  rate1: [{ key: '1' }],
  rate2: [{ key: '2' }],
  rate3: [{ key: '3' }],
  rate4: [{ key: '4' }],
  rate5: [{ key: '5' }],
  unrate: [{ key: '0' }],
  note: [{ key: 'n' }],
  undo: [{ key: 'u' }, { key: 'z', mod: true }],
  redo: [
    { key: 'u', shift: true },
    { key: 'z', mod: true, shift: true },
    { key: 'y', mod: true }
  ],
  toggleMark: [{ key: ' ', listOnly: true }],
  extendDown: [
    { key: 'j', shift: true },
    { key: 'ArrowDown', shift: true, listOnly: true }
  ],
  extendUp: [
    { key: 'k', shift: true },
    { key: 'ArrowUp', shift: true, listOnly: true }
  ],
  markAll: [{ key: 'a', mod: true }],
  open: [{ key: 'o' }],
  copyBibtex: [{ key: 'c' }],
  export: [{ key: 'e' }],
  search: [{ key: '/' }],
  help: [{ key: '?' }],
  diagnostics: [{ key: '!' }]
}

export interface KeyGroup {
  name: () => string
  rows: { commands: readonly KeyCommand[]; name: () => string }[]
}

/** How the help lists them. */
export const keyGroups: KeyGroup[] = [
  {
    name: () => m.keys_triage(),
    rows: [
      { commands: ['queue'], name: () => m.key_queue() },
      { commands: ['skip'], name: () => m.key_skip() },
      { commands: ['read'], name: () => m.key_read() },
      { commands: ['inbox'], name: () => m.key_inbox() },
      { commands: ['star'], name: () => m.key_star() },
      { commands: ['rate1', 'rate5'], name: () => m.key_rate() },
      { commands: ['unrate'], name: () => m.key_unrate() },
      { commands: ['note'], name: () => m.key_note() },
      { commands: ['undo'], name: () => m.key_undo() },
      { commands: ['redo'], name: () => m.key_redo() }
    ]
  },
  {
    name: () => m.keys_select(),
    rows: [
      { commands: ['toggleMark'], name: () => m.key_toggle_mark() },
      { commands: ['extendDown'], name: () => m.key_extend_down() },
      { commands: ['extendUp'], name: () => m.key_extend_up() },
      { commands: ['markAll'], name: () => m.key_mark_all() }
    ]
  },
  {
    name: () => m.keys_move(),
    rows: [
      { commands: ['next'], name: () => m.key_next() },
      { commands: ['previous'], name: () => m.key_previous() },
      { commands: ['first'], name: () => m.key_first() },
      { commands: ['last'], name: () => m.key_last() },
      { commands: ['newerDeck'], name: () => m.key_newer_deck() },
      { commands: ['olderDeck'], name: () => m.key_older_deck() },
      { commands: ['enter'], name: () => m.key_enter() },
      { commands: ['escape'], name: () => m.key_escape() }
    ]
  },
  {
    name: () => m.keys_rest(),
    rows: [
      { commands: ['search'], name: () => m.key_search() },
      { commands: ['open'], name: () => m.key_open() },
      { commands: ['copyBibtex'], name: () => m.key_copy() },
      { commands: ['export'], name: () => m.key_export() },
      { commands: ['diagnostics'], name: () => m.key_diagnostics() },
      { commands: ['help'], name: () => m.key_help() }
    ]
  }
]

const caps: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Enter: '⏎',
  Escape: 'Esc',
  ' ': 'Space'
}

/** A chord as the caps of its keys. */
export function chordCaps(chord: Chord, mac: boolean): string[] {
  const key = caps[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key)
  return [...(chord.mod ? [mac ? '⌘' : 'Ctrl'] : []), ...(chord.shift ? [mac ? '⇧' : 'Shift'] : []), key]
}

/** The cap of a command's first key, for its button. */
export const cap = (command: KeyCommand): string => {
  const chord = keymap[command][0]
  return chord ? chordCaps(chord, false).join('+') : ''
}
