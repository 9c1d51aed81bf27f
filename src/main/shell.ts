import { join } from 'node:path'
import { app, dialog, Menu, nativeTheme, type BrowserWindow } from 'electron'
import { createClient, type Client } from '../contract/client.ts'
import type { Destination } from '../contract/events.ts'
import { keysInUse } from '../contract/keys.ts'
import { defaultSettings, type Settings } from '../contract/settings.ts'
import type { Core } from '../core/app.ts'
import { withHostCalls } from '../core/hosting/host-calls.ts'
import { notifyOfDeck } from './arrivals.ts'
import { Badge } from './badge.ts'
import { closeGently } from './closing.ts'
import { desktopHostCalls } from './host-calls.ts'
import { answerRequests, tell } from './ipc.ts'
import type { Links } from './links.ts'
import { lockDown } from './lockdown.ts'
import type { Log } from './log.ts'
import { launchAtLogin } from './login.ts'
import { languageOf, menuWords, type MenuWords } from './menu-words.ts'
import { menuTemplate } from './menu.ts'
import { inDevelopment } from './origin.ts'
import { serveRenderer } from './protocol.ts'
import { openWindow } from './window.ts'

/** Brings up the desktop around the core: scheme, window, menu, links, badge, and a quiet end. */
export async function startShell(core: Core, links: Links, log: Log): Promise<void> {
  const client = createClient(core)
  let window: BrowserWindow | null = null
  let settings = defaultSettings
  let pageClosing: (answer: { unsaved: boolean }) => void = () => {}
  let quitting = false
  /** Whether a page is there that has asked where to begin. */
  let pageHears = false

  serveRenderer(join(app.getAppPath(), 'out', 'renderer'))
  lockDown(log)
  answerRequests(
    withHostCalls(
      core,
      desktopHostCalls(client, {
        parent: () => window,
        closing: (answer) => pageClosing(answer),
        destination: () => {
          pageHears = true
          return links.take()
        }
      }),
      log
    ),
    log
  )
  closeBeforeQuit(core, log)

  const stored = await client.call('settings.get', {})
  if (stored.ok) settings = stored.value
  follow(settings, client, () => window)

  const badge = new Badge(client, () => settings)
  core.subscribe((event) => {
    if (event.type === 'settings.changed') {
      const before = settings
      settings = event.settings
      if (inMenu(before) !== inMenu(settings)) follow(settings, client, () => window)
      if (before.launchAtLogin !== settings.launchAtLogin) setLaunch(settings, log)
    }
    if (event.type === 'library.changed' || event.type === 'settings.changed') badge.changed()
    if (event.type === 'deck.arrived' && settings.notify) {
      const { day } = event
      notifyOfDeck(event, languageOf(settings.language, app.getLocale()), () => go({ kind: 'deck', day }))
    }
    tell(window, event)
  })

  const show = (): void => {
    const opened = openWindow({ saved: settings.window, save: (place) => void keep(client, place, log), log })
    window = opened
    pageHears = false
    pageClosing = closeGently(opened, {
      tell: () => tell(opened, { type: 'closing' }),
      confirm: () => closeUnsaved(opened, menuWords[languageOf(settings.language, app.getLocale())]),
      stayed: () => (quitting = false)
    })
    opened.once('closed', () => {
      if (window === opened) window = null
    })
  }
  /** Brings the window to the front, at a place. */
  const go = (to: Destination): void => {
    if (window && pageHears) tell(window, { type: 'navigate', to })
    else links.keep(to)
    if (!window) show()
    if (window?.isMinimized()) window.restore()
    window?.show()
    window?.focus()
  }
  show()
  links.listen(go)
  app.on('activate', () => {
    if (!window) show()
  })
  // A window that takes a moment to close has stopped the quitting that closes it.
  app.on('before-quit', () => (quitting = true))
  app.on('window-all-closed', () => {
    if (quitting || process.platform !== 'darwin') app.quit()
  })
}

/** Asks whether a window is to be closed though a note in it is not saved. */
async function closeUnsaved(window: BrowserWindow, words: MenuWords): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.unsaved,
    buttons: [words.keepOpen, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
    noLink: true
  })
  return response === 1
}

/** What of the settings the menu shows. */
const inMenu = ({ language, theme, keys }: Settings): string => JSON.stringify([language, theme, keys])

function setLaunch(settings: Settings, log: Log): void {
  launchAtLogin(settings.launchAtLogin).catch((error: unknown) =>
    log('Launching at login could not be changed', error)
  )
}

/** Makes theme and menu what the settings say. */
function follow(settings: Settings, client: Client, window: () => BrowserWindow | null): void {
  nativeTheme.themeSource = settings.theme
  const template = menuTemplate({
    appName: app.name,
    language: languageOf(settings.language, app.getLocale()),
    theme: settings.theme,
    keys: keysInUse(settings.keys),
    mac: process.platform === 'darwin',
    development: inDevelopment(),
    send: (command) => tell(window(), { type: 'command', command }),
    setTheme: (theme) => void client.call('settings.update', { patch: { theme } })
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

async function keep(client: Client, place: Settings['window'], log: Log): Promise<void> {
  const kept = await client.call('settings.update', { patch: { window: place } })
  if (!kept.ok) log(`The window’s place was not kept: ${kept.error.message}`)
}

/** Lets the core put everything away before the process ends. */
function closeBeforeQuit(core: Core, log: Log): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    core
      .close()
      .catch((error: unknown) => log('The core did not close well', error))
      .finally(() => {
        closed = true
        app.quit()
      })
  })
}
