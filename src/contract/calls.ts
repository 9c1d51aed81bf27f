import { z } from 'zod'
import type { Destination } from './events.ts'
import type { DigestProblem, FolderInfo, FolderListing, ImportReport, Notice, Overview } from './library.ts'
import { listRefSchema, listViewSchema, type ListPage } from './lists.ts'
import {
  colorSchema,
  daySchema,
  nameSchema,
  paperIdSchema,
  queueIdSchema,
  ratingSchema,
  statusSchema,
  type Paper,
  type PaperRow,
  type PaperVersion
} from './model.ts'
import {
  ruleActionSchema,
  type ActionResult,
  type CatchUpPlan,
  type HistoryEntry,
  type Rule
} from './triage.ts'
import { settingsSchema, type Settings } from './settings.ts'

/**
 * One thing that can be asked. The input is checked by every host in the same place; the output is a type
 * only, since it comes from our own core.
 */
export interface CallSpec<Input extends z.ZodType, Output> {
  readonly input: Input
  /** Never present: carries the output's type. */
  readonly output?: Output
}

const call = <Output>() => ({
  takes: <Input extends z.ZodType>(input: Input): CallSpec<Input, Output> => ({ input })
})

const nothing = z.strictObject({})
const ids = z.array(paperIdSchema).min(1).max(100_000)
const query = z.string().max(10_000)

/** Largest note, in UTF-16 units. */
export const MAX_NOTE_LENGTH = 1_048_576

/** What the core answers, whichever host carries it. */
export const coreCalls = {
  /** Everything the frame of the screen needs: folders, decks, counts, undo. */
  'library.overview': call<Overview>().takes(nothing),
  /** Things to be told once since the core started; a second call gives only newer ones. */
  'library.notices': call<Notice[]>().takes(nothing),
  /** Opens the library again after it could not be opened. */
  'library.reopen': call<null>().takes(nothing),

  /** Adds a folder and imports it; answers when the import is at rest. */
  'folders.add': call<ImportReport>().takes(z.strictObject({ path: z.string().min(1).max(4096) })),
  'folders.addSample': call<ImportReport>().takes(nothing),
  /** Watches a folder no more. `hide`: only papers that the user touched stay; `keep`: all do. */
  'folders.remove': call<null>().takes(
    z.strictObject({ id: z.int().positive(), papers: z.enum(['hide', 'keep']).default('hide') })
  ),
  /** Pausing stops an import that is under way; resuming goes on with it. */
  'folders.setPaused': call<null>().takes(z.strictObject({ id: z.int().positive(), paused: z.boolean() })),
  'folders.rescan': call<ImportReport[]>().takes(nothing),
  'folders.list': call<FolderInfo[]>().takes(nothing),
  /** Sub-folders of a folder on the core's machine; null: the user's home. */
  'folders.browse': call<FolderListing>().takes(z.strictObject({ path: z.string().max(4096).nullable() })),
  'digests.problems': call<DigestProblem[]>().takes(nothing),
  /** The absolute path of a digest that the library knows, else `not-found`; `file-missing` where it is gone. */
  'digests.locate': call<{ path: string }>().takes(z.strictObject({ folder: z.string(), file: z.string() })),

  /** Without a view: all of the list, in its own order. `remembered`: as it was looked at last. */
  'papers.list': call<ListPage>().takes(
    z.strictObject({
      list: listRefSchema,
      view: z.union([listViewSchema, z.literal('remembered')]).optional()
    })
  ),
  /** Remembers how a list is looked at, or where the user is in it; what is not given stays. */
  'papers.remember': call<null>().takes(
    z.strictObject({ list: listRefSchema, view: listViewSchema.optional(), cursor: paperIdSchema.optional() })
  ),
  /** Rows in the order asked; ids that do not exist are left out. */
  'papers.rows': call<PaperRow[]>().takes(
    z.strictObject({ ids: z.array(paperIdSchema).max(1000), deck: daySchema.optional() })
  ),
  'papers.get': call<Paper>().takes(z.strictObject({ id: paperIdSchema })),
  /** The other wordings of a paper's title and summary, newest first. */
  'papers.versions': call<PaperVersion[]>().takes(z.strictObject({ id: paperIdSchema })),
  /** Whole papers of a list in its order, for scripts; `limit` papers at most. */
  'papers.export': call<Paper[]>().takes(
    z.strictObject({ list: listRefSchema, limit: z.int().positive().max(1_000_000).optional() })
  ),
  /** Papers of the given arXiv ids (versions and links are understood), or `not-found` naming those that are missing. */
  'papers.resolve': call<PaperRow[]>().takes(
    z.strictObject({ arxivIds: z.array(z.string()).min(1).max(10_000) })
  ),

  'triage.setStatus': call<ActionResult>().takes(z.strictObject({ ids, status: statusSchema })),
  'triage.setStarred': call<ActionResult>().takes(z.strictObject({ ids, starred: z.boolean() })),
  'triage.rate': call<ActionResult>().takes(z.strictObject({ ids, rating: ratingSchema.nullable() })),
  /**
   * Saves a note. Saves with the same `session` in a row are one undo step. Where `base` is given and the note is
   * neither that nor the new text, someone else changed it: `conflict`, with the text that is there as `note` in the
   * details, and nothing is saved.
   */
  'triage.setNote': call<ActionResult>().takes(
    z.strictObject({
      id: paperIdSchema,
      note: z.string().max(MAX_NOTE_LENGTH),
      session: z.string().max(64),
      base: z.string().optional()
    })
  ),
  /** Takes papers out of the inbox until a day after today; null brings them back. Their status becomes `inbox`. */
  'triage.snooze': call<ActionResult>().takes(z.strictObject({ ids, until: daySchema.nullable() })),
  'triage.undo': call<ActionResult>().takes(nothing),
  'triage.redo': call<ActionResult>().takes(nothing),
  /**
   * Proposes what to look at of the inbox of some days, first and last included: a number of papers, or as many as
   * the user gets through in some minutes. Of decks that nobody began, unless `begun`; and of papers that the user
   * did nothing with yet, always: the others are neither proposed nor skipped.
   */
  'triage.planCatchUp': call<CatchUpPlan>().takes(
    z.strictObject({
      from: daySchema,
      to: daySchema,
      papers: z.int().min(0).max(10_000).optional(),
      minutes: z.number().min(0).max(10_000).optional(),
      /** Also of decks of which something was dealt with. */
      begun: z.boolean().default(false)
    })
  ),
  /** Skips these papers as far as the user did nothing with them yet, in one step. */
  'triage.catchUp': call<ActionResult>().takes(z.strictObject({ skip: ids })),

  /** The steps of the log, newest first; `before`: older than that step. */
  'history.list': call<{ entries: HistoryEntry[]; more: boolean }>().takes(
    z.strictObject({ before: z.int().positive().optional(), limit: z.int().min(1).max(500) })
  ),
  /** Takes back one step, whichever came after it. What was changed since is left alone, and counted. */
  'history.undo': call<ActionResult>().takes(z.strictObject({ step: z.int().positive() })),
  /** Does again a step that was undone. */
  'history.redo': call<ActionResult>().takes(z.strictObject({ step: z.int().positive() })),

  /** Names are unique without regard to case, else `conflict`. */
  'queues.create': call<ActionResult & { id: number }>().takes(
    z.strictObject({ name: nameSchema, color: colorSchema.nullable().optional() })
  ),
  /** One of these at a time; To read keeps its name. */
  'queues.rename': call<ActionResult>().takes(z.strictObject({ id: queueIdSchema, name: nameSchema })),
  'queues.setColor': call<ActionResult>().takes(
    z.strictObject({ id: queueIdSchema, color: colorSchema.nullable() })
  ),
  'queues.setDue': call<ActionResult>().takes(
    z.strictObject({ id: queueIdSchema, due: daySchema.nullable() })
  ),
  /** Puts a queue before another in the sidebar; null: last. To read stays first. */
  'queues.move': call<ActionResult>().takes(
    z.strictObject({ id: queueIdSchema, before: queueIdSchema.nullable() })
  ),
  /** Its papers stay in the library. */
  'queues.delete': call<ActionResult>().takes(z.strictObject({ id: queueIdSchema })),
  /** Adds papers at the end; those in the inbox, or skipped, are queued to read as well. */
  'queues.add': call<ActionResult>().takes(z.strictObject({ id: queueIdSchema, ids })),
  /** Papers that leave To read go back to the inbox. */
  'queues.remove': call<ActionResult>().takes(z.strictObject({ id: queueIdSchema, ids })),
  /** Puts papers of a queue, in the order given, before another one; null: at the end. */
  'queues.arrange': call<ActionResult>().takes(
    z.strictObject({ id: queueIdSchema, ids, before: paperIdSchema.nullable() })
  ),

  /** Makes the tag where it is new; names are the same without regard to case. */
  'tags.add': call<ActionResult>().takes(z.strictObject({ ids, tag: nameSchema })),
  'tags.remove': call<ActionResult>().takes(z.strictObject({ ids, tag: nameSchema })),

  'rules.list': call<Rule[]>().takes(nothing),
  /** What a rule would have found among the papers that are here. */
  'rules.preview': call<{ total: number; rows: PaperRow[] }>().takes(z.strictObject({ query })),
  /** A rule without id is a new one; it is applied to papers that arrive after it was switched on. */
  'rules.save': call<ActionResult & { id: number }>().takes(
    z.strictObject({
      id: z.int().positive().optional(),
      query: query.min(1),
      action: ruleActionSchema,
      enabled: z.boolean()
    })
  ),
  'rules.delete': call<ActionResult>().takes(z.strictObject({ id: z.int().positive() })),

  /** The best hits first; `total` counts all of them. */
  'search.query': call<{ total: number; rows: PaperRow[]; ms: number }>().takes(
    z.strictObject({ query, limit: z.int().min(0).max(10_000) })
  ),

  'export.bibtex': call<{ text: string; count: number }>().takes(
    z.union([z.strictObject({ list: listRefSchema }), z.strictObject({ ids })])
  ),

  'settings.get': call<Settings>().takes(nothing),
  'settings.update': call<Settings>().takes(z.strictObject({ patch: settingsSchema.partial() }))
} as const

export interface HostInfo {
  kind: 'electron' | 'web'
  platform: string
  version: string
  /** Whether folders and files are chosen in the system's own dialogs. */
  nativeDialogs: boolean
}

/** What the host itself answers, as it needs the desktop: dialogs, clipboard, the file manager. */
export const hostCalls = {
  'host.info': call<HostInfo>().takes(nothing),
  /** What a link that the app was opened with leads to, once; null without one. */
  'host.destination': call<Destination | null>().takes(nothing),
  /** null: the user changed their mind. */
  'host.chooseFolder': call<{ path: string | null }>().takes(nothing),
  'host.saveText': call<{ path: string | null }>().takes(
    z.strictObject({ suggestedName: z.string().min(1).max(255), text: z.string().max(64 * 1024 * 1024) })
  ),
  /** Opens a digest that the library knows in the user's editor (see the settings), at a line where that can. */
  'host.openDigest': call<null>().takes(
    z.strictObject({ folder: z.string(), file: z.string(), line: z.int().positive() })
  ),
  /** Shows such a digest in the system's file manager. */
  'host.showDigest': call<null>().takes(z.strictObject({ folder: z.string(), file: z.string() })),
  'host.copyText': call<null>().takes(z.strictObject({ text: z.string().max(64 * 1024 * 1024) })),
  /** The page's answer to the event `closing`: what was typed is saved, or else (`unsaved`) can't be. */
  'host.closing': call<null>().takes(z.strictObject({ unsaved: z.boolean() }))
} as const

export const calls = { ...coreCalls, ...hostCalls } as const

export type CoreCallName = keyof typeof coreCalls
export type HostCallName = keyof typeof hostCalls
export type CallName = keyof typeof calls

type Specs = typeof calls
/** What a caller passes. */
export type Input<Name extends CallName> = z.input<Specs[Name]['input']>
/** What a handler gets, after parsing. */
export type Parsed<Name extends CallName> = z.output<Specs[Name]['input']>
/** What comes back when all goes well. */
export type Output<Name extends CallName> = NonNullable<Specs[Name]['output']> | NullOutput<Name>
type NullOutput<Name extends CallName> = null extends Specs[Name]['output'] ? null : never

export const isHostCallName = (name: string): name is HostCallName => Object.hasOwn(hostCalls, name)
