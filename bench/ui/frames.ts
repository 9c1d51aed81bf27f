import type { Page } from '@playwright/test'

/** What was on screen while the list moved, looked at once in every frame. */
export interface Frames {
  frames: number
  /** Frames in which a part of the list showed no row at all. */
  blank: number
  /** Frames in which a row in view was still a placeholder. */
  skeleton: number
  /** The longest time from one frame to the next, in milliseconds. */
  longest: number
}

declare global {
  interface Window {
    stopFrames?: () => Frames
  }
}

/** Looks at the list in every frame of a piece of work. */
export async function watchFrames(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(sample)
  await work()
  return page.evaluate(() => window.stopFrames?.() ?? { frames: 0, blank: 0, skeleton: 0, longest: 0 })
}

/** Runs in the page. */
function sample(): void {
  const list = document.querySelector('[role=listbox]')
  if (!list) throw new Error('there is no list')
  const seen: Frames = { frames: 0, blank: 0, skeleton: 0, longest: 0 }
  const view = list.getBoundingClientRect()
  let last: number | undefined
  let running = true

  const look = (now: number): void => {
    if (!running) return
    seen.frames += 1
    if (last !== undefined) seen.longest = Math.max(seen.longest, now - last)
    last = now
    const rows = [...list.querySelectorAll('[role=option]')]
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > view.top && box.top < view.bottom)
      .sort((a, b) => a.box.top - b.box.top)
    // Air above the first row, and between two of them.
    let covered = view.top + 8
    let blank = false
    let skeleton = false
    for (const { row, box } of rows) {
      blank ||= box.top > covered + 1 || !row.checkVisibility({ visibilityProperty: true })
      skeleton ||= row.querySelector('.placeholder') !== null
      covered = Math.max(covered, box.bottom)
    }
    if (blank || covered < view.bottom - 8) seen.blank += 1
    if (skeleton) seen.skeleton += 1
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  window.stopFrames = () => {
    running = false
    return seen
  }
}
