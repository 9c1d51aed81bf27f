import { setImmediate } from 'node:timers/promises'
import { failure, ok, type Result } from '../../contract/errors.ts'
import type { ImportReport, IngestStatus } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { problem, type ParsedDigest, type ParseProblem } from './dialect.ts'
import { countsOf, type Folder } from './folders.ts'
import { problemsOf } from './problems.ts'
import { readAhead, type ReadFile } from './read-ahead.ts'
import { hashOf, onlyProblem, PARSER_VERSION, readDigest, tooLarge } from './read.ts'
import { scanFolder, type FoundFile } from './scan.ts'
import { DigestStore, type StoredDigest } from './store.ts'

/** Files read at a time. */
const READ_AHEAD = 8
/** After so long a transaction ends, so that calls are answered in between. */
const TRANSACTION_MS = 10

export interface IngestEvents {
  status: (status: IngestStatus) => void
  /** Papers whose shown data may have changed, after they were committed. */
  changed: (papers: ReadonlySet<number>) => void
}

/** Brings the library to what folders hold: one folder at a time, in short transactions of whole files. */
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
    const progress = { folder: folder.path, done: 0, total: stale.length, papers: 0, problems: 0 }
    let read = 0
    for await (const batch of readAhead(stale, READ_AHEAD)) {
      // Several files share a commit, which costs more than most files do; each is still put in whole.
      while (batch.length > 0 && !this.#closed) {
        const end = performance.now() + TRANSACTION_MS
        this.#events.status({ phase: 'reading', ...progress })
        const changed = this.#commit(() => {
          const papers = new Set<number>()
          for (let next = batch.shift(); next; next = performance.now() < end ? batch.shift() : undefined) {
            const outcome = this.#take(folder, next, known.get(next.file.path))
            progress.done++
            if (!outcome) continue
            read++
            progress.papers += outcome.content.papers.length
            progress.problems += outcome.content.problems.length
            for (const paper of outcome.changed) papers.add(paper)
          }
          return papers
        })
        this.#events.changed(changed)
        await setImmediate()
      }
      if (this.#closed) break
    }
    return read
  }

  /** Puts one file in, inside the caller's transaction. Undefined where it is as it was, or gone. */
  #take(
    folder: Folder,
    { file, bytes, failed }: ReadFile,
    known: StoredDigest | undefined
  ): { content: ParsedDigest; changed: Set<number> } | undefined {
    const row = { ...file, folderId: folder.id, parser: PARSER_VERSION, hash: '' }
    if (failed !== undefined) {
      if (failed === 'ENOENT') return undefined
      const content = onlyProblem(unreadable(failed))
      this.#store.setProblems(row, content)
      return { content, changed: new Set() }
    }
    if (!bytes) {
      const content = onlyProblem(tooLarge(file.size))
      return { content, changed: this.#store.replace(row, content) }
    }
    const hash = hashOf(bytes)
    if (known?.hash === hash && known.parser === PARSER_VERSION) {
      this.#store.setFileTimes(known.id, row)
      return undefined
    }
    const content = readDigest(bytes, file.path)
    return { content, changed: this.#store.replace({ ...row, hash }, content) }
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

const unreadable = (code: string): ParseProblem =>
  problem('file-unreadable', 'error', `This file can’t be read just now (${code || 'unknown error'}).`)
