import Database from 'better-sqlite3'
import { initial } from '../../../src/core/db/migrations/001-initial.ts'
import * as words from './words.ts'

/** A made-up paper. */
export interface ArchivePaper {
  title: string
  arxivId: string
  day: string
  authors: string[]
  summary: { label: string | null; text: string }[]
  note: string
}

/** Mulberry32: the same numbers, 0 to 1, for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Picks at random; `skewed` prefers the first ones, as words in texts do. */
export class Picker {
  readonly random: () => number

  constructor(seed: number) {
    this.random = randomOf(seed)
  }

  chance(share: number): boolean {
    return this.random() < share
  }

  number(below: number): number {
    return Math.floor(this.random() * below)
  }

  one<T>(items: readonly T[]): T {
    const item = items[this.number(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  skewed<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.random() ** 2 * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  times<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: least + this.number(most - least + 1) }, make)
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function chain(pick: Picker): string {
  const parts = pick.one(words.chains)
  return parts.join(pick.one(['-', '-', '-', ' ', '']))
}

const coined = (pick: Picker): string => capital(pick.times(3, 4, () => pick.one(words.syllables)).join(''))

function englishWord(pick: Picker): string {
  if (pick.chance(0.06)) return chain(pick)
  if (pick.chance(0.05)) return pick.one(words.names)
  return pick.chance(0.04) ? coined(pick) : pick.skewed(words.english)
}

function koreanWord(pick: Picker): string {
  if (pick.chance(0.25)) return pick.one(words.predicates)
  const nouns = pick.times(1, 2, () => pick.skewed(words.nouns)).join(pick.one(['', ' ']))
  const gloss = pick.chance(0.12) ? `(${pick.times(1, 2, () => englishWord(pick)).join(' ')})` : ''
  return nouns + gloss + (pick.chance(0.7) ? pick.one(words.particles) : '')
}

const koreanSentence = (pick: Picker): string => `${pick.times(10, 22, () => koreanWord(pick)).join(' ')}.`
const englishSentence = (pick: Picker): string =>
  `${capital(pick.times(10, 25, () => englishWord(pick)).join(' '))}.`

function title(pick: Picker): string {
  const rest = pick.times(4, 8, () => capital(englishWord(pick))).join(' ')
  if (pick.chance(0.05)) return `${coined(pick)}: ${koreanSentence(pick).slice(0, 40)}`
  return pick.chance(0.5) ? `${coined(pick)}: ${rest}` : rest
}

const dayOf = (index: number): string =>
  new Date(Date.UTC(2023, 4, 1) + Math.floor(index / 12) * 86_400_000).toISOString().slice(0, 10)

function paper(pick: Picker, index: number): ArchivePaper {
  const sentence = pick.chance(0.15) ? englishSentence : koreanSentence
  const labels = pick.chance(0.6)
    ? ["What's New", 'Technical Details', 'Performance Highlights']
    : [null, null, null, null]
  const day = dayOf(index)
  return {
    title: title(pick),
    arxivId: `${day.slice(2, 4)}${day.slice(5, 7)}.${String(index % 100_000).padStart(5, '0')}`,
    day,
    authors: pick.times(1, 8, () => `${pick.one(words.givenNames)} ${pick.one(words.surnames)}`),
    summary: labels.map((label) => ({ label, text: pick.times(1, 2, () => sentence(pick)).join(' ') })),
    note: pick.chance(0.1) ? `${koreanSentence(pick)} ${englishSentence(pick)}` : ''
  }
}

/** A made-up archive in both languages, about as long as real digests; the same for the same seed. */
export function makeArchive(count: number, seed: number): ArchivePaper[] {
  const pick = new Picker(seed)
  return Array.from({ length: count }, (_, index) => paper(pick, index))
}

/** A library in memory that papers can be put into, changed and hidden in. The id of a paper is its number. */
export class ArchiveLibrary {
  readonly db = new Database(':memory:')
  readonly #paper
  readonly #appearance
  readonly #show
  readonly #note

  constructor() {
    this.db.exec(initial)
    this.db.exec(`INSERT INTO folders (id, path, added_at) VALUES (1, '/digests', '2024-01-01T00:00:00Z');
      INSERT INTO digests (id, folder_id, path, size, mtime_ms, ctime_ms, hash, parser)
        VALUES (1, 1, 'all.md', 1, 1, 1, '', 1)`)
    this.#paper = this.db.prepare<[number, string, string]>(
      'INSERT OR IGNORE INTO papers (id, identity, arxiv_id) VALUES (?, ?, ?)'
    )
    this.#appearance = this.db.prepare<[number, string, string, string, string]>(
      `INSERT INTO appearances
        (paper_id, digest_id, day, position, line, title, url, authors, authors_complete, media, summary)
      VALUES (?, 1, ?, 1, 1, ?, '', ?, 1, '[]', ?)`
    )
    this.#show = this.db.prepare<[number | bigint, number]>('UPDATE papers SET shown_id = ? WHERE id = ?')
    this.#note = this.db.prepare<[number, string]>(
      `INSERT INTO marks (paper_id, note) VALUES (?, ?) ON CONFLICT DO UPDATE SET note = excluded.note`
    )
  }

  /** Adds a paper, or changes what is shown of it. */
  put(id: number, paper: ArchivePaper): void {
    this.#paper.run(id, `arxiv:${paper.arxivId}`, paper.arxivId)
    const { lastInsertRowid } = this.#appearance.run(
      id,
      paper.day,
      paper.title,
      JSON.stringify(paper.authors),
      JSON.stringify(paper.summary)
    )
    this.#show.run(lastInsertRowid, id)
    if (paper.note !== '') this.#note.run(id, paper.note)
  }

  /** Puts papers under the ids from 1 on. */
  fill(papers: readonly ArchivePaper[]): this {
    this.db.transaction(() => {
      papers.forEach((one, index) => {
        this.put(index + 1, one)
      })
    })()
    return this
  }

  setNote(id: number, note: string): void {
    this.#note.run(id, note)
  }

  /** The same, unless the paper was never put. */
  noteIfThere(id: number, note: string): void {
    if (this.db.prepare('SELECT 1 FROM papers WHERE id = ?').get(id) !== undefined) this.setNote(id, note)
  }

  /** As if no digest held the paper any more, nor the user had touched it. */
  hide(id: number): void {
    this.db.prepare('UPDATE appearances SET digest_id = NULL WHERE paper_id = ?').run(id)
    this.db.prepare('DELETE FROM marks WHERE paper_id = ?').run(id)
  }
}
