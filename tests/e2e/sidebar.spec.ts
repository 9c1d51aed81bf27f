import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, type TestApp } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

async function openSample(app: TestApp): Promise<Page> {
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  await expectPapers(page, 8)
  return page
}

function writeDecks(app: TestApp, days: readonly string[]): void {
  for (const [at, day] of days.entries()) {
    const paper = (place: number): string =>
      `### [Paper ${place} of ${day}](https://arxiv.org/abs/2409.${1000 + at}${place})\n\nAuthors: Ada Lovelace\n\n- A text.`
    writeFileSync(
      join(app.digestDir, `${day}.md`),
      `## Daily Papers (${day})\n\n${[1, 2].map(paper).join('\n\n')}\n`
    )
  }
}

const queues = (page: Page) => {
  const section = page.getByRole('region', { name: 'Queues' })
  return {
    section,
    /** The entries in their order. */
    items: section.getByRole('listitem').locator('.item'),
    field: section.getByRole('textbox')
  }
}

async function createQueue(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New queue' }).click()
  await page.keyboard.type(name)
  await press(page, 'Enter')
  await expect(screen(page).entry(name)).toBeFocused()
}

test('a queue is made, filled by dragging, renamed, deleted and brought back', async ({ app }) => {
  const page = await openSample(app)
  const { entry, row, rows } = screen(page)
  const { field, section } = queues(page)

  await createQueue(page, 'Seminar')
  await row('BERT').dragTo(entry('Seminar'))
  await expect(entry('Seminar')).toContainText('1')
  await expect(entry('To read')).toContainText('1')
  await row('Attention').dragTo(entry('Seminar'))
  await expect(entry('Seminar')).toContainText('2')

  // No two of one name; Escape leaves all as it was.
  await page.getByRole('button', { name: 'New queue' }).click()
  await page.keyboard.type('seminar')
  await press(page, 'Enter')
  await expect(section.getByRole('alert')).toHaveText('There is a queue of that name already.')
  await press(page, 'Escape')
  await expect(field).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'New queue' })).toBeFocused()

  await entry('Seminar').focus()
  await press(page, 'F2')
  await expect(field).toHaveValue('Seminar')
  await page.keyboard.type('Reading group')
  await press(page, 'Enter')
  await expect(entry('Reading group')).toBeFocused()
  await expect(entry('Seminar')).toHaveCount(0)

  await press(page, 'Enter')
  await expectPapers(page, 2)
  await expect(rows.first()).toContainText('BERT')
  await entry('Reading group').focus()
  await press(page, 'Delete')
  await expect(entry('Reading group')).toHaveCount(0)
  await expect(entry('To read')).toBeFocused()
  await page.getByText('Deleted the queue “Reading group”').waitFor()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(entry('Reading group')).toContainText('2')
})

test('queues are put in order by dragging and by keys, and keep it', async ({ app }) => {
  let page = await openSample(app)
  for (const name of ['One', 'Two', 'Three']) await createQueue(page, name)
  await screen(page)
    .entry('Three')
    .dragTo(screen(page).entry('One'), { targetPosition: { x: 40, y: 4 } })
  await expect(queues(page).items).toHaveText([/Three/, /One/, /Two/])
  await screen(page).entry('Three').focus()
  await press(page, 'Alt+ArrowDown')
  await expect(queues(page).items).toHaveText([/One/, /Three/, /Two/])
  await expect(screen(page).entry('Three')).toBeFocused()
  await press(page, 'Alt+ArrowDown', 'Alt+ArrowDown')
  await expect(queues(page).items).toHaveText([/One/, /Two/, /Three/])
  page = await app.restart()
  await expect(queues(page).items).toHaveText([/One/, /Two/, /Three/])
})

test('the menu of a queue gives colour and due day, by keyboard alone', async ({ app }) => {
  const page = await openSample(app)
  const { dialog, entry } = screen(page)
  await createQueue(page, 'Seminar')
  await press(page, 'Shift+F10')
  const item = (name: string) => page.getByRole('menuitem', { name })
  await expect(item('Rename')).toBeFocused()
  await press(page, 'ArrowDown', 'ArrowRight')
  await expect(page.getByRole('menuitemradio', { name: 'No colour' })).toBeFocused()
  await press(page, 'End', 'Enter')
  await expect(page.getByText('Changed the colour of “Seminar”')).toBeVisible()
  await expect(entry('Seminar')).toBeFocused()

  await press(page, 'Shift+F10', 'ArrowDown', 'ArrowDown', 'Enter')
  await expect(dialog.getByRole('radio', { name: 'Pink' })).toBeChecked()
  await expect(dialog.getByRole('gridcell').and(page.locator(':focus'))).toHaveCount(1)
  // It begins a week from today.
  await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter')
  await expect(dialog.getByText('due in 3 days')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(entry('Seminar')).toContainText('due in 3 days')
  await expect(entry('Seminar')).toBeFocused()
})

test('the calendar opens a deck by keyboard, and says how far each day is', async ({ app }) => {
  const page = await openSample(app)
  const { dialog, entry, selected } = screen(page)
  const day = (name: string) => dialog.getByRole('gridcell', { name })
  await press(page, 'q', 'd')
  await expect(day('Wednesday 4 September 2024, Begun, 7 of 8 left')).toBeFocused()
  await expect(day('Tuesday 3 September 2024, Not begun')).toBeVisible()
  await expect(day('Thursday 5 September 2024, No digest')).toHaveAttribute('aria-disabled', 'true')
  await expect(dialog.getByRole('columnheader').first()).toHaveText('Sun')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await press(page, 'PageUp')
  await expect(dialog.getByRole('heading', { name: 'August 2024' })).toBeVisible()
  await press(page, 'PageDown', 'Home')
  await expect(day('Sunday 1 September')).toBeFocused()
  await press(page, 'End')
  await expect(day('Saturday 7 September')).toBeFocused()
  await press(page, 'Home', 'ArrowRight')
  await expect(day('Monday 2 September')).toBeFocused()
  await press(page, 'Enter')
  await expect(dialog).toHaveCount(0)
  await expect(entry('Mon 2 Sept')).toHaveAttribute('aria-current', 'page')
  await expectPapers(page, 8)
  await expect(selected).toHaveCount(1)
  await expect(page.getByRole('listbox')).toBeFocused()
})

test('finished decks are hidden, but not the one that is open, and keys pass them by', async ({ app }) => {
  writeDecks(app, ['2024-09-02', '2024-09-03', '2024-09-04'])
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { entry } = screen(page)
  await expectPapers(page, 2)
  await press(page, ']')
  await expect(entry('Tue 3 Sept')).toHaveAttribute('aria-current', 'page')
  await press(page, 'x', 'x')
  await expect(page.getByText('Tuesday 3 September 2024 is done')).toBeVisible()
  await page.getByRole('button', { name: 'Hide finished decks' }).click()
  await expect(entry('Tue 3 Sept')).toBeVisible()
  await press(page, '[')
  await expect(entry('Wed 4 Sept')).toHaveAttribute('aria-current', 'page')
  await expect(entry('Tue 3 Sept')).toHaveCount(0)
  await press(page, ']')
  await expect(entry('Mon 2 Sept')).toHaveAttribute('aria-current', 'page')
  await expect(page.getByText('1 finished deck hidden')).toBeVisible()
  await page.getByRole('button', { name: 'Show finished decks' }).click()
  await expect(entry('Tue 3 Sept')).toBeVisible()
})

test('a deck that is far down is shown in the sidebar when it is come to', async ({ app }) => {
  const days = Array.from(
    { length: 40 },
    (_, at) => `2024-${at < 20 ? '08' : '09'}-${String((at % 20) + 10)}`
  )
  writeDecks(app, days)
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { dialog, entry } = screen(page)
  await expectPapers(page, 2)
  await expect(entry('Sat 10 Aug')).not.toBeInViewport()
  await press(page, 'd', 'PageUp')
  await dialog.getByRole('gridcell', { name: 'Saturday 10 August 2024' }).click()
  await expect(entry('Sat 10 Aug')).toHaveAttribute('aria-current', 'page')
  await expect(entry('Sat 10 Aug')).toBeInViewport()
})

test('the end of a deck sums it up and offers the next one, and to catch up where decks were missed', async ({
  app
}) => {
  writeDecks(app, ['2024-08-28', '2024-08-29', '2024-08-30', '2024-09-02', '2024-09-03'])
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { entry } = screen(page)
  await expect(entry('Catch up')).toContainText('4 decks not begun')
  await expectPapers(page, 2)
  await press(page, 's', 'q', 'x')
  const end = page.getByRole('status').filter({ hasText: 'Tuesday 3 September 2024 is done' })
  await expect(end.getByRole('listitem')).toHaveText(['1 queued', '1 skipped', '1 starred'])
  await expect(end.getByRole('button', { name: 'Catch up on 4 decks' })).toBeVisible()
  await press(page, 'Enter')
  await expect(entry('Mon 2 Sept')).toHaveAttribute('aria-current', 'page')
})

test('a folded sidebar makes and keeps queues too', async ({ app }) => {
  const page = await openSample(app)
  await page.setViewportSize({ width: 800, height: 600 })
  const { dialog, entry, sidebar } = screen(page)
  await sidebar.getByRole('button', { name: 'New queue' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type('세미나')
  await press(page, 'Enter')
  await expect(page.getByText('Created the queue “세미나”')).toBeVisible()
  const queue = sidebar.getByRole('button', { name: '세미나, 0' })
  await expect(queue).toBeFocused()
  await press(page, 'Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
  await press(page, 'Escape')
  await expect(queue).toBeFocused()
  await press(page, 'Enter')
  await page.mouse.move(500, 300)
  await expect(page.getByText('This queue is empty')).toBeVisible()
  await expect(entry('Inbox')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('a tag of a paper gets a place in the sidebar, and leads to its papers', async ({ app }) => {
  const page = await openSample(app)
  const { entry, row } = screen(page)
  await press(page, 't')
  await page.keyboard.type('transformers')
  await press(page, 'Enter', 'Escape')
  await expect(entry('transformers')).toContainText('1')
  await entry('transformers').click()
  await expectPapers(page, 1)
  await expect(row('Attention')).toHaveCount(1)
})
