import type { Color } from '../../../contract/model.ts'
import type { Held } from './marks.ts'

/** One thing that a picker offers. */
export interface Choice {
  key: string
  name: string
  /** Said beside the name. */
  detail?: string
  color?: Color | null
  /** How many of the papers have it; a choice without is no switch. */
  held?: Held
  /** It would be new. */
  create?: true
}

interface PickerActs {
  /** What is offered for what was typed, best first. */
  offer: (query: string) => readonly Choice[]
  pick: (choice: Choice) => void
  close: () => void
}

/** A field with a list under it: type to find, Enter picks what is active, Enter again closes. */
export class Picker {
  readonly #acts: PickerActs
  #query = $state('')
  #active = $state<string | null>(null)
  /** Something was picked, and nothing typed or looked for since. */
  #picked = false

  readonly choices: readonly Choice[] = $derived.by(() => this.#acts.offer(this.#query.trim()))
  /** The place of the choice that Enter picks; -1 without one. */
  readonly activeIndex: number = $derived.by(() => this.#place())

  constructor(acts: PickerActs) {
    this.#acts = acts
  }

  get query(): string {
    return this.#query
  }

  type(query: string): void {
    this.#query = query
    this.#active = null
    this.#picked = false
  }

  /** Goes up or down, and on from either end to the other. */
  move(steps: number): void {
    const { length } = this.choices
    if (length === 0) return
    this.#active = this.choices[(this.activeIndex + steps + length) % length]?.key ?? null
    this.#picked = false
  }

  enter(): void {
    const choice = this.choices[this.activeIndex]
    if (this.#picked || !choice) this.#acts.close()
    else this.pick(choice)
  }

  /** Picks what was looked for, if it is not picked yet, and closes. */
  finish(): void {
    const choice = this.choices[this.activeIndex]
    const wanted = this.#active !== null || this.#query.trim() !== ''
    if (choice && wanted && !this.#picked) this.#acts.pick(choice)
    this.#acts.close()
  }

  pick(choice: Choice): void {
    this.#active = choice.key
    this.#picked = true
    this.#acts.pick(choice)
  }

  #place(): number {
    const at = this.choices.findIndex(({ key }) => key === this.#active)
    return at === -1 ? Math.min(0, this.choices.length - 1) : at
  }
}
