import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { digestText } from '../helpers/digest-text.ts'
import { expect, test, type TestApp } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

/** A digest of a day with so many papers, the best first. */
function writeDigest(app: TestApp, day: string, papers: number): void {
  const text = digestText(
    day,
    Array.from({ length: papers }, (_, at) => ({
      id: `${day.slice(2, 4)}${day.slice(5, 7)}.${day.slice(8)}${String(at + 1).padStart(3, '0')}`,
      title: `Paper ${at + 1} of ${day}`,
      votes: 100 - at
    }))
  )
  writeFileSync(join(app.digestDir, `${day}.md`), text)
}

async function openWith(app: TestApp, days: Record<string, number>): Promise<Page> {
  for (const [day, papers] of Object.entries(days)) writeDigest(app, day, papers)
  await app.cli('import', app.digestDir)
  return app.open()
}

const toast = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

/** Counts what the page hears of the user's hands. */
async function countInput(page: Page): Promise<() => Promise<{ keys: number; others: number }>> {
  const counts = await page.evaluateHandle(() => {
    const heard = { keys: 0, others: 0 }
    addEventListener('keydown', () => (heard.keys += 1), true)
    for (const type of ['pointerdown', 'click', 'wheel', 'touchstart'])
      addEventListener(type, () => (heard.others += 1), true)
    return heard
  })
  return () => counts.jsonValue()
}

test('a deck of fifteen takes fifteen keys and nothing else', async ({ app }) => {
  const page = await openWith(app, { '2024-09-03': 2, '2024-09-04': 15 })
  const { entry } = screen(page)
  await expectPapers(page, 15)
  const heard = await countInput(page)
  const keys = ['q', 'x', 'x', 'r', 'b', 'x', 'q', 'x', 'x', 'x', 'q', 'x', 'x', 'r', 'x']
  await press(page, ...keys)
  await expect(page.getByText('Wednesday 4 September 2024 is done')).toBeVisible()
  const { keys: pressed, others } = await heard()
  expect(others).toBe(0)
  expect(pressed).toBeLessThanOrEqual(15 + 3)
  await expect(entry('Skipped')).toContainText('9')
  await expect(entry('To read')).toContainText('4')
  await expect(entry('Reading now')).toContainText('1')
  await expect(entry('Read')).toContainText('2')
  // The next deck is one key away.
  await press(page, 'Enter')
  await expectPapers(page, 2)
})

test('a thousand papers are skipped in one action, and brought back in one', async ({ app }) => {
  const page = await openWith(app, { '2024-09-02': 400, '2024-09-03': 400, '2024-09-04': 200 })
  const { entry } = screen(page)
  await entry('Inbox').click()
  await expectPapers(page, 1000)
  await press(page, 'Control+a', 'x')
  await expect(toast(page, '1,000 skipped')).toBeVisible()
  await expect(entry('Inbox')).toContainText('0')
  await expect(entry('Skipped')).toContainText('1,000')
  await press(page, 'u')
  await expect(toast(page, 'Undone: 1,000 skipped')).toBeVisible()
  await expect(entry('Inbox')).toContainText('1,000')
})

test('queues, tags and days are picked by keyboard, for one paper or several', async ({ app }) => {
  const page = await openWith(app, { '2024-09-04': 6 })
  const { dialog, entry, selected, row, title } = screen(page)
  await expectPapers(page, 6)
  const field = dialog.getByRole('combobox')
  const option = (name: string) => dialog.getByRole('option', { name })

  await press(page, 'l')
  await expect(field).toBeFocused()
  await page.keyboard.type('Thesis')
  await expect(option('Create “Thesis”')).toBeVisible()
  // What ends a syllable, or leaves one, is nothing to a picker.
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
  await field.dispatchEvent('keydown', { key: 'Escape', keyCode: 229, isComposing: true, bubbles: true })
  await expect(option('Create “Thesis”')).toBeVisible()
  await press(page, 'Enter')
  await expect(option('Thesis')).toBeChecked()
  await press(page, 'Enter')
  await expect(dialog).toHaveCount(0)
  await expect(toast(page, 'Added Paper 1 of 2024-09-04 to “Thesis”')).toBeVisible()
  await expect(entry('Thesis')).toContainText('1')
  await expect(entry('To read')).toContainText('1')
  // It is dealt with, so the next one is there.
  await expect(title).toHaveText('Paper 2 of 2024-09-04')

  await press(page, 'Home', 'Shift+j', 'Shift+j', 'l')
  await expect(dialog).toContainText('3 papers')
  await page.keyboard.type('the')
  await expect(option('Thesis')).toContainText('1 of 3')
  await expect(option('Thesis')).toHaveAttribute('aria-checked', 'mixed')
  await press(page, 'Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(toast(page, '2 added to “Thesis”')).toBeVisible()
  // Several stay selected, for what is to be done with them next.
  await expect(page.getByRole('heading', { name: '3 papers selected' })).toBeVisible()
  await press(page, 'Escape', 'j')
  await expect(title).toHaveText('Paper 4 of 2024-09-04')

  await press(page, 't')
  await page.keyboard.type('rl')
  await press(page, 'Enter')
  await expect(option('rl')).toBeChecked()
  await page.keyboard.type('agents')
  await press(page, 'Control+Enter')
  await expect(entry('rl')).toContainText('1')
  await expect(entry('agents')).toContainText('1')
  // A tag deals with nothing, and what was chosen before is completed.
  await expect(title).toHaveText('Paper 4 of 2024-09-04')
  await press(page, 't')
  await page.keyboard.type('ag')
  await press(page, 'Enter', 'Enter')
  await expect(toast(page, /Removed the tag “agents”/)).toBeVisible()
  await press(page, 'u')
  await expect(entry('agents')).toContainText('1')

  await press(page, 'z')
  await page.keyboard.type('2001-01-01')
  await expect(dialog.getByText('That day is not after today.')).toBeVisible()
  await press(page, 'Control+a')
  await page.keyboard.type('3 weeks')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await press(page, 'Enter')
  await expect(toast(page, /Snoozed Paper 4 of 2024-09-04 until/)).toBeVisible()
  await expect(entry('Snoozed')).toContainText('1')
  await expect(selected).toContainText('Paper 5')
  await press(page, 'u')
  await expect(entry('Snoozed')).toContainText('0')
  await expect(row('Paper 4 of')).toBeVisible()
})

test('a picker is left without doing anything, and the list has the focus again', async ({ app }) => {
  const page = await openWith(app, { '2024-09-04': 3 })
  const { dialog, entry, title } = screen(page)
  await expectPapers(page, 3)
  for (const key of ['l', 't', 'z', 'w', 'h', 'Shift+a']) {
    await press(page, key)
    await expect(dialog).toBeVisible()
    await press(page, 'Escape')
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('listbox')).toBeFocused()
  }
  await press(page, 'j')
  await expect(title).toHaveText('Paper 2 of 2024-09-04')
  await expect(entry('Inbox')).toContainText('3')
})

test('what was missed is caught up with in one step, and brought back in one', async ({ app }) => {
  const days = { '2024-08-30': 4, '2024-09-02': 10, '2024-09-03': 10, '2024-09-04': 10, '2024-09-05': 2 }
  let page = await openWith(app, days)
  await app.cli('set', '2408.30001', '--status', 'read')
  const { dialog, entry, selected } = screen(page)
  await expect(entry('Read')).toContainText('1')
  await press(page, 'w')
  await expect(dialog.getByLabel('From')).toHaveValue('2024-09-02')
  await expect(dialog.getByLabel('To', { exact: true })).toHaveValue('2024-09-04')
  await expect(dialog.getByText(/30 papers: keep 20, skip 10/)).toBeVisible()
  const amount = dialog.getByRole('spinbutton')
  await expect(amount).toBeFocused()
  await amount.fill('3')
  await press(page, 'Tab')
  await expect(dialog.getByText(/30 papers: keep 3, skip 27/)).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'Papers to keep' }).getByRole('listitem')).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Skip 27 and begin' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inbox')
  await expectPapers(page, 8)
  await expect(selected).toContainText('Paper 1 of')
  await expect(page.getByRole('listbox')).toBeFocused()
  await expect(toast(page, 'Caught up: 27 skipped')).toBeVisible()

  await press(page, 'u')
  await expect(entry('Inbox')).toContainText('35')
  await expect(entry('Skipped')).toContainText('0')
  // How much was wanted is remembered.
  page = await app.restart()
  await expect(screen(page).entry('Inbox')).toContainText('35')
  await press(page, 'w')
  await expect(page.getByRole('dialog').getByRole('spinbutton')).toHaveValue('3')
})

test('the history takes back any step, does it again, and says what it can’t', async ({ app }) => {
  const page = await openWith(app, { '2024-09-04': 4 })
  const { dialog, entry, title } = screen(page)
  await expectPapers(page, 4)
  await press(page, 's', 'q', 'x', 'k', 'r')
  await expect(entry('Read')).toContainText('1')
  await press(page, 'h')
  const step = (name: string | RegExp) => dialog.getByRole('listitem', { name })
  await expect(dialog.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(step(/^Marked Paper 2 .* read$/)).toBeFocused()

  // The step in the middle was overtaken by the newest.
  await press(page, 'ArrowDown', 'u')
  await expect(dialog.getByRole('status')).toHaveText(/1 paper was left alone, as it was changed since/)
  await expect(entry('Read')).toContainText('1')

  await press(page, 'End', 'u')
  await expect(step(/^Starred Paper 1 .*\(undone\)$/)).toBeFocused()
  await expect(dialog.getByRole('status')).toHaveText(/^Undone: Starred Paper 1/)
  await expect(entry('Starred')).toContainText('0')
  await dialog.getByRole('button', { name: /^Redo this step: Starred Paper 1/ }).click()
  await expect(entry('Starred')).toContainText('1')

  await press(page, 'Home', 'Enter')
  await expect(dialog).toHaveCount(0)
  await expect(title).toHaveText('Paper 2 of 2024-09-04')
})

test('a history of hundreds is fetched as it is scrolled', async ({ app }) => {
  const page = await openWith(app, { '2024-09-04': 3 })
  const { dialog, entry } = screen(page)
  await expectPapers(page, 3)
  for (let times = 0; times < 125; times++) await press(page, 's')
  await expect(entry('Starred')).toContainText('1')
  await press(page, 'h')
  const steps = dialog.getByRole('listitem')
  await expect(steps).toHaveCount(100)
  await press(page, 'End')
  await expect(steps).toHaveCount(125)
})

test('a rule is previewed, applied to what arrives, and taken back', async ({ app }) => {
  const page = await openWith(app, { '2024-09-03': 3 })
  const { dialog, entry } = screen(page)
  await expectPapers(page, 3)
  await press(page, 'Shift+a')
  await expect(dialog.getByRole('heading', { name: 'No rules yet' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'New rule' })).toBeFocused()
  await press(page, 'Enter')
  await expect(dialog.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.type('paper 1')
  await expect(dialog.getByRole('region', { name: /it would have found/ }).getByRole('listitem')).toHaveCount(
    1
  )
  await press(page, 'Tab', 'Tab')
  await page.keyboard.type('first')
  await press(page, 'Enter')
  await expect(dialog.getByRole('switch')).toBeChecked()
  await expect(dialog).toContainText('Tag them “first”')
  await press(page, 'Escape')
  await expect(entry('first')).toHaveCount(0)

  writeDigest(app, '2024-09-04', 3)
  await expect(entry('first')).toContainText('1')
  await press(page, 'Shift+a')
  await expect(dialog).toContainText('applied to 1 paper so far')
  await dialog.getByRole('switch').press('Space')
  await expect(dialog.getByRole('switch')).not.toBeChecked()
  await dialog.getByRole('button', { name: 'Delete the rule “paper 1”' }).press('Enter')
  await expect(dialog.getByRole('heading', { name: 'No rules yet' })).toBeVisible()
  await press(page, 'Escape', 'h')
  const step = dialog.getByRole('listitem', { name: /^The rule “paper 1” took care of 1 new paper/ })
  await step.getByRole('button', { name: /^Undo this step/ }).click()
  await expect(dialog.getByRole('status')).toHaveText(/^Undone: The rule/)
  await press(page, 'Escape')
  await expect(entry('first')).toHaveCount(0)
})
