import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type Browser, type ElectronApplication, type Page } from '@playwright/test'
import { electronRuntime } from '../../scripts/lib/electron.ts'
import { root } from '../../scripts/lib/project.ts'
import { startWebServer, type WebServer } from '../../scripts/lib/web-server.ts'

export type HostName = 'web' | 'electron'

/** What differs between the hosts that the same specs run in. */
export interface Host {
  readonly name: HostName
  open(libraryDir: string): Promise<Page>
  close(): Promise<void>
  /** The host's way of choosing a folder, once the button that begins it is pressed. */
  chooseFolder(page: Page, path: string, press: () => Promise<void>): Promise<void>
  /** What was written when this was pressed. */
  savedText(page: Page, scratch: string, press: () => Promise<void>): Promise<string>
  clipboardText(page: Page): Promise<string>
  /** Closes the page as a user does. Says whether it warned; one that did is kept open. */
  leave(page: Page): Promise<'closed' | 'warned'>
}

export function webHost(browser: Browser): Host {
  let server: WebServer | undefined
  let page: Page | undefined
  return {
    name: 'web',
    async open(libraryDir) {
      server = await startWebServer(libraryDir)
      const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } })
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
        origin: new URL(server.url).origin
      })
      page = await context.newPage()
      await page.goto(server.url)
      return page
    },
    async close() {
      await page?.context().close()
      await server?.stop()
    },
    async chooseFolder(page, path, press) {
      await press()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill(path)
      await dialog.getByRole('textbox').press('Enter')
      await dialog.getByRole('button', { name: 'Use this folder' }).click()
    },
    async savedText(page, _scratch, press) {
      const [download] = await Promise.all([page.waitForEvent('download'), press()])
      return readFile(await download.path(), 'utf8')
    },
    clipboardText: (page) => page.evaluate(() => navigator.clipboard.readText()),
    async leave(page) {
      const closed = page.waitForEvent('close').then(() => 'closed' as const)
      const warned = page.waitForEvent('dialog').then(async (dialog) => {
        await dialog.dismiss()
        return 'warned' as const
      })
      const left = Promise.any([closed, warned])
      await page.close({ runBeforeUnload: true })
      return left
    }
  }
}

export function electronHost(): Host {
  let app: ElectronApplication | undefined
  const running = (): ElectronApplication => {
    if (!app) throw new Error('the app is not open')
    return app
  }
  return {
    name: 'electron',
    async open(libraryDir) {
      const runtime = electronRuntime()
      if (!runtime.found) throw new Error(runtime.reason)
      const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
      app = await _electron.launch({
        executablePath: runtime.path,
        args: [
          ...asRoot,
          `--user-data-dir=${join(libraryDir, '..', 'user-data')}`,
          root,
          '--library',
          libraryDir
        ]
      })
      return app.firstWindow()
    },
    async close() {
      await app?.close()
      app = undefined
    },
    async chooseFolder(_page, path, press) {
      await running().evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
      }, path)
      await press()
    },
    async savedText(page, scratch, press) {
      const file = join(scratch, 'saved.bib')
      await running().evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
      }, file)
      await press()
      for (;;) {
        const text = await readFile(file, 'utf8').catch(() => undefined)
        if (text !== undefined) return text
        await page.waitForTimeout(50)
      }
    },
    clipboardText: () => running().evaluate(({ clipboard }) => clipboard.readText()),
    leave: () =>
      running().evaluate(
        ({ BrowserWindow, dialog }) =>
          new Promise<'closed' | 'warned'>((resolve) => {
            const [window] = BrowserWindow.getAllWindows()
            dialog.showMessageBox = () => {
              resolve('warned')
              return Promise.resolve({ response: 0, checkboxChecked: false })
            }
            window?.once('closed', () => resolve('closed'))
            window?.close()
          })
      )
  }
}
