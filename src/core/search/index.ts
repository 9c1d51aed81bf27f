import Database from 'better-sqlite3'
import { Collection } from './collection.ts'
import { paperSource } from './papers.ts'
import { parseQuery, type Query } from './query.ts'
import { rank, type Hits } from './rank.ts'

export interface SearchHits {
  /** Papers, best first. */
  ids: number[]
  /** How many papers match, however few are given. */
  total: number
}

/** Finds papers by their words. Always answers from the library as it was at the last refresh. */
export interface Search {
  /** The best `limit` papers that hold all words of the text, read as it is typed. */
  query(text: string, limit: number): SearchHits
  /** To be told, after the transaction, which papers' digest data or notes changed, appeared or went. */
  refresh(papers: readonly number[] | 'all'): void
  /** Stops the work that is scheduled and lets the database go. */
  close(): void
}

export interface SearchOptions {
  /** Runs work soon, after others had their turn; `setImmediate` by default. */
  schedule?: (work: () => void) => void
}

/** Longest time, in milliseconds, that the index is worked on before others have their turn. */
const SLICE = 6

/** So many papers are brought up to date at once. */
const AT_ONCE = 8

/** A lone syllable is taken as unfinished where that finds more than so many times what it finds as typed. */
const MUCH_MORE = 5

/**
 * Does work that reads the library ahead of a query. Where that can't be read just now, papers stay unread: the
 * next query reads them, and its caller learns what is wrong.
 */
function unlessUnreadable(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
}

/**
 * Starts searching a library, whose schema must be in place. Nothing is read yet: the index is built in slices,
 * and until it stands a query reads the texts that it lacks.
 */
export function createSearch(db: Database.Database, options: SearchOptions = {}): Search {
  const schedule = options.schedule ?? ((work) => void setImmediate(work))
  const collection = new Collection(paperSource(db))
  let scheduled = false
  let closed = false

  const slice = (): void => {
    scheduled = false
    if (closed) return
    const end = performance.now() + SLICE
    unlessUnreadable(() => {
      while (performance.now() < end) if (!collection.step()) return
      continueLater()
    })
  }
  const continueLater = (): void => {
    if (scheduled) return
    scheduled = true
    schedule(slice)
  }

  const hitsOf = ({ terms, lone }: Query): Hits => {
    const hits = collection.find(terms)
    const asTyped = lone ? collection.find(lone) : hits
    return asTyped.papers.length * MUCH_MORE >= hits.papers.length ? asTyped : hits
  }

  continueLater()
  return {
    query(text, limit) {
      const query = parseQuery(text)
      if (closed || query.terms.length === 0) return { ids: [], total: 0 }
      const hits = hitsOf(query)
      return { ids: rank(hits, query.phrase, limit), total: hits.papers.length }
    },
    refresh(papers) {
      if (closed) return
      if (papers === 'all') collection.clear()
      else {
        collection.forget(papers)
        if (papers.length <= AT_ONCE) unlessUnreadable(() => collection.catchUp(papers))
      }
      continueLater()
    },
    close() {
      closed = true
      collection.clear()
    }
  }
}
