import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

/** Nothing is wrong with a part of the page, as far as axe can tell. */
async function check(page: Page, part: string, view: string): Promise<void> {
  await expect(page.locator(part)).toBeVisible()
  // Legacy mode: the other one opens a second page, which Electron does not.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(part).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`)
  )
  expect(found, view).toEqual([])
}

const DIALOG = '[role=dialog]'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pickers are accessible (${colorScheme})`, async ({ app }) => {
    const page = await app.open()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Try three sample days' }).click()
    await expectPapers(page, 8)
    const { dialog } = screen(page)
    await press(page, 'l')
    await page.keyboard.type('Thesis')
    await press(page, 'Enter')
    await expect(dialog.getByRole('option', { name: 'Thesis' })).toBeChecked()
    await check(page, DIALOG, 'queue picker')
    await press(page, 'Escape', 'k', 't')
    await page.keyboard.type('rl')
    await press(page, 'Enter')
    await expect(dialog.getByRole('option', { name: 'rl' })).toBeChecked()
    await check(page, DIALOG, 'tag picker')
    await press(page, 'Escape')
    await expect(page.getByRole('list', { name: 'Queues, tags and snooze' })).toBeVisible()
    await check(page, 'section[aria-label=Paper]', 'actions and labels of a paper')
    await press(page, 'z')
    await check(page, DIALOG, 'snooze picker')
  })

  test(`catching up, history and rules are accessible (${colorScheme})`, async ({ app }) => {
    const page = await app.open()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Try three sample days' }).click()
    await expectPapers(page, 8)
    const { dialog } = screen(page)
    await press(page, 'x', 'w')
    await expect(dialog.getByText(/keep \d+, skip \d+/)).toBeVisible()
    await check(page, DIALOG, 'catching up')
    await press(page, 'Escape', 'h')
    await expect(dialog.getByRole('heading', { name: 'Today' })).toBeVisible()
    await press(page, 'u')
    await expect(dialog.getByRole('status')).toHaveText(/^Undone/)
    await check(page, DIALOG, 'history')
    await press(page, 'Escape', 'Shift+a')
    await check(page, DIALOG, 'no rules')
    await press(page, 'Enter')
    await page.keyboard.type('attention')
    await expect(dialog.getByText('A preview only')).toBeVisible()
    await check(page, DIALOG, 'a rule being written')
    await press(page, 'Tab', 'Tab')
    await page.keyboard.type('rl')
    await press(page, 'Enter')
    await expect(dialog.getByRole('switch')).toBeVisible()
    await check(page, DIALOG, 'rules')
  })
}
