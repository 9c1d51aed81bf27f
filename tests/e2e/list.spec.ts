import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { digestText, type PaperText } from '../helpers/digest-text.ts'
import { expect, test, type TestApp } from './fixtures.ts'
import { expectPapers, openList, press, screen } from './screen.ts'

const papers = (count: number, from = 1): PaperText[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `2408.${String(index + from).padStart(5, '0')}`,
    title: `Paper number ${index + from}`,
    votes: index + from
  }))

/** Opens the app on digests, by their day. */
async function openOn(app: TestApp, digests: Record<string, readonly PaperText[]>): Promise<Page> {
  for (const [day, list] of Object.entries(digests))
    writeFileSync(join(app.digestDir, `${day}.md`), digestText(day, list))
  await app.cli('import', app.digestDir)
  return app.open()
}

/** Sorts by what the menu offers second, votes, with keys alone. */
async function sortByVotes(page: Page): Promise<void> {
  await press(page, 'Shift+s')
  // A menu takes its keys once it has the focus.
  await expect(page.locator('[role=menuitemradio]:focus')).toHaveCount(1)
  await press(page, 'ArrowDown', 'Enter')
}

/** The titles on screen, from top to bottom. */
const titles = (page: Page): Promise<string[]> =>
  page.locator('[role=option] .title').evaluateAll((found) => found.map(({ textContent }) => textContent))

test('a thousand papers are skipped in one action, and undone', async ({ app }) => {
  const page = await openOn(app, { '2024-08-26': papers(400), '2024-08-27': papers(600, 401) })
  const { entry, rows } = screen(page)
  await openList(page, 'Inbox')
  await expectPapers(page, 1000)
  await press(page, 'Control+a')
  await expect(page.getByRole('status').filter({ hasText: '1,000 selected' })).toHaveCount(1)
  await press(page, 'x')
  await expect(page.getByText('1,000 skipped')).toBeVisible()
  await expect(entry('Skipped')).toContainText('1,000')
  await expect(entry('Inbox')).toContainText('0')
  // They stay in place; what is fetched later was skipped as well.
  await expectPapers(page, 1000)
  await press(page, 'End')
  await expect(rows.last()).toHaveAccessibleName(/Skipped/)

  await press(page, 'u')
  await expect(entry('Inbox')).toContainText('1,000')
  await expect(entry('Skipped')).toContainText('0')
  await expect(rows.last()).toHaveAccessibleName(/Not looked at/)

  // Again, and now they go where they belong.
  await press(page, 'Shift+u')
  await expect(entry('Skipped')).toContainText('1,000')
  await press(page, '.')
  await expect(page.getByText('Nothing left to look at')).toBeVisible()
})

test('a list is filtered and sorted by keyboard, and remembers it', async ({ app }) => {
  let page = await openOn(app, { '2024-08-26': papers(30) })
  const { dialog, rows } = screen(page)
  await openList(page, 'All papers')
  await expectPapers(page, 30)
  await press(page, 's', 'j', 'j', 's', '5')

  await press(page, 'f')
  await expect(dialog).toHaveAccessibleName('Filter')
  await dialog.getByRole('button', { name: 'Starred' }).focus()
  await press(page, 'Space', 'Escape')
  await expectPapers(page, 2)
  await expect(page.getByText('28 hidden')).toBeVisible()

  await sortByVotes(page)
  await expect(page.getByRole('button', { name: /^Votes within the day · Most first/ })).toBeVisible()
  await expect(rows.first()).toContainText('Paper number 3')
  await press(page, 'j')
  await expect(screen(page).selected).toContainText('Paper number 1')

  await openList(page, 'Inbox')
  await expectPapers(page, 30)
  page = await app.restart()
  await openList(page, 'All papers')
  await expectPapers(page, 2)
  await expect(screen(page).selected).toContainText('Paper number 1')

  // A filter that leaves nothing says so.
  await page.getByRole('button', { name: 'Remove “Starred”' }).click()
  await press(page, 'f')
  await screen(page).dialog.getByRole('button', { name: 'Read', exact: true }).click()
  await press(page, 'Escape')
  await expect(page.getByText('The filter leaves nothing')).toBeVisible()
  await press(page, 'Escape')
  await expectPapers(page, 30)
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect(page.getByText('The filter leaves nothing')).toBeVisible()
})

test('what is dealt with stays in place, greyed, until the list is refreshed', async ({ app }) => {
  const page = await openOn(app, { '2024-08-26': papers(5) })
  const { row, selected, title } = screen(page)
  await openList(page, 'Inbox')
  await expectPapers(page, 5)
  await press(page, 'j', 'x', 'x')
  await expect(title).toHaveText('Paper number 4')
  await expectPapers(page, 5)
  await expect(row('Paper number 2').locator('.done')).toHaveCount(1)
  await press(page, 'k', '.')
  await expectPapers(page, 3)
  await expect(selected).toContainText('Paper number 4')
})

test('a queue is put in order by keys and by dragging, several papers together', async ({ app }) => {
  const page = await openOn(app, { '2024-08-26': papers(5) })
  const { row, rows } = screen(page)
  await expectPapers(page, 5)
  await press(page, 'Control+a', 'q')
  await openList(page, 'To read')
  await expectPapers(page, 5)
  const [one, two, three, four, five] = papers(5).map(({ title = '' }) => title)
  expect(await titles(page)).toEqual([one, two, three, four, five])

  await press(page, 'Alt+ArrowDown')
  await expect.poll(() => titles(page)).toEqual([two, one, three, four, five])
  await press(page, 'Shift+j', 'Alt+ArrowUp')
  await expect.poll(() => titles(page)).toEqual([one, three, two, four, five])
  await press(page, 'u')
  await expect.poll(() => titles(page)).toEqual([two, one, three, four, five])

  await press(page, 'Escape')
  await row('Paper number 5').dragTo(rows.first(), { targetPosition: { x: 60, y: 4 } })
  await expect.poll(() => titles(page)).toEqual([five, two, one, three, four])
  await row('Paper number 2').click()
  await row('Paper number 3').click({ modifiers: ['Control'] })
  await row('Paper number 2').dragTo(rows.last(), { targetPosition: { x: 60, y: 70 } })
  await expect.poll(() => titles(page)).toEqual([five, one, four, two, three])

  // In another order there is nothing to arrange.
  await press(page, 'Escape')
  await sortByVotes(page)
  await expect.poll(() => titles(page)).toEqual([five, four, three, two, one])
  await press(page, 'Alt+ArrowUp')
  await page.getByRole('button', { name: 'Queue order' }).click()
  await expect.poll(() => titles(page)).toEqual([five, one, four, two, three])
})

test('a row keeps its height and its list’s width, whatever is in it', async ({ app }) => {
  const hostile: PaperText[] = [
    { id: '2408.00001', title: `${'A very long title '.repeat(28)}.`.slice(0, 500) },
    { id: '2408.00002', title: 'Unbroken'.repeat(62) },
    { id: '2408.00003', title: 'تعلم الآلة: نموذج لغوي', votes: null },
    { id: '2408.00004', title: `Zalgo ${'e\u0301\u0323\u0330\u034f'.repeat(60)}` },
    { id: '2408.00005', authors: Array.from({ length: 663 }, (_, at) => `Author ${at}`).join(', ') },
    { id: '2408.00006', authors: '' },
    {
      id: '2408.00007',
      title: '확산 모델을 이용한 고해상도 영상 생성과 그 한계에 대하여: 아주 긴 제목의 논문'
    }
  ]
  const page = await openOn(app, { '2024-08-26': hostile })
  await expectPapers(page, 7)
  await press(page, 'Control+a', 's', '5', 'Escape')
  const measure = (): Promise<{ heights: number[]; spill: number }> =>
    page.getByRole('listbox').evaluate((list) => ({
      heights: [
        ...new Set(
          [...list.querySelectorAll('[role=option]')].map((row) => row.getBoundingClientRect().height)
        )
      ],
      spill: list.scrollWidth - list.clientWidth
    }))
  expect(await measure()).toEqual({ heights: [78], spill: 0 })
  await press(page, 'Shift+s')
  await page.getByRole('menuitemradio', { name: 'Compact' }).click()
  await expect.poll(measure).toEqual({ heights: [52], spill: 0 })
})

test('a deck of one paper and one of sixty-eight', async ({ app }) => {
  const page = await openOn(app, { '2024-08-26': papers(68), '2024-08-27': papers(1, 500) })
  const { selected, title } = screen(page)
  await expectPapers(page, 1)
  await press(page, 'x')
  await expect(page.getByText('Tuesday 27 August 2024 is done')).toBeVisible()
  await press(page, 'Enter')
  await expectPapers(page, 68)
  await expect(title).toHaveText('Paper number 1')
  await press(page, 'End')
  await expect(selected).toContainText('Paper number 68')
  await expect(selected).toBeInViewport({ ratio: 1 })
  await press(page, 'Home')
  await expect(selected).toBeInViewport({ ratio: 1 })
})
