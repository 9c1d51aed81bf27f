import { keymap, type Chord, type KeyCommand } from './keymap.ts'

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

/** Whether a key press belongs to an input method, in the middle of a syllable. */
export const isComposing = (stroke: Pick<KeyStroke, 'isComposing' | 'keyCode'>): boolean =>
  stroke.isComposing || stroke.keyCode === COMPOSING

/**
 * The key that was meant. Where the layout gives no Latin letter (a Korean one gives `ㅓ` for `j`), the place
 * of the key on the keyboard decides.
 */
export function meantKey(stroke: Pick<KeyStroke, 'key' | 'code'>): string {
  if (/^[\x20-\x7e]$/.test(stroke.key)) return stroke.key.toLowerCase()
  const letter = /^Key([A-Z])$/.exec(stroke.code)?.[1]
  if (stroke.key.length === 1 && letter) return letter.toLowerCase()
  return stroke.key
}

const isSymbol = (key: string): boolean => /^[^a-z0-9 ]$/.test(key)

function fits(chord: Chord, key: string, stroke: KeyStroke, mac: boolean): boolean {
  const mod = mac ? stroke.metaKey : stroke.ctrlKey
  const other = mac ? stroke.ctrlKey : stroke.metaKey
  if (chord.key !== key || stroke.altKey || other || mod !== (chord.mod ?? false)) return false
  // Whether a symbol needs Shift is the layout's affair.
  return isSymbol(key) || stroke.shiftKey === (chord.shift ?? false)
}

export interface KeyPlace {
  mac: boolean
  /** The focus is in a field that takes text. */
  typing: boolean
  /** The focus is on a control that uses arrows, Enter, Space, Home and End itself. */
  onControl: boolean
}

const commands = Object.keys(keymap).filter((name): name is KeyCommand => Object.hasOwn(keymap, name))

/** The command of a key press, or null: nothing while typing or composing, and modifiers must fit exactly. */
export function matchKey(stroke: KeyStroke, place: KeyPlace): KeyCommand | null {
  if (place.typing || isComposing(stroke)) return null
  const key = meantKey(stroke)
  for (const command of commands) {
    for (const chord of keymap[command]) {
      if (fits(chord, key, stroke, place.mac) && !(place.onControl && chord.listOnly)) return command
    }
  }
  return null
}
