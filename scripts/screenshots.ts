import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findBrowser } from './lib/browser.ts'
import { ensureBuilt } from './lib/build.ts'
import { at } from './lib/project.ts'
import { startWebServer } from './lib/web-server.ts'

// Pictures of the app on its sample days, for the README and to look at: always the same steps, a library of
// their own, and no digests but those that come with the app.

const target = at('docs/screenshots')
const wide = { width: 1440, height: 900 }
const narrow = { width: 1024, height: 700 }

interface Scene {
  name: string
  size: typeof wide
  colorScheme: 'light' | 'dark'
  locale: 'en-US' | 'ko-KR'
  /** What is done once the page is there. */
  play?: (page: Page) => Promise<void>
}

const press =
  (...keys: string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
const scene = (
  name: string,
  size: typeof wide,
  colorScheme: Scene['colorScheme'],
  play?: Scene['play']
): Scene => ({
  name,
  size,
  colorScheme,
  locale: 'en-US',
  ...(play ? { play } : {})
})

/** From the newest deck with papers left, which is Korean, to the one before it, which is English. */
const english = press(']')

const scenes: Scene[] = [
  scene('light', wide, 'light', english),
  scene('dark', wide, 'dark', english),
  scene('light-narrow', narrow, 'light', english),
  scene('dark-narrow', narrow, 'dark', english),
  scene('keys', wide, 'light', press(']', '?')),
  { ...scene('korean', wide, 'light'), locale: 'ko-KR' },
  { ...scene('korean-dark', wide, 'dark'), locale: 'ko-KR' }
]

/** Waits until the list shows the paper that is beside it, as it does when a deck has been opened. */
async function waitForPaper(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const title = document.querySelector('article h2')?.textContent
    const selected = document.querySelector('[role=option][aria-selected=true]')?.textContent
    const parts = [...document.querySelectorAll('[role=option], [role=option] *')]
    const visible = parts.every((part) => part.checkVisibility({ visibilityProperty: true }))
    return title !== undefined && selected?.includes(title) && visible
  })
}

/** Waits until nothing moves, and no font is on its way. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})))
  })
}

async function open(browser: Browser, url: string, { size, colorScheme, locale }: Scene): Promise<Page> {
  const context = await browser.newContext({ viewport: size, colorScheme, locale })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

async function shoot(page: Page, name: string): Promise<void> {
  await settle(page)
  await page.screenshot({ path: join(target, `${name}.png`) })
}

/** A first look: the welcome, a deck that is finished, and two that were begun. */
async function prepare(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, url, scene('welcome', wide, 'light'))
  const sample = page.getByRole('button', { name: 'Try three sample days' })
  await sample.waitFor()
  await shoot(page, 'welcome')
  await sample.click()

  await waitForPaper(page)
  await press('5', 's', 'q', 'x', 'r', 'x', 'q', '4', 'r', 'x', 'x')(page)
  await page.getByRole('heading', { name: 'Wednesday 4 September 2024 is done' }).waitFor()
  await shoot(page, 'finished')

  await press('Enter')(page)
  await page.getByRole('heading', { name: 'Tuesday 3 September 2024' }).waitFor()
  await waitForPaper(page)
  await press('s', 'q', 'x')(page)
  await english(page)
  await page.getByRole('heading', { name: 'Monday 2 September 2024' }).waitFor()
  await waitForPaper(page)
  await press('4', 's', 'r', 'q', 'x', 's')(page)
  await waitForPaper(page)
  await press('n')(page)
  await page.keyboard.type('Compare the scan kernel with the tiling of FlashAttention.')
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.context().close()
}

ensureBuilt()
mkdirSync(target, { recursive: true })
const library = mkdtempSync(join(tmpdir(), 'paperdeck-screenshots-'))
const browser = await chromium.launch(findBrowser().launch)
const server = await startWebServer(library)
try {
  await prepare(browser, server.url)
  for (const each of scenes) {
    const page = await open(browser, server.url, each)
    await waitForPaper(page)
    await each.play?.(page)
    await waitForPaper(page)
    await shoot(page, each.name)
    await page.context().close()
  }
} finally {
  await server.stop()
  await browser.close()
  rmSync(library, { recursive: true, force: true })
}
