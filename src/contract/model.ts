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

/** The one queue that every library has; the papers on the way (`queued` and `reading`) are its members. */
export const TO_READ_QUEUE_ID = 1
export const queueIdSchema = z.int().positive()

/** Colours that a queue or tag can be given; each theme draws them its own way. */
export const colors = ['red', 'orange', 'amber', 'green', 'teal', 'blue', 'violet', 'pink'] as const
export const colorSchema = z.enum(colors)
export type Color = z.infer<typeof colorSchema>

/** Longest name of a queue or tag, in UTF-16 units. */
const MAX_NAME_LENGTH = 100
/** White space is made single spaces; what can't be seen is no name. */
export const nameSchema = z
  .string()
  .transform((name) =>
    name
      .normalize('NFC')
      .toWellFormed()
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
  )
  .pipe(
    z
      .string()
      .min(1)
      .max(MAX_NAME_LENGTH)
      .regex(/[^\p{Cf}\p{Z}]/u)
  )

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
  /** Out of the inbox until this day, on which it is back at its top; null once it is dealt with. */
  snoozedUntil: Day | null
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
  /** When it got its status, ISO 8601; null in the inbox. */
  statusAt: string | null
  /** Names, in the order of the alphabet. */
  tags: string[]
  /** Ids of the queues that hold it, To read among them. */
  queueIds: number[]
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
  z.object({ kind: z.literal('snoozed') }),
  z.object({ kind: z.literal('queue'), queueId: queueIdSchema }),
  z.object({ kind: z.literal('tag'), tag: z.string().max(MAX_NAME_LENGTH) }),
  z.object({ kind: z.literal('search'), query: z.string().max(10_000) })
])
/** Names a list of papers. A reading list is whatever such a reference, or a selection, yields. */
export type ListRef = z.infer<typeof listRefSchema>

/** `list`: the order that a list has by itself: a deck's, a queue's, the newest change first. */
export const sortKeys = ['list', 'votes', 'date', 'title', 'rating', 'status'] as const
/**
 * By votes: their percentile within their day. By status: when it was given, such as when a paper was read. Papers
 * without the value come last either way.
 */
export const sortSchema = z.strictObject({ by: z.enum(sortKeys), descending: z.boolean() })
export type Sort = z.infer<typeof sortSchema>

/** What a paper must have to be shown in a list; all that is said must hold, and an empty list says nothing. */
export const filterSchema = z.strictObject({
  /** Any of these. */
  statuses: z.array(statusSchema),
  starred: z.boolean(),
  rated: z.boolean(),
  noted: z.boolean(),
  code: z.boolean(),
  /** All of these. */
  tags: z.array(z.string()).max(100),
  /** First and last day, inclusive. */
  from: daySchema.nullable(),
  to: daySchema.nullable()
})
export type Filter = z.infer<typeof filterSchema>

/** How a list is looked at; remembered for each list, and for all decks together. */
export const listViewSchema = z.strictObject({ sort: sortSchema, filter: filterSchema })
export type ListView = z.infer<typeof listViewSchema>

export const plainView: ListView = {
  sort: { by: 'list', descending: false },
  filter: {
    statuses: [],
    starred: false,
    rated: false,
    noted: false,
    code: false,
    tags: [],
    from: null,
    to: null
  }
}

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

/** What undo and redo would do next; null: nothing. */
export interface UndoState {
  undo: ActionSummary | null
  redo: ActionSummary | null
}

export const actionKinds = [
  'status',
  'star',
  'unstar',
  'rate',
  'unrate',
  'note',
  'snooze',
  'unsnooze',
  'tag',
  'untag',
  'enqueue',
  'dequeue',
  'arrange',
  'catch-up',
  'queue-create',
  'queue-rename',
  'queue-color',
  'queue-due',
  'queue-move',
  'queue-delete',
  'rule-create',
  'rule-change',
  'rule-delete',
  'rule-apply'
] as const
export type ActionKind = (typeof actionKinds)[number]

/** One step of what the user did, in data: each language words it for itself. */
export interface ActionSummary {
  step: number
  kind: ActionKind
  /**
   * What was given: the status, the rating, the day of `snooze`, the new name or day or colour of a queue, the tag,
   * the query of a rule.
   */
  value: string | number | null
  /** Name of the queue that it was done to or with; of the tag or rule, where there is one. */
  name: string | null
  /** Number of papers. */
  count: number
  /** Title of the paper, when it was one. */
  title: string | null
  /** ISO 8601, UTC. */
  at: string
}

/** A step as the history shows it. */
export interface HistoryEntry extends ActionSummary {
  /** Whether it stands. */
  state: 'done' | 'undone'
  /** The papers it was done to, the first hundred of them. */
  papers: PaperId[]
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

export interface ListPage {
  /** Every paper of the list, in order. */
  ids: PaperId[]
  /** Rows of the first of them, so that a list shows at once; of those around `cursor` where that is known. */
  rows: PaperRow[]
  /** How the list is looked at. */
  view: ListView
  /** How many papers the view's filter leaves out. */
  hidden: number
  /** Where the user was when the list was last left, if that paper is in it. */
  cursor: PaperId | null
}

/** What to look at after an absence, so that the rest can be skipped in one step. */
export interface CatchUpPlan {
  /** Days in the range that have papers in the inbox. */
  days: number
  /** The papers of the highest percentile within their day, best first. */
  keep: PaperRow[]
  skip: PaperId[]
  /** How long a paper took the user of late, in seconds: the median of the log, or a guess without one. */
  secondsPerPaper: number
}

export const ruleActionSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('star') }),
  z.strictObject({ do: z.literal('skip') }),
  z.strictObject({ do: z.literal('tag'), tag: nameSchema }),
  z.strictObject({ do: z.literal('enqueue'), queueId: queueIdSchema })
])
export type RuleAction = z.infer<typeof ruleActionSchema>

/** What is done with new papers that a search finds, when they arrive. */
export interface Rule {
  id: number
  query: string
  action: RuleAction
  enabled: boolean
  /** Papers that it was applied to so far. */
  applied: number
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
