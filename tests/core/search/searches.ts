import { createSearch, type Search } from '../../../src/core/search/index.ts'
import type { ArchiveLibrary } from './archive.ts'

/** A search whose scheduled work runs when the test says so. */
export interface HeldSearch extends Search {
  /** Runs the work that is scheduled now, not what it schedules; false: there was none. */
  turn(): boolean
  /** Runs all work, until none is left. */
  finish(): void
}

export function heldSearch(library: ArchiveLibrary): HeldSearch {
  let works: (() => void)[] = []
  const search = createSearch(library.db, { schedule: (work) => works.push(work) })
  const turn = (): boolean => {
    const now = works
    works = []
    for (const work of now) work()
    return now.length > 0
  }
  return {
    ...search,
    turn,
    finish: () => {
      while (turn());
    }
  }
}

/** A search with its index complete. */
export function indexedSearch(library: ArchiveLibrary): HeldSearch {
  const search = heldSearch(library)
  search.finish()
  return search
}

/** A search that never gets to build its index, and so looks into the texts. */
export const scanningSearch = (library: ArchiveLibrary): Search => heldSearch(library)

/** More than any test's library holds. */
export const ALL = 1_000_000
