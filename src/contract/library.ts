import type { AppError } from './errors.ts'
import type { Color, Day, Status } from './model.ts'
import type { UndoState } from './triage.ts'

/** One day's papers and how far the user got with them. */
export interface DeckSummary {
  day: Day
  total: number
  /** Still in the inbox, and not away until a later day. */
  left: number
  /** Away until a later day. */
  snoozed: number
  queued: number
  read: number
  skipped: number
}

export interface QueueSummary {
  id: number
  name: string
  builtIn: boolean
  color: Color | null
  /** When it is meant to be done. */
  due: Day | null
  count: number
  /** How many of these are neither read nor skipped. */
  left: number
}

export interface TagSummary {
  name: string
  color: Color | null
  count: number
}

export interface FolderInfo {
  id: number
  path: string
  /** The sample days that come with the app. */
  sample: boolean
  /**
   * A paused folder is left alone until it is resumed. A kept one was let go, but for its papers: they stay as they
   * were, whatever happens to its files, until it is taken back or removed with them.
   */
  state: 'active' | 'paused' | 'kept'
  files: number
  papers: number
  /** Why it can't be read just now; null when all is well. */
  problem: AppError | null
}

export const severities = ['error', 'warning', 'info'] as const

export type Severity = (typeof severities)[number]

/** Something in a digest file that was not understood. The rest of the file was. */
export interface DigestProblem {
  /** Absolute path of the folder. */
  folder: string
  /** The file's path relative to its folder, with `/`. */
  file: string
  line: number
  column: number
  code: string
  severity: Severity
  message: string
  /** The offending text, cut to 200 characters. */
  excerpt: string
}

export type IngestStatus =
  | { phase: 'idle' }
  | { phase: 'scanning'; folder: string }
  | { phase: 'reading'; folder: string; done: number; total: number; papers: number; problems: number }
  /** Digests whose files are gone are taken out; said only where that takes a while. */
  | { phase: 'removing'; folder: string; done: number; total: number }

/** What an import of one folder came to. */
export interface ImportReport {
  /** False where it was paused before its end; it goes on there when it is resumed. */
  complete: boolean
  files: number
  papers: number
  appearances: number
  /** Files that were read anew, as against found unchanged. */
  changed: number
  problems: DigestProblem[]
  ms: number
}

export interface Overview {
  folders: FolderInfo[]
  decks: DeckSummary[]
  /** In the user's order, To read first. */
  queues: QueueSummary[]
  /** In the order of the alphabet. */
  tags: TagSummary[]
  /** Papers that are away until a later day count as `snoozed` and not as `inbox`. */
  counts: Record<Status, number> & { starred: number; snoozed: number; all: number }
  /** The day it is where the core runs. */
  today: Day
  /** Number of digest problems of severity warning or error. */
  problems: number
  undo: UndoState
  ingest: IngestStatus
}

/** A folder of the machine that the core runs on, for choosing one where there is no native dialog. */
export interface FolderListing {
  path: string
  parent: string | null
  folders: { name: string; path: string }[]
  /** Number of Markdown files directly in it. */
  markdownFiles: number
}

/** Something the user should be told once, without having asked. */
export interface Notice {
  code: 'settings-reset' | 'folder-lost' | 'folder-back' | 'folder-emptied'
  message: string
  details?: Record<string, string>
}
