import { SvelteMap } from 'svelte/reactivity'
import type { DeckSummary } from '../../../contract/library.ts'
import type { Day } from '../../../contract/model.ts'
import type { Preferences } from '../settings/preferences.svelte.ts'
import { absence, type Missed } from '../triage/missed.ts'
import type { Library } from './library.svelte.ts'
import { byMonth, deckBeside, shelved, shownDecks, type Month, type Shelf } from './months.ts'

/** With this many months or fewer, all of them are open. */
const FEW_MONTHS = 3
const OPEN_MONTHS = 2

/** The decks as the sidebar shows them: which ones, by month, and which months are open. */
export class Decks {
  readonly #library: Library
  readonly #preferences: Preferences
  readonly #openDay: () => Day | null
  /** Months and years that the user opened or closed, by their key. */
  readonly #toggled = new SvelteMap<string, boolean>()

  readonly shown: readonly DeckSummary[] = $derived.by(() =>
    shownDecks(this.#library.decks, this.hidesFinished, this.#openDay())
  )
  readonly #months: Month[] = $derived(byMonth(this.shown))
  readonly shelves: Shelf[] = $derived(shelved(this.#months))
  /** What the offer to catch up is about. */
  readonly missed: Missed | null = $derived.by(() => absence(this.#library.decks))

  /** @param openDay the day of the deck that is open: it never vanishes from under the user */
  constructor(library: Library, preferences: Preferences, openDay: () => Day | null) {
    this.#library = library
    this.#preferences = preferences
    this.#openDay = openDay
  }

  get hidesFinished(): boolean {
    return this.#preferences.current.hideFinishedDecks
  }

  /** How many decks are not shown because they are finished. */
  get hidden(): number {
    return this.#library.decks.length - this.shown.length
  }

  /** Whether a month, or a year that holds months, is open. Takes its key. */
  isOpen(key: string): boolean {
    const toggled = this.#toggled.get(key)
    if (toggled !== undefined) return toggled
    const place = this.#months.findIndex((month) => month.key === key)
    return place >= 0 && (this.#months.length <= FEW_MONTHS || place < OPEN_MONTHS)
  }

  toggle(key: string): void {
    this.#toggled.set(key, !this.isOpen(key))
  }

  /** Opens what holds the deck of a day, also before it is shown there. */
  reveal(day: Day): void {
    for (const key of [day.slice(0, 4), day.slice(0, 7)]) if (!this.isOpen(key)) this.toggle(key)
  }

  /** The deck one older (1) or newer (-1) than the open one, among those shown; else the newest. */
  beside(steps: 1 | -1): DeckSummary | null {
    return deckBeside(this.shown, this.#openDay(), steps)
  }
}
