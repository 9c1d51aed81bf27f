import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

/** Whatever was done, something on the page has the focus. */
async function expectFocus(page: Page, after: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'BODY'), `focus after ${after}`)
    .not.toBe('BODY')
}

/** What is open on top of the rest: a dialog, or a menu of the list's head. */
const onTop = (page: Page) => page.getByRole('dialog').or(page.getByRole('menu'))

/** What each key opens, and leaves by Escape. */
const opened: [key: string, name: string | RegExp][] = [
  ['?', 'Keyboard'],
  [',', 'Settings'],
  ['e', /Export/],
  ['!', /Diagnostics/],
  ['Control+k', 'Commands'],
  ['t', /Tag/],
  ['l', /queue/i],
  ['z', /Snooze/],
  ['w', /Catch up/],
  ['h', /History/],
  ['Shift+a', /Rules/],
  ['d', /Calendar/i]
]

test('the whole app is used by keyboard alone, and the focus is never lost', async ({ app }) => {
  test.slow()
  const page = await app.open()
  const { entry, selected } = screen(page)
  const list = page.getByRole('listbox')

  await test.step('the welcome', async () => {
    const sample = page.getByRole('button', { name: 'Try three sample days' })
    await expect(sample).toBeVisible()
    for (let tabs = 0; tabs < 10; tabs++) {
      await press(page, 'Tab')
      if (await sample.evaluate((button) => button === document.activeElement)) break
    }
    await expect(sample).toBeFocused()
    await press(page, 'Enter')
    await expectPapers(page, 8)
    await expect(list).toBeFocused()
  })

  for (const [key, name] of opened) {
    await test.step(`${key} opens and leaves`, async () => {
      await press(page, key)
      const dialog = page.getByRole('dialog', { name })
      await expect(dialog).toBeVisible()
      await expect.poll(() => dialog.evaluate((it) => it.contains(document.activeElement))).toBe(true)
      // All of it is gone through, and nothing of it is left by Tab.
      for (let tabs = 0; tabs < 25; tabs++) {
        await press(page, 'Tab')
        expect(await dialog.evaluate((it) => it.contains(document.activeElement)), `Tab ${tabs}`).toBe(true)
      }
      await press(page, 'Escape')
      await expect(dialog).toHaveCount(0)
      await expect(list).toBeFocused()
    })
  }

  for (const key of ['f', 'Shift+s']) {
    await test.step(`${key} opens and leaves`, async () => {
      await press(page, key)
      await expectFocus(page, key)
      await expect(list).not.toBeFocused()
      await press(page, 'Escape')
      await expect(onTop(page)).toHaveCount(0)
      await expect(list).toBeFocused()
    })
  }

  await test.step('every key of triage', async () => {
    const keys =
      'j k g Shift+g Home s 3 0 q b r x i . u Shift+u Shift+j Shift+k Space Escape Control+a Escape o'
    for (const key of keys.split(' ').filter((each) => each !== 'o')) {
      await press(page, key)
      await expectFocus(page, key)
    }
    await expect(list).toBeFocused()
    await press(page, 'n')
    await expect(screen(page).note).toBeFocused()
    await page.keyboard.type('by keyboard')
    await press(page, 'Escape')
    await expect(list).toBeFocused()
  })

  await test.step('queues, tags and days by the pickers', async () => {
    await press(page, 'g', 't')
    await page.keyboard.type('vision')
    await press(page, 'Enter', 'Escape')
    await expect(list).toBeFocused()
    await expect(selected).toContainText('vision')
    await press(page, 'l')
    await page.keyboard.type('Thesis')
    await press(page, 'Enter', 'Escape')
    await expect(list).toBeFocused()
    await expect(entry('Thesis')).toContainText('1')
    await press(page, 'z', 'Enter')
    await expect(onTop(page)).toHaveCount(0)
    await expectFocus(page, 'a snooze')
    await expect(entry('Snoozed')).toContainText('1')
    await press(page, 'u')
    await expect(entry('Snoozed')).toContainText('0')
  })

  await test.step('each list of the sidebar', async () => {
    for (const name of [
      'Inbox',
      'To read',
      'Starred',
      'Snoozed',
      'Thesis',
      'Read',
      'Skipped',
      'All papers'
    ]) {
      await entry(name).focus()
      await press(page, 'Enter')
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
      await expectFocus(page, name)
    }
    for (const key of ['Shift+i', 'Shift+q', 'Shift+b']) {
      await press(page, key)
      await expectFocus(page, key)
    }
  })

  await test.step('search, and back', async () => {
    await press(page, '/')
    await page.keyboard.type('attention')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search results')
    await press(page, 'Enter')
    await expect(list).toBeFocused()
    await press(page, 'Escape')
    await expectFocus(page, 'a search')
  })

  await test.step('a deck to its end, and on', async () => {
    await press(page, 'Control+k')
    await page.keyboard.type('sep 3')
    await press(page, 'Enter')
    await expectPapers(page, 7)
    for (let papers = 0; papers < 7; papers++) {
      await press(page, 'x')
      await expectFocus(page, 'x')
    }
    await expect(page.getByText('Tuesday 3 September 2024 is done')).toBeVisible()
    await press(page, 'Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2 September')
    await expect(list).toBeFocused()
  })

  await test.step('all that Tab comes to', async () => {
    const first = await page.evaluate(() => document.activeElement?.outerHTML)
    let came = 0
    for (; came < 200; came++) {
      await press(page, 'Tab')
      if ((await page.evaluate(() => document.activeElement?.outerHTML)) === first) break
    }
    expect(came).toBeGreaterThan(20)
    expect(came).toBeLessThan(200)
  })

  await test.step('dividers', async () => {
    for (const name of ['Sidebar width', 'List width']) {
      const divider = page.getByRole('separator', { name })
      await divider.focus()
      const before = Number(await divider.getAttribute('aria-valuenow'))
      await press(page, 'ArrowLeft')
      await expect(divider).toHaveAttribute('aria-valuenow', String(before - 16))
      await press(page, 'ArrowRight', 'Escape')
      await expect(list).toBeFocused()
    }
  })

  await test.step('focus mode, and a small window', async () => {
    await press(page, 'm')
    await expectFocus(page, 'm')
    await press(page, 'x', 'j', 'Escape')
    await expect(list).toBeFocused()
    await page.setViewportSize({ width: 780, height: 700 })
    await press(page, 'Enter')
    await expectFocus(page, 'a paper in a small window')
    await press(page, 'x')
    await expectFocus(page, 'x in a small window')
    await press(page, 'Escape')
    await expect(list).toBeFocused()
  })
})
