import { innerHeight, innerWidth } from 'svelte/reactivity/window'

/** Below this width the sidebar is icons only; in CSS pixels as the user's zoom leaves them. */
const FOLDED = 1100
/** Below this one, list and paper take turns. */
const NARROW = 800
/** Below this height the sidebar's own lists leave its decks no room. */
const SHORT = 720

/** Something that holds or not, in the shape of Svelte's `MediaQuery`; a media query would not see our own zoom. */
interface Query {
  readonly current: boolean
}

/** What of the screen there is room for. */
export class Layout {
  readonly folded: Query
  readonly narrow: Query
  readonly short: Query
  #alone = $state(false)

  constructor(zoom: () => number) {
    const within = (most: number, size: { readonly current: number | undefined }): Query => ({
      get current() {
        return (size.current ?? Infinity) / zoom() <= most
      }
    })
    this.folded = within(FOLDED, innerWidth)
    this.narrow = within(NARROW, innerWidth)
    this.short = within(SHORT, innerHeight)
  }

  /** Focus mode: one paper at a time, with list and sidebar away. */
  get alone(): boolean {
    return this.#alone
  }

  set alone(alone: boolean) {
    this.#alone = alone
  }
}
