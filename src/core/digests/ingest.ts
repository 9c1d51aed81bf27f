import { setImmediate } from 'node:timers/promises'
import { fail, failure, ok, type Result } from '../../contract/errors.ts'
import type { IngestStatus } from '../../contract/library.ts'
import type { Db } from '../db/open.ts'
import { problem, type ParsedDigest, type ParseProblem } from './dialect.ts'
import { forgetRemovedFolder, stateOf, type Folder, type FolderState } from './folders.ts'
import { readAhead, type ReadFile } from './read-ahead.ts'
import { hashOf, onlyProblem, PARSER_VERSION, readDigest, tooLarge } from './read.ts'
import { scanFolder, type FolderScan, type FoundFile } from './scan.ts'
import { DigestStore, type StoredDigest } from './store.ts'

/** Files read at a time. */
const READ_AHEAD = 8
/** Stands for the hash of a file that was not read for its size. */
const TOO_LARGE = 'too large'
/** After so long a transaction ends, so that calls are answered in between. */
const TRANSACTION_MS = 10

export interface IngestEvents {
  status: (status: IngestStatus) => void
  /** Papers whose shown data may have changed, after they were committed. */
  changed: (papers: ReadonlySet<number>) => void
}

export interface IngestOptions extends IngestEvents {
  clock: () => Date
  /** Larger files are reported and skipped, in bytes. */
  maxBytes: () => number
}

/** What looking at a folder came to. */
export interface IngestOutcome {
  /** Files that were read anew. */
  changed: number
  /** False where it was stopped before its end. */
  complete: boolean
  /** Whether there was something in it, and there is nothing any more. */
  emptied: boolean
  /** Real paths of what its links lead to. */
  linked: string[]
}

/** Brings the library to what folders hold: one folder at a time, in short transactions of whole files. */
export class Ingest {
  readonly #db: Db
  readonly #store: DigestStore
  readonly #options: IngestOptions
  /** The device that a folder was on when there was something in it, by its id. */
  readonly #devices = new Map<number, number>()
  #tail: Promise<unknown> = Promise.resolve()
  #closed = false
  #busy = false

  constructor(db: Db, options: IngestOptions) {
    this.#db = db
    this.#store = new DigestStore(db)
    this.#options = options
  }

  /**
   * Reads what is new or changed in a folder and forgets what is gone from it. Interrupted at any point, it goes
   * on where it was the next time. It stops when the folder is paused or removed, by whichever program.
   * @returns `folder-*` where the folder itself can't be read; the library then stays as it was
   */
  importFolder(folder: Folder): Promise<Result<IngestOutcome>> {
    return this.#inTurn(() => this.#import(folder))
  }

  /** Forgets the digests of a removed folder, and the folder, unless it is taken back meanwhile. */
  forgetFolder(folder: Folder): Promise<void> {
    return this.#inTurn(async () => {
      try {
        const digests = this.#store.digestsOf(folder.id)
        await this.#remove(folder, digests, () => this.#isIn(folder, 'removed'))
      } finally {
        if (this.#busy) this.#say({ phase: 'idle' })
      }
      if (!this.#closed) forgetRemovedFolder(this.#db, folder.id)
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

  async #import(folder: Folder): Promise<Result<IngestOutcome>> {
    const known = new Map(this.#store.digestsOf(folder.id).map((digest) => [digest.path, digest]))
    // Of a look at a folder that is known nothing is shown until there is something to read.
    if (known.size === 0) this.#say({ phase: 'scanning', folder: folder.path })
    try {
      const scan = await scanFolder(folder.path)
      if (!scan.ok) return failure(scan.error)
      if (this.#isUnmounted(folder, scan.value, known.size)) return unmounted(folder)
      const { files, unreadable, linked } = scan.value
      const stale = files.filter((file) => !this.#isCurrent(file, known.get(file.path)))
      const changed = await this.#readChanged(folder, stale, known)
      const missing = gone([...known.values()], files, unreadable)
      await this.#remove(folder, missing, () => !this.#isStopped(folder))
      const complete = !this.#isStopped(folder)
      const emptied = complete && known.size > 0 && missing.length === known.size && files.length === 0
      return ok({ changed, complete, emptied, linked })
    } finally {
      if (this.#busy) this.#say({ phase: 'idle' })
    }
  }

  #say(status: IngestStatus): void {
    this.#busy = status.phase !== 'idle'
    this.#options.status(status)
  }

  /** @returns how many files were read anew. */
  async #readChanged(
    folder: Folder,
    stale: readonly FoundFile[],
    known: ReadonlyMap<string, StoredDigest>
  ): Promise<number> {
    const progress = { folder: folder.path, done: 0, total: stale.length, papers: 0, problems: 0 }
    let read = 0
    const takeUntil = (end: number, batch: ReadFile[]): Set<number> => {
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
    }
    for await (const batch of readAhead(stale, READ_AHEAD, this.#options.maxBytes())) {
      // Several files share a commit, which costs more than most files do; each is still put in whole.
      while (batch.length > 0 && !this.#isStopped(folder)) {
        this.#say({ phase: 'reading', ...progress })
        const end = performance.now() + TRANSACTION_MS
        this.#options.changed(this.#commit(() => takeUntil(end, batch)))
        await setImmediate()
      }
      if (this.#isStopped(folder)) break
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
      return { content, changed: this.#store.replace({ ...row, hash: TOO_LARGE }, content) }
    }
    const hash = hashOf(bytes)
    if (known?.hash === hash && known.parser === PARSER_VERSION) {
      this.#store.setFileTimes(known.id, row)
      return undefined
    }
    const content = readDigest(bytes, file.path)
    // What an older parser made of the same file is no other version of it.
    const rewritten = known?.parser === PARSER_VERSION ? this.#options.clock().toISOString() : undefined
    return { content, changed: this.#store.replace({ ...row, hash }, content, rewritten) }
  }

  async #remove(folder: Folder, digests: readonly StoredDigest[], goesOn: () => boolean): Promise<void> {
    const total = digests.length
    const left = [...digests].reverse()
    const removeUntil = (end: number): Set<number> => {
      const papers = new Set<number>()
      for (let next = left.pop(); next; next = performance.now() < end ? left.pop() : undefined)
        for (const paper of this.#store.remove(next.id)) papers.add(paper)
      return papers
    }
    while (left.length > 0 && !this.#closed && goesOn()) {
      if (left.length < total)
        this.#say({ phase: 'removing', folder: folder.path, done: total - left.length, total })
      this.#options.changed(this.#commit(() => removeUntil(performance.now() + TRANSACTION_MS)))
      await setImmediate()
    }
  }

  /** Whether what is there is but the empty place that a disk was at. */
  #isUnmounted({ id }: Folder, { files, device }: FolderScan, known: number): boolean {
    if (files.length > 0) this.#devices.set(id, device)
    return files.length === 0 && known > 0 && (this.#devices.get(id) ?? device) !== device
  }

  #isCurrent(file: FoundFile, known: StoredDigest | undefined): boolean {
    return (
      known !== undefined &&
      known.parser === PARSER_VERSION &&
      known.size === file.size &&
      known.mtimeMs === file.mtimeMs &&
      known.ctimeMs === file.ctimeMs &&
      known.hash !== '' &&
      // The size that is allowed may have changed.
      (known.hash === TOO_LARGE) === file.size > this.#options.maxBytes()
    )
  }

  #isStopped = (folder: Folder): boolean => this.#closed || !this.#isIn(folder, 'active')

  #isIn = (folder: Folder, state: FolderState): boolean => stateOf(this.#db, folder.id) === state
}

/** Digests whose files are no longer there. What can't be read, or lies in what can't, is only out of sight. */
function gone(
  known: readonly StoredDigest[],
  files: readonly FoundFile[],
  unreadable: readonly string[]
): StoredDigest[] {
  const there = new Set(files.map(({ path }) => path))
  const hidden = (path: string): boolean =>
    unreadable.some((part) => path === part || (part.endsWith('/') && path.startsWith(part)) || part === '')
  return known.filter(({ path }) => !there.has(path) && !hidden(path))
}

const unmounted = ({ path }: Folder) =>
  fail('folder-unmounted', `The disk of the folder ${path} is not connected.`, { folder: path })

const unreadable = (code: string): ParseProblem =>
  problem('file-unreadable', 'error', `This file can’t be read just now (${code || 'unknown error'}).`)
