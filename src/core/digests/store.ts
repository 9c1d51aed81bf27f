import type { Db } from '../db/open.ts'
import { assignCitationKey } from '../export/citation-key-store.ts'
import { statement } from '../db/statements.ts'
import { identityOf } from './identity.ts'
import { deckEntries, type DayAppearance } from './deck.ts'
import { keepFormerVersions, wordingsOf } from './former-versions.ts'
import { linksOf } from './links.ts'
import type { ParsedDigest, ParsedPaper } from './dialect.ts'

/** What is known of a digest file without reading it, and the hash of what was read. */
export interface DigestFile {
  folderId: number
  /** Relative to the folder, with `/`. */
  path: string
  size: number
  mtimeMs: number
  ctimeMs: number
  hash: string
  parser: number
}

export interface StoredDigest extends DigestFile {
  id: number
}

/**
 * Writes what digests hold. Every function here runs inside the caller's transaction and returns the papers
 * whose shown data may have changed. User tables are never touched, but that a new paper gets its citation key.
 */
export class DigestStore {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  #prepare<Params extends unknown[], Row = unknown>(sql: string) {
    return statement<Params, Row>(this.#db, sql)
  }

  digestsOf(folderId: number): StoredDigest[] {
    return this.#prepare<[number], StoredDigest>(
      `SELECT id, folder_id AS folderId, path, size, mtime_ms AS mtimeMs, ctime_ms AS ctimeMs, hash, parser
         FROM digests WHERE folder_id = ?`
    ).all(folderId)
  }

  /** Remembers that a file was touched though its content is the same. */
  setFileTimes(id: number, file: DigestFile): void {
    this.#prepare('UPDATE digests SET size = ?, mtime_ms = ?, ctime_ms = ? WHERE id = ?').run(
      file.size,
      file.mtimeMs,
      file.ctimeMs,
      id
    )
  }

  /**
   * Puts a file's content in the place of what it held before.
   * @param replacedAt ISO 8601, where the file was rewritten and what it said before is to be kept for comparing
   */
  replace(file: DigestFile, content: ParsedDigest, replacedAt?: string): Set<number> {
    const held = this.#digestId(file)
    const said = held === undefined || replacedAt === undefined ? [] : wordingsOf(this.#db, held)
    const before = held === undefined ? { papers: [], days: [] } : this.#detach(held)
    const id = this.#upsertDigest(file)
    this.#insertProblems(id, content)
    const known = new Set(before.papers)
    const added = new Set<number>()
    const days = new Set(before.days)
    content.papers.forEach((paper, index) => {
      const { identity, arxivId } = identityOf(paper)
      const paperId = this.#paperIdOf(identity)
      if (paperId === undefined) added.add(this.#addPaper(identity, arxivId, id, paper, index + 1))
      else {
        this.#insertAppearance(paperId, id, paper, index + 1)
        known.add(paperId)
      }
      if (paper.day) days.add(paper.day)
    })
    if (replacedAt !== undefined) keepFormerVersions(this.#db, id, said, replacedAt)
    this.#settle(known, days)
    return new Set([...known, ...added])
  }

  /** Forgets a file. Its papers keep their last known copy where no other digest has one. */
  remove(id: number): Set<number> {
    const before = this.#detach(id)
    this.#prepare('DELETE FROM digests WHERE id = ?').run(id)
    const changed = new Set(before.papers)
    this.#settle(changed, new Set(before.days))
    return changed
  }

  /** Keeps what a file held, and notes why it can't be read just now. */
  setProblems(file: DigestFile, content: ParsedDigest): void {
    const known = this.#digestId(file)
    if (known === undefined) {
      this.replace(file, content)
      return
    }
    this.#prepare('DELETE FROM problems WHERE digest_id = ?').run(known)
    this.#insertProblems(known, content)
    // Without its hash the file is read again as soon as it can be, and its own problems are back.
    this.#prepare(`UPDATE digests SET hash = '' WHERE id = ?`).run(known)
  }

  #digestId(file: DigestFile): number | undefined {
    return this.#prepare<[number, string], number>('SELECT id FROM digests WHERE folder_id = ? AND path = ?')
      .pluck()
      .get(file.folderId, file.path)
  }

  #upsertDigest(file: DigestFile): number {
    this.#prepare(
      `INSERT INTO digests (folder_id, path, size, mtime_ms, ctime_ms, hash, parser)
         VALUES (@folderId, @path, @size, @mtimeMs, @ctimeMs, @hash, @parser)
         ON CONFLICT (folder_id, path) DO UPDATE SET
           size = @size, mtime_ms = @mtimeMs, ctime_ms = @ctimeMs, hash = @hash, parser = @parser`
    ).run(file)
    const id = this.#digestId(file)
    if (id === undefined) throw new Error(`digest ${file.path} vanished inside its own transaction`)
    return id
  }

  #detach(digestId: number): { papers: number[]; days: string[] } {
    const papers = this.#prepare<[number], number>(
      'SELECT DISTINCT paper_id FROM appearances WHERE digest_id = ?'
    )
      .pluck()
      .all(digestId)
    const days = this.#prepare<[number], string>(
      'SELECT DISTINCT day FROM appearances WHERE digest_id = ? AND day IS NOT NULL'
    )
      .pluck()
      .all(digestId)
    this.#prepare('UPDATE appearances SET digest_id = NULL WHERE digest_id = ?').run(digestId)
    this.#prepare('DELETE FROM problems WHERE digest_id = ?').run(digestId)
    return { papers, days }
  }

  #insertProblems(digestId: number, content: ParsedDigest): void {
    const insert = this.#prepare(
      `INSERT INTO problems (digest_id, line, "column", code, severity, message, excerpt)
       VALUES (@digestId, @line, @column, @code, @severity, @message, @excerpt)`
    )
    for (const problem of content.problems) insert.run({ ...problem, digestId })
  }

  /** @returns the appearance's id */
  #insertAppearance(paperId: number, digestId: number, paper: ParsedPaper, position: number): number {
    const { lastInsertRowid } = this.#prepare(
      `INSERT INTO appearances (paper_id, digest_id, day, position, line, votes, title, url, authors,
         authors_complete, media, links, summary)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
    ).run(
      paperId,
      digestId,
      paper.day,
      position,
      paper.line,
      paper.votes,
      paper.title.toWellFormed(),
      paper.url.toWellFormed(),
      JSON.stringify(paper.authors),
      paper.authorsComplete ? 1 : 0,
      JSON.stringify(paper.media),
      JSON.stringify(linksOf(paper.summary)),
      JSON.stringify(paper.summary)
    )
    return Number(lastInsertRowid)
  }

  #paperIdOf(identity: string): number | undefined {
    return this.#prepare<[string], number>('SELECT id FROM papers WHERE identity = ?').pluck().get(identity)
  }

  /** Adds a paper with its first appearance, which is the one shown: there is nothing to settle. */
  #addPaper(
    identity: string,
    arxivId: string | null,
    digestId: number,
    paper: ParsedPaper,
    position: number
  ): number {
    const { lastInsertRowid } = this.#prepare('INSERT INTO papers (identity, arxiv_id) VALUES (?, ?)').run(
      identity,
      arxivId
    )
    const id = Number(lastInsertRowid)
    const shown = this.#insertAppearance(id, digestId, paper, position)
    this.#prepare('UPDATE papers SET shown_id = ? WHERE id = ?').run(shown, id)
    assignCitationKey(this.#db, { id, title: paper.title, arxivId, day: paper.day })
    return id
  }

  /** Makes papers and days agree with the appearances there are now. */
  #settle(papers: ReadonlySet<number>, days: ReadonlySet<string>): void {
    for (const id of papers) this.#settlePaper(id)
    for (const day of days) this.#settleDeck(day)
    this.#prepare('UPDATE library_state SET digest_revision = digest_revision + 1').run()
  }

  #settlePaper(id: number): void {
    const newest = this.#prepare<[number], number>(
      // The order must not depend on the order in which files were read.
      `SELECT a.id FROM appearances a
         LEFT JOIN digests d ON d.id = a.digest_id
         LEFT JOIN folders f ON f.id = d.folder_id
         WHERE a.paper_id = ?
         ORDER BY a.digest_id IS NULL, a.day DESC, f.path DESC, d.path DESC, a.position DESC, a.id DESC
         LIMIT 1`
    )
      .pluck()
      .get(id)
    this.#prepare('UPDATE papers SET shown_id = ? WHERE id = ?').run(newest ?? null, id)
    this.#prepare('DELETE FROM appearances WHERE paper_id = ? AND digest_id IS NULL AND id IS NOT ?').run(
      id,
      newest ?? null
    )
  }

  #settleDeck(day: string): void {
    this.#prepare('DELETE FROM deck_entries WHERE day = ?').run(day)
    const appearances = this.#prepare<[string], DayAppearance>(
      `SELECT a.paper_id AS paperId, a.votes FROM appearances a
       JOIN digests d ON d.id = a.digest_id
       JOIN folders f ON f.id = d.folder_id
       WHERE a.day = ?
       ORDER BY f.path, d.path, a.position`
    ).all(day)
    const insert = this.#prepare(
      'INSERT INTO deck_entries (day, paper_id, position, votes, percentile) VALUES (?, ?, ?, ?, ?)'
    )
    for (const { paperId, position, votes, percentile } of deckEntries(appearances))
      insert.run(day, paperId, position, votes, percentile)
  }
}
