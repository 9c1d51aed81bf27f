import { z } from 'zod'
import type { AppError } from './errors.ts'

/** `Date` takes 31 February for 3 March; a day must survive the way back. */
function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** A calendar day, `YYYY-MM-DD`, without a time zone: the day that a digest names. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDay, 'not a calendar day')
export type Day = string

export const statuses = ['inbox', 'queued', 'reading', 'read', 'skipped'] as const
export const statusSchema = z.enum(statuses)
/** Where a paper stands: not looked at, on the way, or dealt with. Star, rating, note and tags are independent. */
export type Status = z.infer<typeof statusSchema>

/** Whole stars; not rated is null. */
export const ratingSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export type Rating = z.infer<typeof ratingSchema>

/** Number of a paper within one library; stable for the library's life. */
export const paperIdSchema = z.int().positive()
export type PaperId = number

/** The one queue that every library has; `queued` is membership in it. */
export const TO_READ_QUEUE_ID = 1

export interface Media {
  kind: 'image' | 'video'
  /** As the digest gives it; relative ones lead nowhere. */
  url: string
}

/** A link in a paper's summary that leads to more than words. */
export interface PaperLink {
  kind: 'code' | 'model' | 'dataset' | 'demo' | 'project'
  url: string
}

export interface SummaryItem {
  /** The bold words that open a bullet, such as `What's New`; null for a plain bullet. */
  label: string | null
  /** The rest of the bullet. Continued, nested and numbered lines follow in order, each after a line feed. */
  text: string
}

/** What the user did with a paper. */
export interface Marks {
  status: Status
  starred: boolean
  rating: Rating | null
  note: string
}

/** A paper in a digest. */
export interface Appearance {
  day: Day | null
  /** The digest's path, relative to its folder, with `/`. */
  file: string
  /** 1-based line of the paper's heading. */
  line: number
  /** 1-based place in its digest. */
  position: number
  /** null: not recorded, which is not zero. */
  votes: number | null
  /** Percentile rank of its votes within the day, 0 to 1: (fewer + half of the equal ones) / all with votes; null without votes. */
  percentile: number | null
}

/** What every view of a paper shows; the day's votes and percentile are those of `day`. */
export interface PaperHead {
  id: PaperId
  arxivId: string | null
  title: string
  url: string
  day: Day | null
  votes: number | null
  percentile: number | null
}

/** A paper as a list shows it. */
export interface PaperRow extends PaperHead, Omit<Marks, 'note'> {
  /** The first three names, in the digest's order. */
  authors: string[]
  authorCount: number
  /** False where the digest's list was cut: there are more than `authorCount`. */
  authorsComplete: boolean
  /** The note's first words, on one line; empty without a note. */
  noteExcerpt: string
  /** Whether its digest links to code. */
  hasCode: boolean
}

/** A paper with everything known of it. */
export interface Paper extends PaperHead, Marks {
  authors: string[]
  authorsComplete: boolean
  /** False where the archive's author order is random (digests from 2024 on). */
  authorOrderKnown: boolean
  media: Media[]
  /** Code, models, project pages and the like, in the order in which the summary names them. */
  links: PaperLink[]
  summary: SummaryItem[]
  tags: string[]
  /** Names of the queues that hold it. */
  queues: string[]
  citationKey: string
  /** Newest first. Empty where no digest holds the paper any more. */
  appearances: Appearance[]
  /** How many other wordings of its title or summary there are; see `papers.versions`. */
  otherVersions: number
}

/** What a digest says, or said, of a paper, where that differs from what is shown. */
export interface PaperVersion {
  title: string
  summary: SummaryItem[]
  day: Day | null
  /** When a rewritten digest took it away, ISO 8601; null where another digest still says so. */
  replacedAt: string | null
}

export const listRefSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deck'), day: daySchema }),
  z.object({ kind: z.literal('status'), status: statusSchema }),
  z.object({ kind: z.literal('starred') }),
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('queue'), queueId: z.int().positive() }),
  z.object({ kind: z.literal('search'), query: z.string().max(10_000) })
])
/** Names a list of papers. A reading list is whatever such a reference, or a selection, yields. */
export type ListRef = z.infer<typeof listRefSchema>

/** One day's papers and how far the user got with them. */
export interface DeckSummary {
  day: Day
  total: number
  /** Still in the inbox. */
  left: number
  queued: number
  read: number
  skipped: number
}

export interface QueueSummary {
  id: number
  name: string
  builtIn: boolean
  count: number
}

export interface FolderInfo {
  id: number
  path: string
  /** The sample days that come with the app. */
  sample: boolean
  /** A paused folder is left alone until it is resumed. */
  state: 'active' | 'paused'
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

/** What undo and redo would do next; null: nothing. */
export interface UndoState {
  undo: ActionSummary | null
  redo: ActionSummary | null
}

export const actionKinds = ['status', 'star', 'unstar', 'rate', 'unrate', 'note'] as const
export type ActionKind = (typeof actionKinds)[number]

/** One step of what the user did, in data: each language words it for itself. */
export interface ActionSummary {
  step: number
  kind: ActionKind
  /** The value given, for `status` and `rate`. */
  value: string | number | null
  count: number
  /** Title of the paper, when it was one. */
  title: string | null
  /** ISO 8601, UTC. */
  at: string
}

/** What an action did. */
export interface ActionResult {
  /** null: everything was so already, and nothing was logged. */
  action: ActionSummary | null
  /** The papers that changed. */
  papers: PaperRow[]
  /** Changes that undo or redo left alone, because the paper was changed since. */
  conflicts: number
}

export interface Overview {
  folders: FolderInfo[]
  decks: DeckSummary[]
  queues: QueueSummary[]
  counts: Record<Status, number> & { starred: number; all: number }
  /** Number of digest problems of severity warning or error. */
  problems: number
  undo: UndoState
  ingest: IngestStatus
}

export interface ListPage {
  /** Every paper of the list, in order. */
  ids: PaperId[]
  /** Rows of the first of them, so that a list shows at once. */
  rows: PaperRow[]
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
  code: 'settings-reset' | 'folder-lost' | 'folder-back'
  message: string
  details?: Record<string, string>
}
