import type { Command } from '../../../contract/events.ts'
import { parseChord, type Chord } from '../../../contract/keys.ts'
import { keysOf } from './bindings.svelte.ts'

/** Whether the keyboard in front of the user has Cmd where others have Ctrl. */
export const isMac = (): boolean => /Mac/.test(navigator.userAgent)

const printed: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '⏎',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
  ' ': 'Space'
}

/** A chord as the caps of its keys. */
export function chordCaps(chord: Chord, mac = isMac()): string[] {
  const key = printed[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key)
  return [
    ...(chord.mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(chord.alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(chord.shift ? [mac ? '⇧' : 'Shift'] : []),
    key
  ]
}

/** All ways to run a command, each as the caps of its keys. */
export const capsOf = (command: Command): string[][] =>
  keysOf(command).flatMap((text) => {
    const chord = parseChord(text)
    return chord ? [chordCaps(chord)] : []
  })

/** The caps of a command's first key, for its button; empty where it has none. */
export const cap = (command: Command): string => capsOf(command)[0]?.join(isMac() ? '' : '+') ?? ''

/** The same for `aria-keyshortcuts`, which has names of its own for the modifiers. */
export function ariaKeys(command: Command): string | undefined {
  const [text] = keysOf(command)
  const chord = text === undefined ? null : parseChord(text)
  if (!chord) return undefined
  const { mod, alt, shift, key } = chord
  const modifiers = [mod && (isMac() ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift']
  return [...modifiers, key === ' ' ? 'Space' : key].filter(Boolean).join('+')
}
