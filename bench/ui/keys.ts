import type { Page } from '@playwright/test'

declare global {
  interface Window {
    keyTimes?: number[]
  }
}

/** The browser tells of no shorter ones, so that these count as this long. */
const LEAST_MS = 16
/** A calm typist, and time for a paper to come. */
const PAUSE_MS = 150

/**
 * Presses a key again and again, and gives the times from the key to the change on screen, in milliseconds, as the
 * browser measures them, in steps of 8. https://www.w3.org/TR/event-timing/
 */
export async function timeKey(page: Page, key: string, times: number): Promise<number[]> {
  await page.evaluate((least) => {
    const found: number[] = []
    window.keyTimes = found
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') found.push(entry.duration)
    })
    // TypeScript's DOM knows no Event Timing yet.
    const what: PerformanceObserverInit & { durationThreshold: number } = {
      type: 'event',
      durationThreshold: least
    }
    observer.observe(what)
  }, LEAST_MS)
  for (let press = 0; press < times; press++) {
    await page.keyboard.press(key)
    await page.waitForTimeout(PAUSE_MS)
  }
  const found = await page.evaluate(() => window.keyTimes ?? [])
  const quick = Array.from({ length: Math.max(0, times - found.length) }, () => LEAST_MS)
  return [...quick, ...found].sort((a, b) => a - b)
}

/** The value that a share of the sorted numbers does not pass. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
