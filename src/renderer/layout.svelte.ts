import { innerWidth } from 'svelte/reactivity/window'

/** Below this width the sidebar is icons only; in CSS pixels as the user's zoom leaves them. */
const FOLDED = 1100
/** Below this one, list and paper take turns. */
const NARROW = 800

/** Something that holds or not, in the shape of Svelte's `MediaQuery`; a media query would not see our own zoom. */
interface Query {
  readonly current: boolean
}

/** What of the screen there is room for. */
export class Layout {
  readonly folded: Query
  readonly narrow: Query
  #alone = $state(false)

  constructor(zoom: () => number) {
    const room = (): number => (innerWidth.current ?? Infinity) / zoom()
    const within = (widest: number): Query => ({
      get current() {
        return room() <= widest
      }
    })
    this.folded = within(FOLDED)
    this.narrow = within(NARROW)
  }

  /** Focus mode: one paper at a time, with list and sidebar away. */
  get alone(): boolean {
    return this.#alone
  }

  set alone(alone: boolean) {
    this.#alone = alone
  }
}
