import { ipcMain, type BrowserWindow, type WebFrameMain } from 'electron'
import { fail } from '../contract/errors.ts'
import type { AppEvent } from '../contract/events.ts'
import type { Transport } from '../contract/transport.ts'
import type { Log } from './log.ts'
import { isOwnUrl } from './origin.ts'

/** Whether a message comes from our own page, and from the window's own frame. */
const isOwnFrame = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && isOwnUrl(frame.url)

/** Answers the requests of our own page; see preload. */
export function answerRequests(transport: Transport, log: Log): void {
  ipcMain.handle('paperdeck:request', async (event, name: unknown, input: unknown) => {
    if (!isOwnFrame(event.senderFrame)) {
      log(`A message from ${event.senderFrame?.url ?? 'a frame that is gone'} was refused.`)
      return fail('unsupported', 'Only Paperdeck’s own page may ask this.')
    }
    if (typeof name !== 'string') return fail('unknown-call', 'A call is named by a text.')
    return transport.request(name, input)
  })
}

/** Tells the page of a window, if it still has one. */
export function tell(window: BrowserWindow | null, event: AppEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send('paperdeck:event', event)
}
