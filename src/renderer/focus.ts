import { tick } from 'svelte'
import type { Attachment } from 'svelte/attachments'

export type FocusPlace = 'list' | 'note' | 'search' | 'paper'

/** Where the focus can be sent by a command. A place announces itself with an attachment. */
export class FocusPlaces {
  readonly #elements = new Map<FocusPlace, HTMLElement>()

  at(place: FocusPlace): Attachment<HTMLElement> {
    return (element) => {
      this.#elements.set(place, element)
      return () => {
        if (this.#elements.get(place) === element) this.#elements.delete(place)
      }
    }
  }

  /** Moves the focus once the screen shows what was just changed. */
  async to(place: FocusPlace): Promise<void> {
    await tick()
    this.#elements.get(place)?.focus({ preventScroll: true })
  }
}
