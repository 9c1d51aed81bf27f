import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

  test(`the views of a small window, and the end of a deck, are accessible (${colorScheme})`, async ({
    app
  }) => {
    const page = await app.open()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Try three sample days' }).click()
    await expectPapers(page, 8)
    for (let papers = 0; papers < 8; papers++) await press(page, 'x')
    await expect(page.getByText('Wednesday 4 September 2024 is done')).toBeVisible()
    expect(await violations(page), 'deck finished').toEqual([])

    await press(page, 'k')
    await page.setViewportSize({ width: 1024, height: 700 })
    await press(page, '/')
    await page.keyboard.type('attention')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search results')
    expect(await violations(page), 'folded sidebar, search').toEqual([])
    await page.keyboard.type('zzzz')
    await expectPapers(page, 0)
    expect(await violations(page), 'nothing found').toEqual([])
    await press(page, 'Escape')
    await expectPapers(page, 8)

    await page.setViewportSize({ width: 780, height: 700 })
    expect(await violations(page), 'narrow list').toEqual([])
    await press(page, 'Enter')
    await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible()
    expect(await violations(page), 'narrow paper').toEqual([])
    await press(page, 'Escape')
    await expect(page.getByRole('article')).toBeHidden()
  })

  test(`what opens over the list is accessible, in both languages (${colorScheme})`, async ({ app }) => {
    test.slow()
    const page = await app.open()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Try three sample days' }).click()
    await expectPapers(page, 8)
    const { dialog, entry } = screen(page)
    await press(page, 't')
    await page.keyboard.type('vision')
    await press(page, 'Enter', 'Escape', 'l')
    await page.keyboard.type('Thesis')
    await press(page, 'Enter', 'Escape')
    await expect(entry('Thesis')).toContainText('1')

    const keys = ['Control+k', 't', 'l', 'z', 'w', 'h', 'Shift+a', 'd', 'f', 'Shift+s', ',', '?']
    for (const language of ['en', 'ko']) {
      for (const key of keys) {
        await press(page, key)
        await expect(dialog.or(page.getByRole('menu')).first()).toBeVisible()
        expect(await violations(page), `${key} in ${language}`).toEqual([])
        await press(page, 'Escape')
        await expect(dialog).toHaveCount(0)
      }
      await press(page, 'Control+k')
      await page.keyboard.type('한국어')
      await press(page, 'Enter')
      await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
    }
  })

  test(`lists, menus, focus mode and what is larger are accessible (${colorScheme})`, async ({ app }) => {
    test.slow()
    const page = await app.open()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Try three sample days' }).click()
    await expectPapers(page, 8)
    const { dialog, entry } = screen(page)
    await press(page, 't')
    await page.keyboard.type('vision')
    await press(page, 'Enter', 'Escape', 's', '3', 'b', 'z', 'Enter')
    await expect(entry('Snoozed')).toContainText('1')
    await press(page, 'Control+a')
    await expect(page.getByText('8 selected').first()).toBeVisible()
    expect(await violations(page), 'selected').toEqual([])
    await press(page, 'Escape')
    for (const name of ['Inbox', 'To read', 'Reading now', 'Starred', 'Snoozed', 'Skipped', 'All papers']) {
      await entry(name).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
      expect(await violations(page), name).toEqual([])
    }
    await press(page, 'Control+k')
    await page.keyboard.type('vision')
    await expect(dialog.getByRole('option', { selected: true })).toContainText('#vision')
    expect(await violations(page), 'palette with hits').toEqual([])
    await press(page, 'Enter')
    await expectPapers(page, 1)
    expect(await violations(page), 'tag').toEqual([])

    await press(page, ',')
    await page.getByRole('button', { name: 'Change keys…' }).click()
    await page.getByRole('button', { name: 'Add a key to “Skip”' }).click()
    await press(page, 'q')
    await expect(dialog.getByRole('alert').filter({ hasText: 'Q is a key' })).toBeVisible()
    expect(await violations(page), 'changing keys').toEqual([])
    await press(page, 'Escape')

    await press(page, 'm')
    await expect(page.getByRole('button', { name: 'Leave focus mode' })).toBeVisible()
    expect(await violations(page), 'focus mode').toEqual([])
    await press(page, 'Escape')
    for (let times = 0; times < 4; times++) await press(page, 'Control+=')
    expect(await violations(page), 'larger').toEqual([])
  })

  test(`a library that can’t be opened is accessible (${colorScheme})`, async ({ app }) => {
    writeFileSync(join(app.libraryDir, 'library.db'), 'this is no database\n'.repeat(1000))
    const page = await app.open()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.getByRole('heading', { name: 'The library could not be opened' })).toBeVisible()
    await page.getByText('Details').click()
    expect(await violations(page)).toEqual([])
  })
}
