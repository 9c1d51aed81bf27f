import type { Client } from '../../../contract/client.ts'
import type { Overview } from '../../../contract/library.ts'
import type { Settings } from '../../../contract/settings.ts'
import { isOneOf, readDays } from './days.ts'
import {
  commandItems,
  deckItems,
  listItems,
  paperItem,
  settingItems,
  type Group,
  type Item,
  type Target
} from './items.ts'
import { bestScore } from './score.ts'

const MOST: Record<Group, number> = { recent: 5, lists: 8, commands: 8, settings: 5, decks: 6, papers: 12 }
/** Papers are searched for once the keys rest. */
const PAUSE_MS = 80
/** A date that was typed fits better than any name. */
const BY_DATE = 20
/** What was used of late comes before what fits as well. */
const FOR_RECENT = 1.5
const MOST_RECENT = 30

export interface Section {
  group: Group
  items: readonly Item[]
}

/** What was chosen of late, newest first; by ids of items, for as long as the window is open. */
let recent: readonly string[] = []

/** Finds what can be done and gone to, by a few letters of its name. */
export class Palette {
  readonly #client: Client
  readonly #items: readonly Item[]
  readonly #recent = recent
  #query = $state('')
  #papers = $state.raw<readonly Item[]>([])
  #activeId = $state<string | null>(null)
  #request = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Papers come from the search, when they come: last, so that nothing on screen moves. */
  readonly sections: Section[] = $derived.by(() => {
    const own = this.#query.trim() === '' ? this.#unasked() : this.#found(this.#query)
    return [...own, { group: 'papers' as const, items: this.#papers }].filter(({ items }) => items.length > 0)
  })
  readonly #shown: Item[] = $derived(this.sections.flatMap(({ items }) => items))
  readonly active: Item | null = $derived(
    this.#shown.find(({ id }) => id === this.#activeId) ?? this.#shown[0] ?? null
  )

  /** `overview`: null before a library is open. */
  constructor(client: Client, overview: Overview | null, settings: Settings) {
    this.#client = client
    this.#items = [
      ...(overview ? listItems(overview) : []),
      ...commandItems(),
      ...settingItems(settings),
      ...(overview ? deckItems(overview) : [])
    ]
  }

  get query(): string {
    return this.#query
  }

  /** Takes what is in the field, also in the middle of a composition. */
  type(query: string): void {
    this.#query = query
    this.#activeId = null
    clearTimeout(this.#timer)
    this.#request += 1
    if (query.trim() === '') this.#papers = []
    else this.#timer = setTimeout(() => void this.#searchPapers(query), PAUSE_MS)
  }

  /** Moves on by so many items, from the end to the start and back. */
  move(steps: number): void {
    const count = this.#shown.length
    if (count === 0) return
    const at = this.active ? this.#shown.indexOf(this.active) : 0
    this.point(this.#shown[(at + steps + count) % count] ?? null)
  }

  point(item: Item | null): void {
    this.#activeId = item?.id ?? null
  }

  /** What is done now that an item is chosen; it is a recent one from now on. */
  choose(item: Item): Target {
    recent = [item.id, ...recent.filter((id) => id !== item.id)].slice(0, MOST_RECENT)
    return item.target
  }

  #unasked(): Section[] {
    const known = this.#recent.flatMap((id) => this.#items.find((item) => item.id === id) ?? [])
    const used = known.slice(0, MOST.recent)
    const rest = (group: Group): Item[] =>
      this.#items.filter((item) => item.group === group && !used.includes(item))
    return [
      { group: 'recent', items: used },
      { group: 'lists', items: rest('lists') },
      { group: 'decks', items: rest('decks').slice(0, MOST.decks) },
      { group: 'commands', items: rest('commands') }
    ]
  }

  /** The best of each group, the group with the best one first. */
  #found(query: string): Section[] {
    const meant = readDays(query)
    const pointsOf = (item: Item): number => {
      const byName = bestScore(query, item.sought)
      const { target } = item
      const byDate =
        meant.length > 0 &&
        target.kind === 'list' &&
        target.ref.kind === 'deck' &&
        isOneOf(target.ref.day, meant)
          ? BY_DATE
          : 0
      const points = Math.max(byName, byDate)
      return points > 0 && this.#recent.includes(item.id) ? points + FOR_RECENT : points
    }
    const found = this.#items
      .map((item) => ({ item, points: pointsOf(item) }))
      .filter(({ points }) => points > 0)
      .toSorted((a, b) => b.points - a.points)
    return [...Map.groupBy(found, ({ item }) => item.group)].map(([group, hits]) => ({
      group,
      items: hits.slice(0, MOST[group]).map(({ item }) => item)
    }))
  }

  async #searchPapers(query: string): Promise<void> {
    const request = this.#request
    const answer = await this.#client.call('search.query', { query, limit: MOST.papers })
    if (request === this.#request) this.#papers = answer.ok ? answer.value.rows.map(paperItem) : []
  }
}
