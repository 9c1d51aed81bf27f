import type { Command } from '../../../contract/events.ts'
import { TO_READ_QUEUE_ID } from '../../../contract/model.ts'
import type { Desk } from '../../desk.svelte.ts'
import { m } from '../../i18n/generated/messages.js'
import { isMac } from './caps.ts'
import { matchKey } from './match.ts'

type Act = (desk: Desk) => void

async function zoom(desk: Desk, change: () => ReturnType<Desk['preferences']['update']>): Promise<void> {
  const answer = await change()
  if (!answer.ok) desk.toasts.fail(answer.error)
}

function openLink(desk: Desk): void {
  const url = desk.paper.paper?.url ?? desk.list.current?.url
  if (url !== undefined && !desk.host.open(url)) desk.toasts.say(() => m.nothing_to_open())
}

/** Opens what hangs from the list's head, which a narrow window may have put away. */
function showTool(desk: Desk, tool: 'sort' | 'filter'): void {
  if (desk.narrow.current && desk.showingPaper) desk.showList()
  desk.listTools.show(tool)
}

/** A picker has to be about something. */
function forSelection(desk: Desk, picker: 'tag' | 'addToQueue' | 'snooze'): void {
  if (desk.list.selection.targets.length > 0) desk.show(picker)
}

/** What each command does. Keys, the palette and the host's menu run the same ones. */
const acts: Record<Command, Act> = {
  next: (desk) => {
    const atEnd = !desk.list.selection.step(1)
    if (atEnd && desk.list.complete && !desk.list.finished) desk.list.finish()
  },
  previous: (desk) => {
    if (desk.list.finished) desk.list.selection.last()
    else desk.list.selection.step(-1)
  },
  first: (desk) => desk.list.selection.first(),
  last: (desk) => desk.list.selection.last(),
  newerDeck: (desk) => void desk.openDeckBeside(-1),
  olderDeck: (desk) => void desk.openDeckBeside(1),
  enter: (desk) => {
    if (desk.list.finished) void desk.openNextUnfinished()
    else if (desk.list.isEmptyDeck) void desk.openFirst()
    else if (desk.list.selection.cursor !== null) desk.showPaper()
  },
  escape: (desk) => {
    if (desk.list.selection.clear()) return
    if (desk.layout.alone) desk.leaveAlone()
    else if (desk.narrow.current && desk.showingPaper) desk.showList()
    else if (desk.listTools.clear()) return
    else if (desk.search.active || desk.search.query !== '') desk.search.clear()
  },
  queue: (desk) => void desk.triage.setStatus('queued'),
  skip: (desk) => void desk.triage.setStatus('skipped'),
  read: (desk) => void desk.triage.setStatus('read'),
  reading: (desk) => void desk.triage.setStatus('reading'),
  inbox: (desk) => void desk.triage.setStatus('inbox'),
  star: (desk) => void desk.triage.toggleStar(),
  rate1: (desk) => void desk.triage.rate(1),
  rate2: (desk) => void desk.triage.rate(2),
  rate3: (desk) => void desk.triage.rate(3),
  rate4: (desk) => void desk.triage.rate(4),
  rate5: (desk) => void desk.triage.rate(5),
  unrate: (desk) => void desk.triage.rate(null),
  note: (desk) => desk.openNote(),
  tag: (desk) => forSelection(desk, 'tag'),
  addToQueue: (desk) => forSelection(desk, 'addToQueue'),
  snooze: (desk) => forSelection(desk, 'snooze'),
  undo: (desk) => void desk.triage.undo(),
  redo: (desk) => void desk.triage.redo(),
  toggleMark: (desk) => {
    const { cursor } = desk.list.selection
    if (cursor !== null) desk.list.selection.toggle(cursor)
  },
  extendDown: (desk) => desk.list.selection.extend(1),
  extendUp: (desk) => desk.list.selection.extend(-1),
  markAll: (desk) => desk.list.selection.markAll(),
  open: openLink,
  copyBibtex: (desk) => void desk.exporter.toClipboard(),
  export: (desk) => desk.show('export'),
  moveUp: (desk) => void desk.arranger.step('up'),
  moveDown: (desk) => void desk.arranger.step('down'),
  sort: (desk) => showTool(desk, 'sort'),
  filter: (desk) => showTool(desk, 'filter'),
  refresh: (desk) => void desk.list.refresh(),
  search: (desk) => desk.openSearch(),
  palette: (desk) => desk.show('palette'),
  goInbox: (desk) => void desk.open({ kind: 'status', status: 'inbox' }),
  goToRead: (desk) => void desk.open({ kind: 'queue', queueId: TO_READ_QUEUE_ID }),
  goReading: (desk) => void desk.open({ kind: 'status', status: 'reading' }),
  focusMode: (desk) => (desk.layout.alone ? desk.leaveAlone() : desk.goAlone()),
  zoomIn: (desk) => void zoom(desk, () => desk.preferences.zoomBy(1)),
  zoomOut: (desk) => void zoom(desk, () => desk.preferences.zoomBy(-1)),
  zoomReset: (desk) => void zoom(desk, () => desk.preferences.update({ zoom: 1 })),
  calendar: (desk) => desk.show('calendar'),
  catchUp: (desk) => desk.show('catchUp'),
  history: (desk) => desk.show('history'),
  rules: (desk) => desk.show('rules'),
  help: (desk) => desk.show('help'),
  folders: (desk) => void desk.folders.choose(),
  diagnostics: (desk) => desk.show('diagnostics'),
  settings: (desk) => desk.show('settings')
}

/** What is done in the list's own head, which focus mode has put away. */
const beside = new Set<Command>(['sort', 'filter'])
/** What there is before a library has anything to show. */
const always = new Set<Command>(['folders', 'settings', 'help', 'zoomIn', 'zoomOut', 'zoomReset'])

export function run(desk: Desk, command: Command): void {
  if (desk.layout.alone && beside.has(command)) desk.leaveAlone()
  acts[command](desk)
}

const TEXT_FIELD =
  'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable=true]'
const CONTROL =
  'button, a[href], input, summary, [role=radio], [role=separator], [role=tab], [role=slider], [role=switch]'
/** What hangs over the rest and has keys of its own. */
const APART = '[role=dialog], [role=alertdialog], [role=menu]'

/** After these the list has the focus again, wherever a click or a dialog left it. */
const listCommands = new Set<Command>([
  'escape',
  'next',
  'previous',
  'first',
  'last',
  'queue',
  'skip',
  'read',
  'reading',
  'inbox',
  'toggleMark',
  'extendDown',
  'extendUp',
  'markAll'
])

/** What a key that is held down does again and again; anything else is done once. */
const repeating = new Set<Command>([
  'next',
  'previous',
  'extendDown',
  'extendUp',
  'moveUp',
  'moveDown',
  'zoomIn',
  'zoomOut'
])

/** The key whose press ran a command. While it is held down it types nothing, wherever the focus has gone. */
let heldKey: string | null = null

/** Runs what a key means where the focus is. */
export function onKeydown(desk: Desk, event: KeyboardEvent): void {
  if (event.defaultPrevented) return
  const target = event.target instanceof Element ? event.target : null
  const typing = target?.closest(TEXT_FIELD) != null
  if (!event.repeat) heldKey = null
  else if (typing && event.code === heldKey) event.preventDefault()
  const command = matchKey(event, {
    mac: isMac(),
    typing,
    onControl: target?.closest(CONTROL) != null,
    apart: desk.inDialog || target?.closest(APART) != null
  })
  if (!command || (!desk.list.ref && !always.has(command))) return
  event.preventDefault()
  if (event.repeat && !repeating.has(command)) return
  heldKey = event.code
  run(desk, command)
  if (listCommands.has(command)) void desk.focus.to('list')
}
