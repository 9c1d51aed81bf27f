import type { QueueSummary, TagSummary } from '../../../contract/library.ts'
import type { Day, PaperRow } from '../../../contract/model.ts'
import { dayShort, dayWithWeekday } from '../../i18n/format.ts'
import { m } from '../../i18n/generated/messages.js'
import { queueName } from '../../i18n/names.ts'
import { addDays, addMonths } from '../library/days.ts'
import { isAway } from '../papers/belongs.ts'
import { hasTag, heldBy, sameName } from './marks.ts'
import type { Choice } from './picker.svelte.ts'
import { nextWeekday } from './weekdays.ts'
import { readDay } from './when.ts'

type Rows = readonly (PaperRow | undefined)[]

const MONDAY = 1

const folded = (text: string): string => text.normalize('NFC').toLowerCase()

/** Whether a name has every word of the query; names that begin with it come first. */
function matching<Named extends { name: string }>(all: readonly Named[], query: string): Named[] {
  const words = folded(query).split(/\s+/)
  const found = all.filter(({ name }) => words.every((word) => folded(name).includes(word)))
  const begins = ({ name }: Named): boolean => folded(name).startsWith(folded(query))
  return query === '' ? found : [...found.filter(begins), ...found.filter((one) => !begins(one))]
}

function withNew(found: Choice[], all: readonly { name: string }[], query: string): Choice[] {
  if (query === '' || all.some(({ name }) => sameName(name, query))) return found
  return [...found, { key: `new ${query}`, name: m.pick_create({ name: query }), create: true }]
}

/** How many have it, where that is not said by the mark alone. */
const partOf = (rows: Rows, holds: (row: PaperRow) => boolean): Pick<Choice, 'held' | 'detail'> => {
  const { held, count } = heldBy(rows, holds)
  return held === 'some' ? { held, detail: m.pick_some({ count, total: rows.length }) } : { held }
}

/** What names a tag in a query: white space as the library keeps it, and no mark in front. */
export const tagName = (query: string): string => query.replace(/\s+/g, ' ').replace(/^#\s*/, '').trim()

export function queueChoices(queues: readonly QueueSummary[], rows: Rows, query: string): Choice[] {
  const all = queues.map((queue) => ({
    key: String(queue.id),
    name: queueName(queue),
    color: queue.color,
    ...partOf(rows, (row) => row.queueIds.includes(queue.id))
  }))
  // The built-in one keeps its name in the library, whatever the language calls it.
  return withNew(matching(all, query), [...all, ...queues], query)
}

export function tagChoices(tags: readonly TagSummary[], rows: Rows, query: string): Choice[] {
  const named = new Map(tags.map((tag) => [folded(tag.name), tag.name]))
  // One that was just made is on its papers first.
  for (const row of rows)
    for (const tag of row?.tags ?? []) if (!named.has(folded(tag))) named.set(folded(tag), tag)
  const all = [...named.values()].map((name) => ({
    key: folded(name),
    name,
    ...partOf(rows, (row) => hasTag(row, name))
  }))
  return withNew(matching(all, tagName(query)), all, tagName(query))
}

/** Its key is the day. */
const dayChoice = (name: string, day: Day): Choice => ({ key: day, name, detail: dayShort(day) })

export const NOW = 'now'

/** Days to snooze until; with `NOW` where any of the papers is away already. */
export function dayChoices(today: Day, rows: Rows, query: string): Choice[] {
  const usual = [
    dayChoice(m.snooze_tomorrow(), addDays(today, 1)),
    dayChoice(m.snooze_monday(), nextWeekday(today, MONDAY)),
    dayChoice(m.snooze_week(), addDays(today, 7)),
    dayChoice(m.snooze_month(), addMonths(today, 1))
  ]
  const different = usual.filter(({ key }, at) => usual.findIndex((other) => other.key === key) === at)
  const away = rows.some((row) => row !== undefined && isAway(row, today))
  const found = matching(away ? [...different, { key: NOW, name: m.snooze_now() }] : different, query)
  const typed = query === '' ? null : readDay(query, today)
  if (typed === null || typed === 'past') return found
  const named = found.find(({ key }) => key === typed)
  const first = named ?? { key: typed, name: dayWithWeekday(typed) }
  return [first, ...found.filter((choice) => choice !== named)]
}
