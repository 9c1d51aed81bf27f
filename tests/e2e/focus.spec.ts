import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type TestApp } from './fixtures.ts'
import { expectPapers, openList, press, screen } from './screen.ts'

const PAPERS = 5_000
const DAYS = 25

/** A library so large that its lists take a moment to come. */
async function openLarge(app: TestApp): Promise<Page> {
  for (let day = 1; day <= DAYS; day++) {
    const papers = Array.from({ length: PAPERS / DAYS }, (_, at) => {
      const number = day * 1000 + at
      return `### [Paper ${number}](https://arxiv.org/abs/2405.${number})\n\nOf number ${number}.`
    })
    const date = `2024-05-${String(day).padStart(2, '0')}`
    writeFileSync(join(app.digestDir, `${date}.md`), `## Daily Papers (${date})\n\n${papers.join('\n\n')}\n`)
  }
  await app.cli('import', app.digestDir)
  const page = await app.open()
  await expectPapers(page, PAPERS / DAYS)
  return page
}

/** Everything that letters do when they are taken for commands. */
const LETTERS = 'jkqxrsi12345 cunning'

test('what is typed for a note while a list is opening is the note', async ({ app }) => {
  const page = await openLarge(app)
  const { entry, note, title } = screen(page)
  await expect(title).toHaveText('Paper 25000')
  await entry('All papers').click()
  await press(page, 'n')
  await page.keyboard.type(LETTERS)
  await expectPapers(page, PAPERS)
  await page.keyboard.type(' on')
  await expect(note).toHaveValue(`${LETTERS} on`)
  await expect(title).toHaveText('Paper 25000')
  await expect(entry('Skipped')).toContainText('0')
  await expect(entry('Starred')).toContainText('0')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('a long list that grows at its top keeps the paper at hand where it is', async ({ app }) => {
  const page = await openLarge(app)
  const { selected, title } = screen(page)
  await openList(page, 'All papers')
  await expectPapers(page, PAPERS)
  await press(page, 'End')
  for (let times = 0; times < 40; times++) await press(page, 'k')
  await expect(title).toHaveText('Paper 1159')
  const before = await selected.boundingBox()
  const news = '## Daily Papers (2024-06-01)\n\n### [News](https://arxiv.org/abs/2406.01001)\n\nOf today.\n'
  writeFileSync(join(app.digestDir, '2024-06-01.md'), news)
  await expectPapers(page, PAPERS + 1)
  await expect(selected).toContainText('Paper 1159')
  expect(await selected.boundingBox()).toEqual(before)
  await expect(page.getByRole('listbox')).toBeFocused()
})

test('what is typed for the search after leaving one is the search', async ({ app }) => {
  const page = await openLarge(app)
  const { entry } = screen(page)
  const field = page.getByRole('textbox', { name: 'Search papers' })
  await openList(page, 'All papers')
  await expectPapers(page, PAPERS)
  await press(page, '/')
  await page.keyboard.type('of number')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search results')
  await press(page, 'Escape', '/')
  await page.keyboard.type(LETTERS)
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(LETTERS)
  await press(page, 'Enter')
  await page.keyboard.type('xx')
  await press(page, 'Escape')
  await expectPapers(page, PAPERS)
  await expect(entry('Skipped')).toContainText('0')
  await expect(entry('Starred')).toContainText('0')
})

test('keys that are held down do not triage, and those pressed twice take nothing back', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  const { entry, note, selected, title } = screen(page)
  await expectPapers(page, 8)
  for (let times = 0; times < 4; times++) await page.keyboard.down('x')
  await page.keyboard.up('x')
  await expect(entry('Skipped')).toContainText('1')
  await expect(title).toHaveText(/^BERT/)
  await press(page, 'k', 'x')
  await expect(title).toHaveText(/^BERT/)
  await expect(entry('Skipped')).toContainText('1')
  await press(page, 'k', 'i')
  await expect(entry('Skipped')).toContainText('0')
  await expect(title).toHaveText('Attention Is All You Need')
  // At the end, what was left out above comes next.
  await press(page, 'x', 'End', 'q')
  await expect(selected).toContainText('BERT')
  for (let times = 0; times < 3; times++) await page.keyboard.down('j')
  await page.keyboard.up('j')
  await expect(title).toHaveText(/^Denoising/)
  for (let times = 0; times < 3; times++) await page.keyboard.down('n')
  await page.keyboard.up('n')
  await page.keyboard.type('noted')
  await expect(note).toHaveValue('noted')
})
