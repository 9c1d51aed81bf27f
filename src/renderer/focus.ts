import { tick } from 'svelte'
import type { Attachment } from 'svelte/attachments'

export type FocusPlace = 'list' | 'note' | 'search' | 'paper'

/** Whether nothing has the focus, such as when what had it is gone. */
const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

/** Where the focus can be sent by a command. A place announces itself with an attachment. */
export class FocusPlaces {
  readonly #elements = new Map<FocusPlace, HTMLElement>()
  #wanted: FocusPlace | null = null
  readonly #standIn: (place: FocusPlace) => FocusPlace

  /** `standIn` names the place that is used where the wanted one is hidden. */
  constructor(standIn: (place: FocusPlace) => FocusPlace) {
    this.#standIn = standIn
  }

  at(place: FocusPlace): Attachment<HTMLElement> {
    return (element) => {
      this.#elements.set(place, element)
      // It was sent here before this was there. By now it may be where the user put it, and stays there.
      if (this.#wanted === place && isNowhere()) element.focus({ preventScroll: true })
      return () => {
        if (this.#elements.get(place) === element) this.#elements.delete(place)
      }
    }
  }

  isAt(place: FocusPlace): boolean {
    return document.activeElement !== null && this.#elements.get(place) === document.activeElement
  }

  /**
   * Moves the focus now, or as soon as the place is on screen. Whoever waits for an answer calls this before: by the
   * time that is there, the focus belongs to the user again.
   */
  async to(place: FocusPlace): Promise<void> {
    this.#wanted = place
    await tick()
    if (this.#wanted === place) this.#elements.get(this.#standIn(place))?.focus({ preventScroll: true })
  }

  /**
   * Sends the focus to the list where it was lost, as what had it is gone, hidden or disabled. Not while a pointer is
   * down: who clicks beside everything wants the focus nowhere.
   */
  async rescue({ relatedTarget }: FocusEvent, pointerDown: boolean): Promise<void> {
    if (relatedTarget !== null || pointerDown) return
    await tick()
    await new Promise(requestAnimationFrame)
    if (isNowhere() && document.hasFocus()) await this.to('list')
  }
}
