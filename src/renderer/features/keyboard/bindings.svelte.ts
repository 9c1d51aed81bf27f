import type { Command } from '../../../contract/events.ts'
import { keysInUse, parseChord, type Chord } from '../../../contract/keys.ts'

let texts = $state.raw(keysInUse({}))

const chords = $derived(
  Object.entries(texts).map(([command, keys]) => ({
    // The keys of the table are the commands.
    command: command as Command,
    chords: keys.flatMap((text) => parseChord(text) ?? [])
  }))
)

/** Takes the keys of the settings; whatever shows or hears keys follows at once. */
export function useKeys(own: Readonly<Record<string, readonly string[]>>): void {
  texts = keysInUse(own)
}

/** Every command with its chords as they are now. */
export const bindings = (): readonly { command: Command; chords: readonly Chord[] }[] => chords

/** The chords of a command as they are now, as text. */
export const keysOf = (command: Command): readonly string[] => texts[command]
