import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../contract/events.ts'
import { parseChord } from '../contract/keys.ts'
import { themes, type Settings } from '../contract/settings.ts'
import { menuWords, type Language } from './menu-words.ts'

type Item = MenuItemConstructorOptions

export interface MenuOptions {
  appName: string
  language: Language
  theme: Settings['theme']
  /** The chords of each command as the user has them. */
  keys: Record<Command, readonly string[]>
  mac: boolean
  development: boolean
  send: (command: Command) => void
  setTheme: (theme: Settings['theme']) => void
}

const separator: Item = { type: 'separator' }
const line = Symbol('a line between items')
type Entry = Command | typeof line

/** The menus of commands; a command that only says where the focus goes has no place in any. */
const fileMenu: Entry[] = ['folders', 'diagnostics', 'rules', line, 'export', 'copyBibtex', line, 'settings']
const findMenu: Entry[] = ['search', 'palette', line, 'toggleMark', 'markAll']
const paperMenu: Entry[] = [
  'star',
  'queue',
  'addToQueue',
  'tag',
  'snooze',
  'skip',
  'reading',
  'read',
  'inbox',
  line
]
const ratingMenu: Entry[] = ['rate1', 'rate2', 'rate3', 'rate4', 'rate5', 'unrate']
const afterRating: Entry[] = ['note', 'open', 'moveUp', 'moveDown', line, 'undo', 'redo', 'history']
const goMenu: Entry[] = [
  'goInbox',
  'goToRead',
  'goReading',
  line,
  'next',
  'previous',
  'first',
  'last',
  line,
  'newerDeck',
  'olderDeck',
  'calendar',
  'catchUp'
]
const viewMenu: Entry[] = ['sort', 'filter', 'refresh', line, 'focusMode', 'zoomReset', 'zoomIn', 'zoomOut']

/** The application menu. Pure data, so that it can be tested without a screen. */
export function menuTemplate(options: MenuOptions): Item[] {
  const words = menuWords[options.language]
  const item = (command: Command): Item => ({
    label: words.commands[command],
    id: command,
    click: () => options.send(command),
    ...keyOf(options.keys[command][0], options.mac)
  })
  const items = (entries: readonly Entry[]): Item[] =>
    entries.map((entry) => (entry === line ? separator : item(entry)))
  /** Left to the text fields, which know these keys by themselves. */
  const native = (role: NonNullable<Item['role']>, label: string): Item => ({
    role,
    label,
    registerAccelerator: false
  })

  const themeNames = { system: words.themeSystem, light: words.themeLight, dark: words.themeDark }
  const themeMenu: Item[] = themes.map((theme) => ({
    label: themeNames[theme],
    id: `theme-${theme}`,
    type: 'radio',
    checked: theme === options.theme,
    click: () => options.setTheme(theme)
  }))
  const developing: Item[] = options.development
    ? [{ role: 'reload' }, { role: 'toggleDevTools' }, separator]
    : []

  return [
    ...(options.mac ? [{ role: 'appMenu', label: options.appName } satisfies Item] : []),
    {
      label: words.file,
      submenu: [
        ...items(fileMenu),
        ...(options.mac ? [] : [separator, { role: 'quit', label: words.quit } satisfies Item])
      ]
    },
    {
      label: words.edit,
      submenu: [
        native('undo', words.undoTyping),
        native('redo', words.redoTyping),
        separator,
        native('cut', words.cut),
        native('copy', words.copy),
        native('paste', words.paste),
        native('selectAll', words.selectAll),
        separator,
        ...items(findMenu)
      ]
    },
    {
      label: words.paper,
      submenu: [
        ...items(paperMenu),
        { label: words.rating, submenu: items(ratingMenu) },
        ...items(afterRating)
      ]
    },
    { label: words.go, submenu: items(goMenu) },
    {
      label: words.view,
      submenu: [
        ...developing,
        { label: words.theme, submenu: themeMenu },
        separator,
        ...items(viewMenu),
        separator,
        { role: 'togglefullscreen', label: words.fullScreen }
      ]
    },
    ...(options.mac ? [{ role: 'windowMenu', label: words.window } satisfies Item] : []),
    { role: 'help', label: words.help, submenu: items(['help']) }
  ]
}

/** Electron's names of keys that have others in a page. */
const electronKeys: Record<string, string> = {
  ' ': 'Space',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right'
}

/**
 * How a menu shows a command's key. The page hears all keys by itself, as a letter must stay a letter in a text
 * field; what has Ctrl or Cmd is heard here as well, for the moments in which no page has the focus.
 */
function keyOf(text: string | undefined, mac: boolean): Pick<Item, 'accelerator' | 'registerAccelerator'> {
  const chord = text === undefined ? null : parseChord(text)
  // macOS takes every shown key from the page, so there the menu shows none that is typed.
  if (!chord || (mac && !chord.mod)) return {}
  const key = electronKeys[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key)
  const modifiers = [chord.mod && 'CmdOrCtrl', chord.alt && 'Alt', chord.shift && 'Shift']
  return {
    accelerator: [...modifiers, key].filter(Boolean).join('+'),
    ...(chord.mod ? {} : { registerAccelerator: false })
  }
}
