import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import type { Settings } from '../contract/settings.ts'
import type { Log } from './log.ts'
import { pageUrl } from './origin.ts'
import { placeWindow, SMALLEST } from './window-place.ts'

/** What the page's own background is (styles/tokens.css: --desk), so that nothing flashes before its first paint. */
const desk = (): string => (nativeTheme.shouldUseDarkColors ? '#131210' : '#f6f5f2')

const SAVE_AFTER_MS = 500

export interface WindowOptions {
  saved: Settings['window']
  /** Keeps where the window is; called when it has come to rest, and before it closes. */
  save: (place: Settings['window']) => void
  log: Log
}

/** Opens the window: sandboxed, isolated, without Node, shown once there is something to see. */
export function openWindow({ saved, save, log }: WindowOptions): BrowserWindow {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  const window = new BrowserWindow({
    ...placeWindow(
      saved,
      [primary, ...others].map(({ workArea }) => workArea)
    ),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: app.name,
    backgroundColor: desk(),
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Chromium would fetch dictionaries from the network.
      spellcheck: false
    }
  })
  if (saved?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  const repaint = (): void => window.setBackgroundColor(desk())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
  keepPlace(window, save)
  recover(window, log)
  window.loadURL(pageUrl()).catch((error: unknown) => log('The page could not be loaded', error))
  return window
}

function keepPlace(window: BrowserWindow, save: WindowOptions['save']): void {
  let timer: NodeJS.Timeout | undefined
  const saveNow = (): void => {
    clearTimeout(timer)
    timer = undefined
    save({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const saveSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(saveNow, SAVE_AFTER_MS)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('maximize', saveSoon)
  window.on('unmaximize', saveSoon)
  window.on('close', () => {
    if (timer) saveNow()
  })
}

/** Loads the page again when its process crashed; not for ever, if it does so at once each time. */
function recover(window: BrowserWindow, log: Log): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log(`The page’s process ended: ${reason}, ${exitCode}.`)
    crashes = [...crashes.filter((at) => Date.now() - at < 60_000), Date.now()]
    if (crashes.length <= 3 && !window.isDestroyed()) window.webContents.reload()
  })
}
