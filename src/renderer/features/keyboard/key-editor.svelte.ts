import type { Result } from '../../../contract/errors.ts'
import { commands, type Command } from '../../../contract/events.ts'
import { chordText, defaultKeys, refusal, type Chord } from '../../../contract/keys.ts'
import type { Settings } from '../../../contract/settings.ts'
import { keysOf } from './bindings.svelte.ts'

/** As many keys as the settings keep for one command. */
const MOST_KEYS = 4

export type KeyProblem =
  /** Another command has the chord; the user may take it from there. */
  | { kind: 'taken'; chord: Chord; by: Command }
  /** The command has the chord already. */
  | { kind: 'same'; chord: Chord }
  | { kind: 'refused'; chord: Chord; why: 'unknown' | 'reserved' }
  | { kind: 'full' }
  /** After a reset: keys that stay with the commands that the user gave them to. */
  | { kind: 'kept'; by: Command }

type Keys = Settings['keys']
type Save = (patch: Pick<Settings, 'keys'>) => Promise<Result<Settings>>

const sameKeys = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ')

/** Gives commands other keys: listens for the new one, and says what is in its way. */
export class KeyEditor {
  readonly #keys: () => Keys
  readonly #save: Save
  #recording = $state<Command | null>(null)
  #problem = $state.raw<{ command: Command; problem: KeyProblem } | null>(null)

  /** `keys` are those of the settings, which `save` changes and tells of failures. */
  constructor(keys: () => Keys, save: Save) {
    this.#keys = keys
    this.#save = save
  }

  /** The command whose new key is awaited. */
  get recording(): Command | null {
    return this.#recording
  }

  problemOf(command: Command): KeyProblem | null {
    return this.#problem?.command === command ? this.#problem.problem : null
  }

  isChanged(command: Command): boolean {
    return Object.hasOwn(this.#keys(), command)
  }

  get anyChanged(): boolean {
    return commands.some((command) => this.isChanged(command))
  }

  start(command: Command): void {
    this.#problem = null
    if (keysOf(command).length < MOST_KEYS) this.#recording = command
    else this.#tell(command, { kind: 'full' })
  }

  stop(): void {
    this.#recording = null
  }

  /** Takes the chord that was pressed; goes on listening where only a modifier was. */
  async take(chord: Chord): Promise<void> {
    const command = this.#recording
    const why = command && refusal(chord, command)
    if (!command || why === 'modifier') return
    this.#recording = null
    const text = chordText(chord)
    const by = commands.find((other) => keysOf(other).includes(text))
    if (why) this.#tell(command, { kind: 'refused', chord, why })
    else if (by === command) this.#tell(command, { kind: 'same', chord })
    else if (by) this.#tell(command, { kind: 'taken', chord, by })
    else await this.#set({ [command]: [...keysOf(command), text] })
  }

  /** Takes a chord from the command that has it. */
  async takeOver(command: Command): Promise<void> {
    const problem = this.problemOf(command)
    if (problem?.kind !== 'taken') return
    const text = chordText(problem.chord)
    this.dismiss()
    await this.#set({
      [problem.by]: keysOf(problem.by).filter((other) => other !== text),
      [command]: [...keysOf(command), text]
    })
  }

  dismiss(): void {
    this.#problem = null
  }

  async remove(command: Command, text: string): Promise<void> {
    this.dismiss()
    await this.#set({ [command]: keysOf(command).filter((other) => other !== text) })
  }

  /** Gives a command the keys that it came with, as far as no other command has them now. */
  async reset(command: Command): Promise<void> {
    this.dismiss()
    const by = commands.find(
      (other) => other !== command && keysOf(other).some((text) => defaultKeys[command].includes(text))
    )
    const rest = Object.entries(this.#keys()).filter(([name]) => name !== command)
    const answer = await this.#save({ keys: Object.fromEntries(rest) })
    if (answer.ok && by) this.#tell(command, { kind: 'kept', by })
  }

  async resetAll(): Promise<void> {
    this.dismiss()
    await this.#save({ keys: {} })
  }

  async #set(changed: Keys): Promise<void> {
    const keys = { ...this.#keys(), ...changed }
    // What is as it came needs not be kept, and follows a later Paperdeck.
    const own = commands.flatMap((command) => {
      const chords = keys[command]
      return chords && !sameKeys(chords, defaultKeys[command]) ? [[command, chords] as const] : []
    })
    await this.#save({ keys: Object.fromEntries(own) })
  }

  #tell(command: Command, problem: KeyProblem): void {
    this.#problem = { command, problem }
  }
}
