import { z } from 'zod'
import { type PaperId, type PaperRow, nameSchema, queueIdSchema } from './model.ts'

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
  /** Papers, queues or rules that undoing it left as they were, because they were changed since; else 0. */
  leftAlone: number
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

/** What to look at after an absence, so that the rest can be skipped in one step. */
export interface CatchUpPlan {
  /** Decks of the range that it is about: those with papers in the inbox. */
  days: number
  /**
   * The best papers of each day, in proportion to how many it has, best first: by their place within their day by
   * votes, where papers without votes have their deck's.
   */
  keep: PaperRow[]
  skip: PaperId[]
  /** How many papers of the inbox are left alone because the user did something with them, such as a star. */
  marked: number
  /** How many are left alone because a deck that holds them is begun. */
  begun: number
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
