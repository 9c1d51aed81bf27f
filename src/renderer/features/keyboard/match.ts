import type { Command } from '../../../contract/events.ts'
import type { Chord } from '../../../contract/keys.ts'
import { bindings } from './bindings.svelte.ts'

/** What is read of a KeyboardEvent. */
export interface KeyStroke {
  key: string
  code: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  isComposing: boolean
  /** Old, but the only thing by which Safari and some input methods tell of a composition. */
  keyCode: number
}

/** `keyCode` of a key that an input method is still working on. */
const COMPOSING = 229

/** Whether a key press in a text field belongs to an input method, in the middle of a syllable. */
export const isComposing = (stroke: Pick<KeyStroke, 'isComposing' | 'keyCode'>): boolean =>
  stroke.isComposing || stroke.keyCode === COMPOSING

/** What keys that are no letters give by their place, on the layout that Korean keyboards share with American ones. */
const places: Record<string, [plain: string, shifted: string]> = {
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Comma: [',', '<'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Backquote: ['`', '~'],
  Space: [' ', ' ']
}
const DIGITS_SHIFTED = ')!@#$%^&*('

function keyAtPlace({ code, shiftKey }: Pick<KeyStroke, 'code' | 'shiftKey'>): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit) return shiftKey ? (DIGITS_SHIFTED[Number(digit)] ?? digit) : digit
  const place = places[code]
  return place ? place[shiftKey ? 1 : 0] : null
}

/**
 * The key that was meant. Where the layout gives no Latin letter (a Korean one gives `ㅓ` for `j`, Option on a Mac
 * `∆`), or an input method says only that it has the key, the place of the key on the keyboard decides.
 */
export function meantKey(stroke: Pick<KeyStroke, 'key' | 'code' | 'shiftKey'>): string {
  if (/^[\x20-\x7e]$/.test(stroke.key)) return stroke.key.toLowerCase()
  if (stroke.key === 'Process' || stroke.key === 'Unidentified') return keyAtPlace(stroke) ?? stroke.key
  if (stroke.key.length === 1 && stroke.code.startsWith('Key')) return keyAtPlace(stroke) ?? stroke.key
  return stroke.key
}

/** The chord of a key press; null where a modifier is held that no chord has. */
export function chordOf(stroke: KeyStroke, mac: boolean): Chord | null {
  if (mac ? stroke.ctrlKey : stroke.metaKey) return null
  const key = meantKey(stroke)
  const symbol = /^[^\p{L}\p{N} ]$/u.test(key)
  // Whether a symbol needs Shift, or on some layouts Ctrl and Alt together, is the layout's affair.
  const byLayout = symbol && !mac && stroke.ctrlKey && stroke.altKey
  return {
    key,
    mod: (mac ? stroke.metaKey : stroke.ctrlKey) && !byLayout,
    alt: stroke.altKey && !byLayout,
    shift: stroke.shiftKey && !symbol
  }
}

export interface KeyPlace {
  mac: boolean
  /** The focus is in a field that takes text. */
  typing: boolean
  /** The focus is on a control that uses arrows, Enter, Space, Home and End itself. */
  onControl: boolean
  /** The focus is in a dialog or menu. */
  apart: boolean
}

/** Left to a control that has the focus, such as arrows in a group of stars. */
const CONTROL_KEYS = new Set(
  ['Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].concat([
    'PageUp',
    'PageDown'
  ])
)
/** What Ctrl or Cmd does also while one types, as it changes neither text nor papers. */
const whileTyping = new Set<Command>(['palette', 'search', 'settings', 'folders', 'focusMode'])
const anywhere = new Set<Command>(['zoomIn', 'zoomOut', 'zoomReset'])

const rests = (command: Command, chord: Chord, place: KeyPlace): boolean => {
  if (anywhere.has(command) && chord.mod) return false
  if (place.apart) return true
  if (place.typing) return !(whileTyping.has(command) && chord.mod)
  return place.onControl && CONTROL_KEYS.has(chord.key) && !chord.mod && !chord.alt
}

const same = (a: Chord, b: Chord): boolean =>
  a.key === b.key && a.mod === b.mod && a.alt === b.alt && a.shift === b.shift

/** The command of a key press, or null: modifiers must fit exactly, and a composition has all keys for itself. */
export function matchKey(stroke: KeyStroke, place: KeyPlace): Command | null {
  if (stroke.isComposing) return null
  // Outside of a field there is nothing to compose; there an input method that is on only hides which key it was.
  if (stroke.keyCode === COMPOSING && (place.typing || stroke.key !== 'Process')) return null
  const pressed = chordOf(stroke, place.mac)
  if (!pressed) return null
  for (const { command, chords } of bindings()) {
    for (const chord of chords) if (same(chord, pressed) && !rests(command, chord, place)) return command
  }
  return null
}
