import type { Command } from '../../../contract/events.ts'
import type { Desk } from '../../desk.svelte.ts'
import type { KeyCommand } from './keymap.ts'
import { matchKey } from './match.ts'

type Act = (desk: Desk) => void

/** What each command does. Keys and the host's menu run the same ones. */
const acts: Record<KeyCommand | Command, Act> = {
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
    if (desk.narrow.current && desk.showingPaper) desk.showList()
    else if (desk.list.selection.clear()) return
    else if (desk.search.active || desk.search.query !== '') desk.search.clear()
    else void desk.focus.to('list')
  },
  queue: (desk) => void desk.triage.setStatus('queued'),
  skip: (desk) => void desk.triage.setStatus('skipped'),
  read: (desk) => void desk.triage.setStatus('read'),
  inbox: (desk) => void desk.triage.setStatus('inbox'),
  star: (desk) => void desk.triage.toggleStar(),
  rate1: (desk) => void desk.triage.rate(1),
  rate2: (desk) => void desk.triage.rate(2),
  rate3: (desk) => void desk.triage.rate(3),
  rate4: (desk) => void desk.triage.rate(4),
  rate5: (desk) => void desk.triage.rate(5),
  unrate: (desk) => void desk.triage.rate(null),
  note: (desk) => desk.openNote(),
  undo: (desk) => void desk.triage.undo(),
  redo: (desk) => void desk.triage.redo(),
  toggleMark: (desk) => {
    const { cursor } = desk.list.selection
    if (cursor !== null) desk.list.selection.toggle(cursor)
  },
  extendDown: (desk) => desk.list.selection.extend(1),
  extendUp: (desk) => desk.list.selection.extend(-1),
  markAll: (desk) => desk.list.selection.markAll(),
  open: (desk) => desk.openOnDesktop(),
  copyBibtex: (desk) => void desk.exporter.toClipboard(),
  export: (desk) => desk.show('export'),
  search: (desk) => desk.openSearch(),
  help: (desk) => desk.show('help'),
  folders: (desk) => void desk.folders.choose(),
  diagnostics: (desk) => desk.show('diagnostics'),
  settings: (desk) => desk.show('settings')
}

export const run = (desk: Desk, command: KeyCommand | Command): void => acts[command](desk)

const TEXT_FIELD =
  'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable=true]'
const CONTROL = 'button, a[href], input, [role=radio], [role=separator], [role=tab]'

/** After these the list has the focus again, wherever a click or a dialog left it. */
const listCommands = new Set<KeyCommand>([
  'next',
  'previous',
  'first',
  'last',
  'queue',
  'skip',
  'read',
  'inbox',
  'toggleMark',
  'extendDown',
  'extendUp',
  'markAll'
])

/** What a key that is held down does again and again; anything else is done once. */
const repeating = new Set<KeyCommand>(['next', 'previous', 'extendDown', 'extendUp'])

/** The key whose press ran a command. While it is held down it types nothing, wherever the focus has gone. */
let heldKey: string | null = null

/** Runs what a key means where the focus is. */
export function onKeydown(desk: Desk, event: KeyboardEvent): void {
  if (event.defaultPrevented || desk.inDialog) return
  const target = event.target instanceof Element ? event.target : null
  const typing = target?.closest(TEXT_FIELD) != null
  if (!event.repeat) heldKey = null
  else if (typing && event.code === heldKey) event.preventDefault()
  const onControl = target?.closest(CONTROL) != null
  const command = matchKey(event, { mac: desk.host.isMac, typing, onControl })
  if (!command || !desk.list.ref) return
  event.preventDefault()
  if (event.repeat && !repeating.has(command)) return
  heldKey = event.code
  run(desk, command)
  if (listCommands.has(command))
    void desk.focus.to(desk.narrow.current && desk.showingPaper ? 'paper' : 'list')
}
