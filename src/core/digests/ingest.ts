import { readFile } from 'node:fs/promises'
import { failure, ok, type Result } from '../../contract/errors.ts'
import type { ImportReport, IngestStatus } from '../../contract/model.ts'
import { codeOf } from '../db/errors.ts'
import type { Db } from '../db/open.ts'
import { MAX_DIGEST_BYTES } from './decode.ts'
import { problem, type ParsedDigest } from './dialect.ts'
import { countsOf, type Folder } from './folders.ts'
import { problemsOf } from './problems.ts'
import { hashOf, PARSER_VERSION, readDigest, tooLarge } from './read.ts'
import { scanFolder, type FoundFile } from './scan.ts'
import { DigestStore, type DigestFile, type StoredDigest } from './store.ts'

export interface IngestEvents {
  status: (status: IngestStatus) => void
  /** Papers whose shown data may have changed, after they were committed. */
  changed: (papers: ReadonlySet<number>) => void
}

/** Brings the library to what folders hold: one at a time, each file in a transaction of its own. */
export class Ingest {
  readonly #db: Db
  readonly #store: DigestStore
  readonly #events: IngestEvents
  #tail: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(db: Db, events: IngestEvents) {
    this.#db = db
    this.#store = new DigestStore(db)
    this.#events = events
  }

  /**
   * Reads what is new or changed in a folder and forgets what is gone from it. Interrupted at any point, it goes
   * on where it was the next time.
   * @returns `folder-*` where the folder itself can't be read; the library then stays as it was
   */
  importFolder(folder: Folder): Promise<Result<ImportReport>> {
    return this.#inTurn(() => this.#import(folder))
  }

  /** Forgets a folder and its digests. Papers that the user touched stay. */
  removeFolder(folder: Folder): Promise<void> {
    return this.#inTurn(async () => {
      const changed = this.#commit(() => {
        const papers = new Set<number>()
        for (const digest of this.#store.digestsOf(folder.id))
          for (const paper of this.#store.remove(digest.id)) papers.add(paper)
        this.#db.prepare('DELETE FROM folders WHERE id = ?').run(folder.id)
        return papers
      })
      this.#events.changed(changed)
    })
  }

  /** Waits for what is running, which stops at the next file. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#tail
  }

  /**
   * Runs a transaction that a power cut may lose, though never damage: what it writes can be derived again. The
   * user's own actions, on the same connection, are on disk when they are acknowledged.
   */
  #commit<T>(work: () => T): T {
    this.#db.pragma('synchronous = NORMAL')
    try {
      return this.#db.transaction(work).immediate()
    } finally {
      this.#db.pragma('synchronous = FULL')
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(work)
    this.#tail = turn.catch(() => undefined)
    return turn
  }

  async #import(folder: Folder): Promise<Result<ImportReport>> {
    const start = performance.now()
    this.#events.status({ phase: 'scanning', folder: folder.path })
    try {
      const scan = await scanFolder(folder.path)
      if (!scan.ok) return failure(scan.error)
      const known = new Map(this.#store.digestsOf(folder.id).map((digest) => [digest.path, digest]))
      const changed = await this.#readChanged(folder, scan.value.files, known)
      if (!this.#closed) this.#removeGone(scan.value.files, scan.value.unreadable, known)
      const problems = problemsOf(this.#db, folder.id)
      const ms = Math.round(performance.now() - start)
      return ok({ ...countsOf(this.#db, folder.id), changed, problems, ms })
    } finally {
      this.#events.status({ phase: 'idle' })
    }
  }

  /** @returns how many files were read anew. */
  async #readChanged(
    folder: Folder,
    files: readonly FoundFile[],
    known: ReadonlyMap<string, StoredDigest>
  ): Promise<number> {
    const stale = files.filter((file) => !isCurrent(file, known.get(file.path)))
    let papers = 0
    let problems = 0
    let read = 0
    for (const [done, file] of stale.entries()) {
      if (this.#closed) break
      const status = { folder: folder.path, done, total: stale.length, papers, problems }
      this.#events.status({ phase: 'reading', ...status })
      const content = await this.#readFile(folder, file, known.get(file.path))
      if (!content) continue
      read++
      papers += content.papers.length
      problems += content.problems.length
    }
    return read
  }

  async #readFile(
    folder: Folder,
    file: FoundFile,
    known: StoredDigest | undefined
  ): Promise<ParsedDigest | undefined> {
    const row = { ...file, folderId: folder.id, parser: PARSER_VERSION, hash: '' }
    if (file.size > MAX_DIGEST_BYTES) return this.#write(row, { papers: [], problems: [tooLarge(file.size)] })
    let bytes: Buffer
    try {
      bytes = await readFile(file.absolute)
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? undefined : this.#noteUnreadable(row, codeOf(error))
    }
    const hash = hashOf(bytes)
    if (known?.hash === hash && known.parser === PARSER_VERSION) {
      this.#store.setFileTimes(known.id, row)
      return undefined
    }
    return this.#write({ ...row, hash }, readDigest(bytes, file.path))
  }

  #write(file: DigestFile, content: ParsedDigest): ParsedDigest {
    this.#events.changed(this.#commit(() => this.#store.replace(file, content)))
    return content
  }

  #noteUnreadable(file: DigestFile, code: string): ParsedDigest {
    const message = `This file can’t be read just now (${code || 'unknown error'}).`
    const content = { papers: [], problems: [problem('file-unreadable', 'error', message)] }
    this.#commit(() => this.#store.setProblems(file, content))
    return content
  }

  /** What lies in a sub-folder that can't be read is not gone, only out of sight. */
  #removeGone(
    files: readonly FoundFile[],
    unreadable: readonly string[],
    known: ReadonlyMap<string, StoredDigest>
  ): void {
    const there = new Set(files.map(({ path }) => path))
    for (const digest of known.values()) {
      if (there.has(digest.path) || unreadable.some((prefix) => digest.path.startsWith(prefix))) continue
      this.#events.changed(this.#commit(() => this.#store.remove(digest.id)))
    }
  }
}

const isCurrent = (file: FoundFile, known: StoredDigest | undefined): boolean =>
  known !== undefined &&
  known.parser === PARSER_VERSION &&
  known.hash !== '' &&
  known.size === file.size &&
  known.mtimeMs === file.mtimeMs &&
  known.ctimeMs === file.ctimeMs
