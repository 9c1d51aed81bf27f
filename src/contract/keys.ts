import { commands, type Command } from './events.ts'

/** A key with its modifiers, as parsed from a string such as `Mod+Shift+z`. */
export interface Chord {
  /** As `KeyboardEvent.key` gives it, letters in lower case. */
  key: string
  /** Ctrl, or Cmd on a Mac. */
  mod: boolean
  alt: boolean
  shift: boolean
}

/** The keys that every command has at first; help, buttons and menus say them as the user has changed them. */
export const defaultKeys: Record<Command, readonly string[]> = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  first: ['g', 'Home'],
  last: ['Shift+g', 'End'],
  newerDeck: ['['],
  olderDeck: [']'],
  enter: ['Enter'],
  escape: ['Escape'],
  queue: ['q'],
  skip: ['x'],
  read: ['r'],
  reading: ['b'],
  inbox: ['i'],
  star: ['s'],
  rate1: ['1'],
  rate2: ['2'],
  rate3: ['3'],
  rate4: ['4'],
  rate5: ['5'],
  unrate: ['0'],
  note: ['n'],
  tag: ['t'],
  addToQueue: ['l'],
  snooze: ['z'],
  moveUp: ['Alt+ArrowUp', 'Alt+k'],
  moveDown: ['Alt+ArrowDown', 'Alt+j'],
  undo: ['u', 'Mod+z'],
  redo: ['Shift+u', 'Mod+Shift+z', 'Mod+y'],
  toggleMark: ['Space'],
  extendDown: ['Shift+j', 'Shift+ArrowDown'],
  extendUp: ['Shift+k', 'Shift+ArrowUp'],
  markAll: ['Mod+a'],
  open: ['o'],
  copyBibtex: ['c', 'Mod+Shift+c'],
  export: ['e', 'Mod+Shift+e'],
  search: ['/', 'Mod+f'],
  palette: ['Mod+k'],
  sort: ['Shift+s'],
  filter: ['f'],
  refresh: ['.'],
  goInbox: ['Shift+i'],
  goToRead: ['Shift+q'],
  goReading: ['Shift+b'],
  calendar: ['d'],
  catchUp: ['w'],
  history: ['h'],
  rules: ['Shift+a'],
  focusMode: ['m', 'Mod+Shift+f'],
  zoomIn: ['Mod+=', 'Mod+Plus'],
  zoomOut: ['Mod+-'],
  zoomReset: ['Mod+0'],
  folders: ['Mod+o'],
  diagnostics: ['!'],
  settings: [',', 'Mod+,'],
  help: ['?']
}

/** Keys whose own text would be lost in a chord, by the name that stands for them there. */
const named: Record<string, string> = { Space: ' ', Plus: '+' }
const nameOf = (key: string): string => Object.entries(named).find(([, text]) => text === key)?.[0] ?? key

const isSymbol = (key: string): boolean => /^[^\p{L}\p{N} ]$/u.test(key)
/** `a`, `é`, `/`, `ArrowDown`, `F5`. */
const isKey = (key: string): boolean => /^[^\p{C}\p{Lu}\p{Lt}]$/u.test(key) || /^[A-Z][A-Za-z0-9]+$/.test(key)

/** null where it is no chord. Whether a symbol needs Shift is the layout's affair, so there Shift is left out. */
export function parseChord(text: string): Chord | null {
  const parts = text.split('+')
  const last = parts.pop() ?? ''
  const key = named[last] ?? (last.length === 1 ? last.toLowerCase() : last)
  if (!isKey(key) || new Set(parts).size < parts.length) return null
  if (parts.some((part) => part !== 'Mod' && part !== 'Alt' && part !== 'Shift')) return null
  const has = (part: string): boolean => parts.includes(part)
  return { key, mod: has('Mod'), alt: has('Alt'), shift: has('Shift') && !isSymbol(key) }
}

/** A chord as the settings keep it: the same chord always gives the same text. */
export const chordText = ({ key, mod, alt, shift }: Chord): string =>
  [mod && 'Mod', alt && 'Alt', shift && !isSymbol(key) && 'Shift', nameOf(key)].filter(Boolean).join('+')

/** Keys that have no meaning of their own. */
const MODIFIERS = new Set(
  'Shift Control Alt AltGraph Meta OS Fn FnLock Hyper Super Symbol SymbolLock CapsLock NumLock ScrollLock'.split(
    ' '
  )
)
/** What keyboards send where they can't tell the key. */
const UNKNOWN = new Set([
  'Dead',
  'Process',
  'Unidentified',
  'Compose',
  'HangulMode',
  'HanjaMode',
  'JunjaMode'
])
/** What browsers, windows and text fields keep for themselves, and what leads from one control to the next. */
const RESERVED = new Set(
  ['Tab', 'Mod+c', 'Mod+v', 'Mod+x', 'Mod+t', 'Mod+n', 'Mod+w', 'Mod+q', 'Mod+r', 'Mod+l', 'Mod+h', 'Mod+m']
    .concat(['Mod+Shift+t', 'Mod+Shift+n', 'Mod+Shift+w', 'Mod+Shift+q', 'Mod+Shift+r', 'Mod+Shift+v'])
    .concat(['Mod+Shift+i', 'Mod+Shift+j', 'Alt+F4', 'F5', 'F11', 'F12', 'ContextMenu', 'PrintScreen'])
)

/**
 * Why a command may not have a chord: a modifier is pressed alone, the key can't be told, or the chord is kept by the
 * browser or the system. Escape leaves, whatever else is changed, so that there is always a way out.
 */
export function refusal(chord: Chord, command: Command): 'modifier' | 'unknown' | 'reserved' | null {
  if (MODIFIERS.has(chord.key)) return 'modifier'
  if (UNKNOWN.has(chord.key)) return 'unknown'
  if (chord.key === 'Tab' || RESERVED.has(chordText(chord))) return 'reserved'
  return chord.key === 'Escape' && command !== 'escape' ? 'reserved' : null
}

/**
 * The chords of each command, as the user has changed them. What the user gave goes before what came with Paperdeck;
 * what is no chord, or no command, is passed over, and no chord has two commands.
 *
 * @param own `settings.keys`
 */
export function keysInUse(own: Readonly<Record<string, readonly string[]>>): Record<Command, string[]> {
  const taken = new Map<string, Command>()
  const take = (command: Command, texts: readonly string[]): void => {
    for (const text of texts) {
      const chord = parseChord(text)
      if (!chord || refusal(chord, command)) continue
      if (!taken.has(chordText(chord))) taken.set(chordText(chord), command)
    }
  }
  take('escape', ['Escape'])
  const changed = commands.filter((command) => Object.hasOwn(own, command))
  for (const command of changed) take(command, own[command] ?? [])
  for (const command of commands) if (!changed.includes(command)) take(command, defaultKeys[command])
  const chordsOf = (command: Command): string[] =>
    [...taken].filter(([, by]) => by === command).map(([text]) => text)
  // Each command of the list is in it.
  return Object.fromEntries(commands.map((command) => [command, chordsOf(command)])) as Record<
    Command,
    string[]
  >
}
