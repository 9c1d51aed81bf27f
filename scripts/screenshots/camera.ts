import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { at } from '../lib/project.ts'

export const wide = { width: 1440, height: 900 }
export const narrow = { width: 780, height: 900 }

export interface View {
  size: typeof wide
  colorScheme: 'light' | 'dark'
  locale: 'en-US' | 'ko-KR'
}

export const target = at('docs/screenshots')

export async function open(
  browser: Browser,
  url: string,
  { size, colorScheme, locale }: View
): Promise<Page> {
  const context = await browser.newContext({ viewport: size, colorScheme, locale, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Waits until all rows in view are there and, where there is room for it, the paper under the cursor beside them. */
export async function waitForPaper(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const title = document.querySelector('article h2')?.textContent
    const id = document.querySelector('[role=listbox]')?.getAttribute('aria-activedescendant')
    const current = id ? document.getElementById(id)?.textContent : undefined
    const shown = innerWidth <= 800 || (title !== undefined && current?.includes(title))
    return shown && current !== undefined && !document.querySelector('.placeholder')
  })
}

/** Waits until nothing moves, and no font is on its way. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})))
    await frame()
  })
}

/** Good enough for text, at a fourth of a PNG's size. */
const QUALITY = 82

/** Writes a picture of the page, as WebP, which only the browser's own protocol makes. */
export async function shoot(page: Page, name: string): Promise<void> {
  await settle(page)
  const browser = await page.context().newCDPSession(page)
  const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  writeFileSync(join(target, `${name}.webp`), Buffer.from(data, 'base64'))
}
