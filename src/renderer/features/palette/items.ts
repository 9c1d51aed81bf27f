import { commands, type Command } from '../../../contract/events.ts'
import type { Overview } from '../../../contract/library.ts'
import type { ListRef } from '../../../contract/lists.ts'
import type { PaperRow } from '../../../contract/model.ts'
import type { Settings } from '../../../contract/settings.ts'
import { dayLong, dayMedium, dayWithWeekday } from '../../i18n/format.ts'
import { m } from '../../i18n/generated/messages.js'
import { queueName, statusName } from '../../i18n/names.ts'
import { plainText } from '../../rich-text/plain.ts'
import { commandNames } from '../keyboard/keymap.ts'
import { soughtInAll, type Sought } from './score.ts'

export type Group = 'recent' | 'lists' | 'commands' | 'settings' | 'decks' | 'papers'

/** What choosing an item does; data, so that it can be compared and remembered. */
export type Target =
  | { kind: 'command'; command: Command }
  | { kind: 'list'; ref: ListRef }
  | { kind: 'setting'; patch: Partial<Settings> }
  | { kind: 'keys' }
  | { kind: 'paper'; paper: PaperRow }

export interface Item {
  /** The same each time, so that it is known as recent. */
  id: string
  group: Group
  name: string
  /** Said beside the name. */
  note?: string
  target: Target
  /** What it is found by: its name in each language. */
  sought: readonly Sought[]
}

const item = (
  group: Group,
  id: string,
  name: () => string,
  target: Target,
  note?: string,
  also: () => string = () => ''
): Item => ({
  id,
  group,
  name: name(),
  target,
  sought: soughtInAll(() => `${name()} ${also()}`),
  ...(note !== undefined && { note })
})

/** What moves in the list at hand, which the palette covers. */
const inList = new Set<Command>([
  'next',
  'previous',
  'first',
  'last',
  'enter',
  'escape',
  'toggleMark',
  'extendDown',
  'extendUp',
  'palette'
])
/** What is found as a list. */
const asLists = new Set<Command>(['goInbox', 'goToRead', 'goReading'])

export const commandItems = (): Item[] =>
  commands
    .filter((command) => !inList.has(command) && !asLists.has(command))
    .map((command) =>
      item('commands', `command ${command}`, commandNames[command], { kind: 'command', command })
    )

const listItem = (name: () => string, ref: ListRef, count?: number, also?: () => string): Item =>
  item(
    'lists',
    `list ${JSON.stringify(ref)}`,
    name,
    { kind: 'list', ref },
    count === undefined ? undefined : m.papers_count({ count }),
    also
  )

/** The lists of the sidebar: those of each status, queues, tags. */
export const listItems = ({ counts, queues, tags }: Overview): Item[] => [
  listItem(m.list_inbox, { kind: 'status', status: 'inbox' }, counts.inbox, statusName.inbox),
  ...queues.map((queue) =>
    listItem(() => queueName(queue), { kind: 'queue', queueId: queue.id }, queue.count)
  ),
  listItem(m.list_reading, { kind: 'status', status: 'reading' }, counts.reading),
  listItem(m.list_starred, { kind: 'starred' }, counts.starred),
  listItem(m.list_snoozed, { kind: 'snoozed' }, counts.snoozed),
  listItem(m.list_read, { kind: 'status', status: 'read' }, counts.read),
  listItem(m.list_skipped, { kind: 'status', status: 'skipped' }, counts.skipped),
  listItem(m.list_all, { kind: 'all' }, counts.all),
  ...tags.map((tag) =>
    listItem(
      () => `#${tag.name}`,
      { kind: 'tag', tag: tag.name },
      tag.count,
      () => tag.name
    )
  )
]

const settingItem = (name: () => string, option: () => string, patch: Partial<Settings>, on: boolean): Item =>
  item(
    'settings',
    `setting ${JSON.stringify(patch)}`,
    () => m.palette_setting({ name: name(), option: option() }),
    { kind: 'setting', patch },
    on ? m.palette_setting_now() : undefined
  )

/** Settings of a few values, each value an item; what is so already says it. */
export const settingItems = (now: Settings): Item[] => [
  settingItem(m.settings_theme, m.theme_system, { theme: 'system' }, now.theme === 'system'),
  settingItem(m.settings_theme, m.theme_light, { theme: 'light' }, now.theme === 'light'),
  settingItem(m.settings_theme, m.theme_dark, { theme: 'dark' }, now.theme === 'dark'),
  settingItem(m.settings_language, m.language_system, { language: 'system' }, now.language === 'system'),
  settingItem(m.settings_language, () => 'English', { language: 'en' }, now.language === 'en'),
  settingItem(m.settings_language, () => '한국어', { language: 'ko' }, now.language === 'ko'),
  settingItem(
    m.settings_density,
    m.density_comfortable,
    { density: 'comfortable' },
    now.density === 'comfortable'
  ),
  settingItem(m.settings_density, m.density_compact, { density: 'compact' }, now.density === 'compact'),
  settingItem(m.settings_hide_finished, m.on, { hideFinishedDecks: true }, now.hideFinishedDecks),
  settingItem(m.settings_hide_finished, m.off, { hideFinishedDecks: false }, !now.hideFinishedDecks),
  settingItem(m.settings_auto_advance, m.on, { autoAdvance: true }, now.autoAdvance),
  settingItem(m.settings_auto_advance, m.off, { autoAdvance: false }, !now.autoAdvance),
  item('settings', 'keys', m.keys_title, { kind: 'keys' })
]

/** The decks, newest first; also found by other forms of their date, see `days.ts`. */
export const deckItems = ({ decks }: Overview): Item[] =>
  decks
    .toSorted((a, b) => b.day.localeCompare(a.day))
    .map(({ day, left }) =>
      item(
        'decks',
        `deck ${day}`,
        () => dayWithWeekday(day),
        { kind: 'list', ref: { kind: 'deck', day } },
        left > 0 ? m.deck_left({ count: left }) : m.deck_none_left(),
        () => `${day} ${dayLong(day)}`
      )
    )

export const paperItem = (paper: PaperRow): Item =>
  item(
    'papers',
    `paper ${paper.id}`,
    () => plainText(paper.title),
    { kind: 'paper', paper },
    paper.day === null ? undefined : dayMedium(paper.day)
  )
