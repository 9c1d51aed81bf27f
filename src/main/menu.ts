import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../contract/events.ts'
import { themes, type Settings } from '../contract/settings.ts'
import { menuWords, type Language } from './menu-words.ts'

type Item = MenuItemConstructorOptions

export interface MenuOptions {
  appName: string
  language: Language
  theme: Settings['theme']
  mac: boolean
  development: boolean
  send: (command: Command) => void
  setTheme: (theme: Settings['theme']) => void
}

const separator: Item = { type: 'separator' }

/** The application menu. Pure data, so that it can be tested without a screen. */
export function menuTemplate(options: MenuOptions): Item[] {
  const words = menuWords[options.language]
  const own = (label: string, command: Command, accelerator?: string): Item => ({
    label,
    id: command,
    click: () => options.send(command),
    ...(accelerator === undefined ? {} : { accelerator })
  })
  /** An item whose key the page handles itself, since a letter must stay a letter in a text field. */
  const keyed = (label: string, command: Command, key: string): Item =>
    // macOS takes every shown key from the page, so there the menu shows none.
    options.mac ? own(label, command) : { ...own(label, command, key), registerAccelerator: false }
  /** Left to the text fields, which know these keys by themselves. */
  const native = (role: NonNullable<Item['role']>, label: string): Item => ({
    role,
    label,
    registerAccelerator: false
  })

  const themeNames = { system: words.themeSystem, light: words.themeLight, dark: words.themeDark }
  const appMenu: Item[] = options.mac ? [{ role: 'appMenu', label: options.appName }] : []
  const windowMenu: Item[] = options.mac ? [{ role: 'windowMenu', label: words.window }] : []

  return [
    ...appMenu,
    {
      label: words.file,
      submenu: [
        own(words.chooseFolder, 'folders', 'CmdOrCtrl+O'),
        separator,
        own(words.exportBibtex, 'export', 'CmdOrCtrl+Shift+E'),
        own(words.copyBibtex, 'copyBibtex', 'CmdOrCtrl+Shift+C'),
        separator,
        own(words.settings, 'settings', 'CmdOrCtrl+,'),
        ...(options.mac ? [] : [separator, { role: 'quit', label: words.quit } satisfies Item])
      ]
    },
    {
      label: words.edit,
      submenu: [
        native('undo', words.undo),
        native('redo', words.redo),
        separator,
        native('cut', words.cut),
        native('copy', words.copy),
        native('paste', words.paste),
        native('selectAll', words.selectAll),
        separator,
        own(words.find, 'search', 'CmdOrCtrl+F')
      ]
    },
    {
      label: words.paper,
      submenu: [
        keyed(words.next, 'next', 'J'),
        keyed(words.previous, 'previous', 'K'),
        separator,
        keyed(words.star, 'star', 'S'),
        keyed(words.queue, 'queue', 'Q'),
        keyed(words.skip, 'skip', 'X'),
        keyed(words.read, 'read', 'R'),
        keyed(words.inbox, 'inbox', 'I'),
        keyed(words.note, 'note', 'N'),
        keyed(words.open, 'open', 'O'),
        separator,
        keyed(words.undoAction, 'undo', 'U'),
        keyed(words.redoAction, 'redo', 'Shift+U')
      ]
    },
    {
      label: words.view,
      submenu: [
        ...(options.development
          ? ([{ role: 'reload' }, { role: 'toggleDevTools' }, separator] satisfies Item[])
          : []),
        {
          label: words.theme,
          submenu: themes.map((theme) => ({
            label: themeNames[theme],
            id: `theme-${theme}`,
            type: 'radio',
            checked: theme === options.theme,
            click: () => options.setTheme(theme)
          }))
        },
        separator,
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        separator,
        { role: 'togglefullscreen', label: words.fullScreen }
      ]
    },
    ...windowMenu,
    { role: 'help', label: words.help, submenu: [keyed(words.shortcuts, 'help', '?')] }
  ]
}
