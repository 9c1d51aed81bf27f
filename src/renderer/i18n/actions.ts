import type { Status } from '../../contract/model.ts'
import type { ActionKind, ActionResult, ActionSummary, HistoryEntry } from '../../contract/triage.ts'
import { isolated } from '../rich-text/bidi.ts'
import { plainText } from '../rich-text/plain.ts'
import { dayMedium, dayShort } from './format.ts'
import { m } from './generated/messages.js'

/** What the library calls the built-in queue; on screen the language names it. No other can have this name. */
const TO_READ = 'To read'
const LONGEST_NAME = 28
const LONGEST_QUERY = 40

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return isolated(text)
  const cut = text.slice(0, longest)
  const word = cut.lastIndexOf(' ')
  return isolated(`${(word > longest / 2 ? cut.slice(0, word) : cut).trimEnd().toWellFormed()}…`)
}

/** What a paper is called in passing: the name before a title's colon, else its first words. */
export function shortTitle(title: string): string {
  const plain = plainText(title)
  return shortened(plain.split(/:\s/, 1)[0] ?? plain, LONGEST_NAME)
}

const oneWithStatus: Record<Status, (what: string) => string> = {
  inbox: (what) => m.did_inbox({ what }),
  queued: (what) => m.did_queued({ what }),
  reading: (what) => m.did_reading({ what }),
  read: (what) => m.did_read({ what }),
  skipped: (what) => m.did_skipped({ what })
}

const manyWithStatus: Record<Status, (count: number) => string> = {
  inbox: (count) => m.many_inbox({ count }),
  queued: (count) => m.many_queued({ count }),
  reading: (count) => m.many_reading({ count }),
  read: (count) => m.many_read({ count }),
  skipped: (count) => m.many_skipped({ count })
}

const isStatus = (value: unknown): value is Status =>
  typeof value === 'string' && Object.hasOwn(oneWithStatus, value)

const statusOf = ({ value }: ActionSummary): Status => (isStatus(value) ? value : 'inbox')
const starsOf = ({ value }: ActionSummary): number => Number(value ?? 0)
const text = (value: ActionSummary['value']): string => String(value ?? '')
const tagOf = ({ name, value }: ActionSummary): string => isolated(name ?? text(value))
const queueOf = ({ name }: ActionSummary): string =>
  name === TO_READ ? m.list_to_read() : isolated(name ?? '')
const queryOf = ({ value, name }: ActionSummary): string => shortened(text(value ?? name), LONGEST_QUERY)

/** A day near the one it was said on goes without its year. */
function dayOf({ value, at }: ActionSummary): string {
  const day = text(value)
  return day.slice(0, 4) === at.slice(0, 4) ? dayShort(day) : dayMedium(day)
}

interface Wording {
  /** For one paper, whose title is known. */
  one?: (what: string, action: ActionSummary) => string
  many: (count: number, action: ActionSummary) => string
}

const wordings: Record<ActionKind, Wording> = {
  status: {
    one: (what, action) => oneWithStatus[statusOf(action)](what),
    many: (count, action) => manyWithStatus[statusOf(action)](count)
  },
  star: { one: (what) => m.did_starred({ what }), many: (count) => m.many_starred({ count }) },
  unstar: { one: (what) => m.did_unstarred({ what }), many: (count) => m.many_unstarred({ count }) },
  rate: {
    one: (what, action) => m.did_rated({ what, count: starsOf(action) }),
    many: (count, action) => m.many_rated({ count, stars: starsOf(action) })
  },
  unrate: { one: (what) => m.did_unrated({ what }), many: (count) => m.many_unrated({ count }) },
  note: { one: (what) => m.did_noted({ what }), many: (count) => m.many_noted({ count }) },
  snooze: {
    one: (what, action) => m.did_snoozed({ what, day: dayOf(action) }),
    many: (count, action) => m.many_snoozed({ count, day: dayOf(action) })
  },
  unsnooze: { one: (what) => m.did_unsnoozed({ what }), many: (count) => m.many_unsnoozed({ count }) },
  tag: {
    one: (what, action) => m.did_tagged({ what, name: tagOf(action) }),
    many: (count, action) => m.many_tagged({ count, name: tagOf(action) })
  },
  untag: {
    one: (what, action) => m.did_untagged({ what, name: tagOf(action) }),
    many: (count, action) => m.many_untagged({ count, name: tagOf(action) })
  },
  enqueue: {
    one: (what, action) => m.did_enqueued({ what, name: queueOf(action) }),
    many: (count, action) => m.many_enqueued({ count, name: queueOf(action) })
  },
  dequeue: {
    one: (what, action) => m.did_dequeued({ what, name: queueOf(action) }),
    many: (count, action) => m.many_dequeued({ count, name: queueOf(action) })
  },
  arrange: {
    one: (what, action) => m.did_arranged({ what, name: queueOf(action) }),
    many: (count, action) => m.many_arranged({ count, name: queueOf(action) })
  },
  'catch-up': { many: (count) => m.did_catch_up({ count }) },
  'queue-create': { many: (_, action) => m.queue_did_create({ name: queueOf(action) }) },
  'queue-rename': {
    many(_, action) {
      const to = isolated(text(action.value))
      // Where only one name is told, it is the new one.
      return action.name === null || action.name === action.value
        ? m.queue_did_rename_to({ to })
        : m.queue_did_rename({ name: queueOf(action), to })
    }
  },
  'queue-color': { many: (_, action) => m.queue_did_color({ name: queueOf(action) }) },
  'queue-due': {
    many: (_, action) =>
      action.value === null
        ? m.queue_did_undue({ name: queueOf(action) })
        : m.queue_did_due({ name: queueOf(action), day: dayOf(action) })
  },
  'queue-move': { many: (_, action) => m.queue_did_move({ name: queueOf(action) }) },
  'queue-delete': { many: (_, action) => m.queue_did_delete({ name: queueOf(action) }) },
  'rule-create': { many: (_, action) => m.rule_did_create({ query: queryOf(action) }) },
  'rule-change': { many: (_, action) => m.rule_did_change({ query: queryOf(action) }) },
  'rule-delete': { many: (_, action) => m.rule_did_delete({ query: queryOf(action) }) },
  'rule-apply': { many: (count, action) => m.rule_did_apply({ count, query: queryOf(action) }) }
}

/** "Skipped LayerPano3D", "12 skipped". */
export function actionText(action: ActionSummary): string {
  const { one, many } = wordings[action.kind]
  return one && action.count === 1 && action.title !== null
    ? one(shortTitle(action.title), action)
    : many(action.count, action)
}

const ofPapers = ({ kind }: ActionSummary): boolean => !/^(queue|rule)-/.test(kind) || kind === 'rule-apply'

/** What became of a step that was undone: "undone", "undone, but for 1 paper". */
export const undoneText = (entry: HistoryEntry): string =>
  entry.leftAlone > 0 && ofPapers(entry)
    ? m.history_undone_but({ count: entry.leftAlone })
    : m.history_undone()

/**
 * What undoing or redoing a step did, with what was left alone because it was changed since; null for nothing.
 *
 * @param wanted the step, where it is known: the answer names none of which nothing could be changed
 */
export function stepText(
  { action, conflicts }: ActionResult,
  way: 'undo' | 'redo',
  wanted: ActionSummary | null = action
): string | null {
  if (conflicts > 0)
    return wanted && !ofPapers(wanted) ? m.undo_conflict() : m.undo_conflicts({ count: conflicts })
  if (!action) return null
  const what = actionText(action)
  return way === 'undo' ? m.undone({ what }) : m.redone({ what })
}
