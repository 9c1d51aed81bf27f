import { z } from 'zod'

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
export const MAX_NAME_LENGTH = 100

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
