/**
 * Drives the built app in Chromium, on a made-up library of 50,000 papers: how long the page's main thread is busy
 * in one go while the list is scrolled and `j` is held down, whether the list is ever blank, and how long it takes
 * from a key to the change on screen. `node bench/ui/run.ts [--papers 50000] [--library DIR]`; a library that is
 * given is made where it is not there, and kept.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findBrowser } from '../../scripts/lib/browser.ts'
import { ensureBuilt } from '../../scripts/lib/build.ts'
import { startWebServer } from '../../scripts/lib/web-server.ts'
import { watchFrames, type Frames } from './frames.ts'
import { quantile, timeKey } from './keys.ts'
import { makeLibrary } from './library.ts'
import { watchTasks, type Tasks } from './tasks.ts'

const { values } = parseArgs({
  strict: false,
  options: { papers: { type: 'string', default: '50000' }, library: { type: 'string' } }
})
const papers = Number(values.papers)
const HELD_ROWS = 500
/** A key that is held down repeats about thirty times a second. */
const REPEAT_MS = 33
const PRESSES = 60
/** Until what a core does in the background after its start is done. */
const SETTLE_MS = 20_000

interface Scene {
  name: string
  act: (page: Page) => Promise<void>
}

/** A finger on a wheel or pad: pixels a second, over so many pixels. */
async function scroll(page: Page, speed: number, distance: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const box = await page.getByRole('listbox').boundingBox()
  if (!box) throw new Error('there is no list')
  await session.send('Input.synthesizeScrollGesture', {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    yDistance: -distance,
    speed,
    gestureSourceType: 'mouse',
    preventFling: true
  })
  await session.detach()
}

async function hold(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await page.keyboard.down(key)
    await page.waitForTimeout(REPEAT_MS)
  }
  await page.keyboard.up(key)
}

/** Everything in the list, in one action, and back. */
async function starAll(page: Page): Promise<void> {
  const starred = page.getByRole('navigation').getByRole('button', { name: /^Starred/ })
  const before = (await starred.textContent()) ?? ''
  await page.keyboard.press('Control+a')
  await page.keyboard.press('s')
  await page.waitForFunction(
    (count) =>
      [...document.querySelectorAll('nav button')].some(({ textContent }) =>
        textContent.replace(/\s/g, '').startsWith(`Starred${count}`)
      ),
    papers.toLocaleString('en').slice(0, 4)
  )
  await page.keyboard.press('u')
  await starred.filter({ hasText: before.trim().split(/\s+/).at(-1) ?? '' }).waitFor()
  await page.keyboard.press('Escape')
}

const scenes: Scene[] = [
  { name: 'scrolling, 3,000 px/s', act: (page) => scroll(page, 3_000, 30_000) },
  { name: 'scrolling, 20,000 px/s', act: (page) => scroll(page, 20_000, 160_000) },
  { name: `holding j for ${HELD_ROWS} rows`, act: (page) => hold(page, 'j', HELD_ROWS) },
  { name: 'starring all, and undoing it', act: starAll }
]

async function openAll(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(url)
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^All papers/ })
    .click()
  await page.waitForTimeout(SETTLE_MS)
  await page.keyboard.press('Home')
  await page.waitForTimeout(1_000)
  return page
}

async function measure(browser: Browser, url: string): Promise<void> {
  const page = await openAll(browser, url)
  const moved: Record<string, object> = {}
  for (const { name, act } of scenes) {
    const { result: frames, tasks } = await watchTasks(browser, page, () =>
      watchFrames(page, () => act(page))
    )
    moved[name] = described(tasks, frames)
    await page.waitForTimeout(1_000)
  }
  console.log(`\nui, ${papers.toLocaleString('en')} papers`)
  console.table(moved)
  const keys: Record<string, object> = {}
  for (const key of ['j', 's', 'x']) {
    const times = await timeKey(page, key, PRESSES)
    keys[key] = {
      'p50, ms': quantile(times, 0.5),
      'p95, ms': quantile(times, 0.95),
      'longest, ms': times.at(-1)
    }
  }
  console.log('from a key to the change on screen, by Event Timing (16: or less)')
  console.table(keys)
  console.log('targets: no task over 50 ms, no blank frame, p95 at most 50 ms')
}

const described = (tasks: Tasks, seen: Frames): object => ({
  'longest task, ms': tasks.longest.toFixed(1),
  'processor time, ms': tasks.longestCpu.toFixed(1),
  'tasks over 50 ms': tasks.over,
  frames: seen.frames,
  'blank frames': seen.blank,
  'with a placeholder': seen.skeleton,
  'longest frame, ms': seen.longest.toFixed(0)
})

const kept = typeof values.library === 'string' ? values.library : undefined
const folder = kept ?? mkdtempSync(join(tmpdir(), 'paperdeck-bench-ui-'))
ensureBuilt()
const library = join(folder, 'library')
if (!existsSync(library)) {
  for (const part of ['library', 'digests']) mkdirSync(join(folder, part), { recursive: true })
  await makeLibrary(library, join(folder, 'digests'), papers)
}
const server = await startWebServer(library)
const browser = await chromium.launch(findBrowser().launch)
try {
  await measure(browser, server.url)
} finally {
  await browser.close()
  await server.stop()
  if (kept === undefined) rmSync(folder, { recursive: true, force: true })
}
