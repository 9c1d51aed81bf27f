import { app, session, shell, type WebContents } from 'electron'
import type { Log } from './log.ts'
import { inDevelopment, isOwnUrl } from './origin.ts'

/** Opens a link in the system's browser, if it is one for a browser. */
function openLink(url: string, log: Log): void {
  const parsed = URL.parse(url)
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return
  shell.openExternal(parsed.href).catch((error: unknown) => log('A link could not be opened', error))
}

/** Keeps every page where it is: no other page, window, permission, guest or request. */
export function lockDown(log: Log): void {
  app.on('web-contents-created', (_, contents) => lockContents(contents, log))
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.setDevicePermissionHandler(() => false)
  // The content security policy says the same to the page; this holds for whatever it does not govern.
  if (inDevelopment()) return
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnUrl(details.url) && !details.url.startsWith('devtools:') })
  })
}

function lockContents(contents: WebContents, log: Log): void {
  const stay = (event: { preventDefault(): void; url: string }): void => {
    if (isOwnUrl(event.url)) return
    event.preventDefault()
    openLink(event.url, log)
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwnUrl(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url, log)
    return { action: 'deny' }
  })
}
