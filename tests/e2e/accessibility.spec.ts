import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

/** What axe finds wrong with the page as it is, in a form that reads well when a test fails. */
async function violations(page: Page): Promise<string[]> {
  // Legacy mode: the other one opens a second page, which Electron does not.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`)
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the main views are accessible (${colorScheme})`, async ({ app }) => {
    const page = await app.open()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { dialog, entry } = screen(page)
    await expect(page.getByRole('button', { name: 'Try three sample days' })).toBeVisible()
    expect(await violations(page), 'welcome').toEqual([])

    await page.getByRole('button', { name: 'Try three sample days' }).click()
    await expectPapers(page, 8)
    await press(page, 's', '4', 'q', 'x', 'r')
    await expect(entry('Skipped')).toContainText('1')
    expect(await violations(page), 'deck').toEqual([])

    await press(page, '?')
    await expect(dialog).toBeVisible()
    expect(await violations(page), 'keys').toEqual([])
    await press(page, 'Escape')

    await press(page, 'e')
    await expect(dialog).toBeVisible()
    expect(await violations(page), 'export').toEqual([])
    await press(page, 'Escape')

    await entry('Settings').click()
    await expect(dialog).toBeVisible()
    expect(await violations(page), 'settings').toEqual([])
    await press(page, 'Escape')

    await entry('Reading').or(entry('Skipped')).last().click()
    await expectPapers(page, 1)
    expect(await violations(page), 'list').toEqual([])
  })
}
