import { basename, extname, join } from 'node:path'
import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron'
import type { Client } from '../contract/client.ts'
import { ok } from '../contract/errors.ts'
import type { Destination } from '../contract/events.ts'
import { digestHostCalls, type Desktop } from '../core/hosting/digest-calls.ts'
import type { HostHandlers } from '../core/hosting/host-calls.ts'
import { writeTextFile } from '../core/hosting/write-file.ts'

const desktop: Desktop = {
  openLink: (url) => shell.openExternal(url),
  openFile: (path) => shell.openPath(path),
  showFile: (path) => {
    shell.showItemInFolder(path)
  }
}

export interface DesktopOptions {
  /** The window that dialogs belong to. */
  parent: () => BrowserWindow | null
  /** Takes the page's word that it may be closed. */
  closing: (answer: { unsaved: boolean }) => void
  /** What a link that came before there was a page leads to. */
  destination: () => Destination | null
}

/** The host's own calls, over the system's dialogs, clipboard and file manager. */
export const desktopHostCalls = (
  core: Client,
  { parent, closing, destination }: DesktopOptions
): HostHandlers => ({
  ...digestHostCalls(core, desktop),

  'host.info': () =>
    ok({ kind: 'electron', platform: process.platform, version: app.getVersion(), nativeDialogs: true }),

  'host.destination': () => ok(destination()),

  async 'host.chooseFolder'() {
    const options: Electron.OpenDialogOptions = { properties: ['openDirectory'] }
    const window = parent()
    const { filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return ok({ path: filePaths[0] ?? null })
  },

  async 'host.saveText'({ suggestedName, text }) {
    // A name from a page is a name, never a path.
    const name = basename(suggestedName.replaceAll('\\', '/'))
    const extension = extname(name).slice(1)
    const options: Electron.SaveDialogOptions = {
      defaultPath: join(app.getPath('documents'), name),
      ...(extension === '' ? {} : { filters: [{ name: `.${extension}`, extensions: [extension] }] })
    }
    const window = parent()
    const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
    if (answer.canceled || answer.filePath === '') return ok({ path: null })
    const written = await writeTextFile(answer.filePath, text)
    return written.ok ? ok({ path: written.value }) : written
  },

  async 'host.copyText'({ text }) {
    await clipboard.writeText(text)
    return ok(null)
  },

  'host.closing'(answer) {
    closing(answer)
    return ok(null)
  }
})
