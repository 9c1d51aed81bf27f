import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test, type TestApp } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

const REVERSES = '\u202e'

/** A digest of eleven papers, whose day has a long name. */
function writeDigest(app: TestApp, titleOf: (at: number) => string, author = 'Ada Lovelace'): void {
  const papers = Array.from(
    { length: 11 },
    (_, at) =>
      `### [${titleOf(at)}](https://arxiv.org/abs/2409.0${1000 + at})\n\nVote: ${30 - at}\n\n` +
      `Authors: ${author}, Alan Turing\n\n- See https://github.com/a/b for it.`
  )
  const text = `## Daily Papers (2024-09-04)\n\n${papers.join('\n\n')}\n`
  writeFileSync(join(app.digestDir, '2024-09-04.md'), text)
}

async function boxOf(part: Locator): Promise<{ left: number; right: number; top: number; bottom: number }> {
  const box = await part.boundingBox()
  if (!box) throw new Error('it is not on screen')
  return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height }
}

test('in a small window no row moves as a deck is gone through, and the last one is whole', async ({
  app
}) => {
  writeDigest(app, (at) =>
    at === 1 ? 'A Title So Long That It Goes Over Two Lines of the List' : `Paper ${at}`
  )
  await app.cli('import', app.digestDir)
  const page = await app.open()
  await page.setViewportSize({ width: 1024, height: 700 })
  const { row, selected } = screen(page)
  const list = page.getByRole('listbox')
  await expectPapers(page, 11)
  const { top } = await boxOf(list)
  const [first, second, third] = await Promise.all(
    [row('Paper 0'), row('A Title'), row('Paper 2')].map(boxOf)
  )
  expect((second?.top ?? 0) - (first?.top ?? 0)).toBe(78)
  expect((third?.top ?? 0) - (second?.top ?? 0)).toBe(78)

  for (let papers = 0; papers < 10; papers++) await press(page, 'x')
  await expect(page.getByText('1 left', { exact: true })).toBeVisible()
  await page.reload()
  await expect(selected).toContainText('Paper 10')
  await expect
    .poll(async () => Math.round((await boxOf(list)).bottom - (await boxOf(selected)).bottom))
    .toBe(6)
  await press(page, 'x')
  await expect(page.getByText('none left', { exact: true })).toBeVisible()
  expect((await boxOf(list)).top).toBe(top)
})

test('text that reverses what follows reverses nothing of ours', async ({ app }) => {
  writeDigest(app, (at) => (at === 0 ? `Mean ${REVERSES}title` : `Paper ${at}`), `Bob ${REVERSES}evil`)
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { paper, row } = screen(page)
  await expectPapers(page, 11)

  const name = await boxOf(row('Mean').getByText('Bob'))
  expect((await boxOf(row('Mean').getByText('and 1 more'))).left).toBeGreaterThanOrEqual(name.right)
  const author = await boxOf(paper.getByText('Bob'))
  expect((await boxOf(paper.getByText('Alan Turing', { exact: true }))).left).toBeGreaterThan(author.right)

  await press(page, 's')
  const told = page.getByText(/^Starred Mean/)
  await expect(told).toBeVisible()
  expect(await told.textContent()).not.toContain(REVERSES)
})

/** What would scroll sideways, or is cut off, as it is wider than its place. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll('body, #app, .panes, nav, main, main > *, section')
    ]
      .filter((part) => part === document.documentElement || getComputedStyle(part).overflowX !== 'visible')
      .filter((part) => part.checkVisibility() && part.scrollWidth > part.clientWidth + 1)
      .map((part) => `${part.tagName} ${part.className}: ${part.scrollWidth} in ${part.clientWidth}`)
  )

test('from a large window to a small one, and zoomed, all parts have their place', async ({ app }) => {
  writeDigest(app, (at) => `Paper ${at}`)
  await app.cli('import', app.digestDir)
  const page = await app.open()
  await expectPapers(page, 11)
  const { sidebar } = screen(page)
  const widthOf = async (part: Locator): Promise<number> => {
    const { left, right } = await boxOf(part)
    return Math.round(right - left)
  }
  for (const [width, bar, paper] of [
    [1600, 244, true],
    [1101, 244, true],
    [1100, 56, true],
    [801, 56, true],
    [800, 56, false],
    [640, 56, false]
  ] as const) {
    await page.setViewportSize({ width, height: 700 })
    await expect.poll(() => widthOf(sidebar), `sidebar at ${width}`).toBeGreaterThanOrEqual(bar - 1)
    expect(await widthOf(sidebar), `sidebar at ${width}`).toBeLessThanOrEqual(bar)
    await expect(page.getByRole('article'))[paper ? 'toBeVisible' : 'toBeHidden']()
    expect(await overflowing(page), `at ${width}`).toEqual([])
  }
  // What is twice as large has half the room.
  await page.setViewportSize({ width: 1500, height: 900 })
  for (let times = 0; times < 5; times++) await press(page, 'Control+=')
  await expect(page.locator('html')).toHaveCSS('zoom', '2')
  await expect(page.getByRole('article')).toBeHidden()
  expect(await overflowing(page), 'zoomed').toEqual([])
})

test('zoomed to the utmost, the folded sidebar scrolls as a whole, with Settings at its end', async ({
  app
}) => {
  writeDigest(app, (at) => `Paper ${at}`)
  await app.cli('import', app.digestDir)
  const page = await app.open()
  await page.setViewportSize({ width: 1440, height: 900 })
  await expectPapers(page, 11)
  for (let times = 0; times < 8; times++) await press(page, 'Control+=')
  await expect(page.locator('html')).toHaveCSS('zoom', '2')
  const { entry, sidebar } = screen(page)
  await entry('Wed 4 Sept').scrollIntoViewIfNeeded()
  await expect(entry('Wed 4 Sept')).toBeInViewport({ ratio: 1 })
  await sidebar.evaluate((part) => part.scrollTo(0, part.scrollHeight))
  await expect(entry('Settings')).toBeInViewport({ ratio: 1 })
  const { bottom } = await boxOf(entry('Wed 4 Sept'))
  expect(bottom).toBeLessThan((await boxOf(entry('Settings'))).top)
  expect(await overflowing(page)).toEqual([])
})

test('dividers are moved by pointer, also where all is larger, and stay where they were put', async ({
  app
}) => {
  writeDigest(app, (at) => `Paper ${at}`)
  await app.cli('import', app.digestDir)
  let page = await app.open()
  await page.setViewportSize({ width: 1600, height: 900 })
  await expectPapers(page, 11)
  await press(page, 'Control+=', 'Control+=')
  await expect(page.locator('html')).toHaveCSS('zoom', '1.25')
  const divider = page.getByRole('separator', { name: 'List width' })
  const { left, right } = await boxOf(divider)
  const x = (left + right) / 2
  await page.mouse.move(x, 450)
  await page.mouse.down()
  await page.mouse.move(x + 50, 450, { steps: 5 })
  await page.mouse.up()
  await expect(divider).toHaveAttribute('aria-valuenow', '444')
  const moved = await boxOf(divider)
  expect(Math.round((moved.left + moved.right) / 2 - x)).toBe(50)
  page = await app.restart()
  await expectPapers(page, 11)
  await expect(page.getByRole('separator', { name: 'List width' })).toHaveAttribute('aria-valuenow', '444')
})
