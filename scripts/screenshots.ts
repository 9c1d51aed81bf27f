import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from './lib/browser.ts'
import { ensureBuilt } from './lib/build.ts'
import { startWebServer } from './lib/web-server.ts'
import { open, shoot, target, waitForPaper, wide, type View } from './screenshots/camera.ts'
import { prepare } from './screenshots/prepare.ts'
import { scenes } from './screenshots/scenes.ts'

// Pictures of every view in both themes, for the README and to look at: always the same steps, a library of its own,
// and no digests but those that come with the app. With names of views as arguments: only these.

const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name)
const themes = ['light', 'dark'] as const
const plain: View = { size: wide, colorScheme: 'light', locale: 'en-US' }

ensureBuilt()
mkdirSync(target, { recursive: true })
const library = mkdtempSync(join(tmpdir(), 'paperdeck-screenshots-'))
const browser = await chromium.launch(findBrowser().launch)
const server = await startWebServer(library)
try {
  const first = await open(browser, server.url, plain)
  await prepare(first, async (name) => {
    for (const colorScheme of themes) {
      await first.emulateMedia({ colorScheme })
      if (isWanted(name)) await shoot(first, `${name}-${colorScheme}`)
    }
    await first.emulateMedia({ colorScheme: plain.colorScheme })
  })
  await first.context().close()
  for (const { name, play, ...view } of scenes.filter((scene) => isWanted(scene.name)))
    for (const colorScheme of themes) {
      const page = await open(browser, server.url, { ...view, colorScheme })
      await waitForPaper(page)
      await play(page)
      await shoot(page, `${name}-${colorScheme}`)
      await page.context().close()
    }
} finally {
  await server.stop()
  await browser.close()
  rmSync(library, { recursive: true, force: true })
}
