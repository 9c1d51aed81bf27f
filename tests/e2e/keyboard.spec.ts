import type { Page } from '@playwright/test'
import { expect, test, type TestApp } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

async function openSample(app: TestApp): Promise<Page> {
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  await expectPapers(page, 8)
  await expect(page.getByRole('listbox')).toBeFocused()
  return page
}

/** A key press of which a keyboard, or an input method, tells more than Playwright can. */
interface Stroke {
  key: string
  code?: string
  keyCode?: number
  isComposing?: boolean
}

/** Presses such keys, one after another, where the focus is. */
async function strike(page: Page, ...strokes: Stroke[]): Promise<void> {
  await page.evaluate((given) => {
    for (const stroke of given) {
      const init = { bubbles: true, cancelable: true, ...stroke }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init))
    }
  }, strokes)
}

const commandList = (page: Page) => page.getByRole('listbox', { name: 'Commands' })
const active = (page: Page) => commandList(page).getByRole('option', { selected: true })

test('keys are changed by pressing them, conflicts are said and solved, and all stays and comes back', async ({
  app
}) => {
  let page = await openSample(app)
  const { dialog, entry } = screen(page)
  await press(page, '?')
  await dialog.getByRole('button', { name: 'Change keys…' }).click()
  const find = dialog.getByRole('textbox', { name: 'Find a command or key' })
  await expect(find).toBeFocused()
  await find.fill('skip')

  const add = dialog.getByRole('button', { name: 'Add a key to “Skip”' })
  await add.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Press the new key' })).toBeFocused()
  await press(page, 'Control+Shift+t')
  await expect(dialog.getByRole('alert')).toContainText('Ctrl Shift T is kept by the browser')
  await add.press('Enter')
  await press(page, 'Escape')
  await expect(add).toBeFocused()
  await add.press('Enter')
  await press(page, 'q')
  await expect(dialog.getByRole('alert')).toContainText('Q is a key of “Queue to read”')
  await dialog.getByRole('button', { name: 'Use it for “Skip” instead' }).press('Enter')
  await expect(add).toBeFocused()
  await dialog.getByRole('button', { name: 'Take X from “Skip”' }).press('Enter')
  await expect(add).toBeFocused()
  await dialog.getByRole('button', { name: 'Done' }).press('Enter')

  await expect(page.getByRole('listbox')).toBeFocused()
  await expect(page.getByRole('button', { name: /^Skip(?!ped)/ }).locator('kbd')).toHaveText('Q')
  await expect(page.getByRole('button', { name: /^Queue/ }).locator('kbd')).toHaveCount(0)
  await press(page, 'x')
  await strike(page, { key: 'ㅂ', code: 'KeyQ' })
  await expect(entry('Skipped')).toContainText('1')
  await expect(entry('Inbox')).toContainText('22')

  page = await app.restart()
  await expectPapers(page, 8)
  await press(page, 'q')
  await expect(screen(page).entry('Skipped')).toContainText('2')
  await press(page, ',')
  await page.getByRole('dialog').getByRole('button', { name: 'Change keys…' }).click()
  await page.getByRole('button', { name: 'Reset all keys' }).press('Enter')
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await press(page, 'q')
  await expect(screen(page).entry('To read')).toContainText('1')
})

test('a Korean layout is understood by the place of its keys, and a composition is left alone', async ({
  app
}) => {
  const page = await openSample(app)
  const { dialog, entry, note } = screen(page)
  await strike(page, { key: 'ㅌ', code: 'KeyX' })
  await expect(entry('Skipped')).toContainText('1')
  // An input method that is on says only that it has the key.
  await strike(page, { key: 'Process', code: 'KeyS', keyCode: 229 })
  await expect(entry('Starred')).toContainText('1')
  await strike(page, { key: 'ㅓ', code: 'KeyJ', isComposing: true })
  await strike(page, { key: 'Process', code: 'KeyX', keyCode: 229, isComposing: true })

  await press(page, 'n')
  await expect(note).toBeFocused()
  const compose = (type: string): Promise<void> =>
    note.evaluate((field, name) => {
      field.dispatchEvent(new CompositionEvent(name, { bubbles: true, data: '한' }))
    }, type)
  await compose('compositionstart')
  await strike(page, { key: 'Process', code: 'KeyG', keyCode: 229, isComposing: true })
  await compose('compositionupdate')
  await note.fill('한')
  await strike(page, { key: 'Escape', keyCode: 229, isComposing: true })
  await compose('compositionend')
  // The key that ended it, as Safari tells of it.
  await strike(page, { key: 'Enter', keyCode: 229 })
  await expect(note).toBeFocused()
  await expect(note).toHaveValue('한')
  await expect(entry('Skipped')).toContainText('1')

  await press(page, 'Escape', 'Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  for (const key of ['Enter', 'ArrowDown', 'Escape'])
    await strike(page, { key, keyCode: 229, isComposing: true })
  await expect(dialog).toBeVisible()
  await expect(page.getByRole('combobox')).toBeFocused()
})

test('the palette finds commands, decks, lists, settings and papers, and goes back where it came from', async ({
  app
}) => {
  const page = await openSample(app)
  const { dialog, entry, title } = screen(page)
  const field = page.getByRole('combobox')
  await press(page, 'Control+k')
  await expect(field).toBeFocused()
  await expect(dialog.getByRole('option', { name: /^Undo/ })).toContainText('U')
  await press(page, 'Escape')
  await expect(page.getByRole('listbox')).toBeFocused()

  await press(page, 'n', 'Control+k')
  await expect(field).toBeFocused()
  await press(page, 'Escape')
  await expect(screen(page).note).toBeFocused()
  await press(page, 'Escape')

  for (const typed of ['2024-09-02', '9/2', 'sep 2', '9월 2일']) {
    await press(page, 'Control+k')
    await page.keyboard.insertText(typed)
    await expect(active(page)).toContainText('Monday 2 September 2024')
    await press(page, 'Escape')
  }
  await press(page, 'Control+k')
  await page.keyboard.type('sep 2')
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Monday 2 September')
  await expect(page.getByRole('listbox')).toBeFocused()

  await press(page, 'Control+k')
  await page.keyboard.type('bidirectional')
  await expect(active(page)).toContainText('BERT')
  await press(page, 'Enter')
  await expect(title).toHaveText(/^BERT/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Wednesday 4 September')

  await press(page, 'Control+k')
  await page.keyboard.type('theme dark')
  await press(page, 'Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await press(page, 'Control+k')
  await expect(active(page)).toContainText('Theme: Dark')
  await page.keyboard.type('skip')
  await press(page, 'Enter')
  await expect(entry('Skipped')).toContainText('1')
  await press(page, 'Control+k')
  await page.keyboard.type('write')
  await press(page, 'Enter')
  await expect(screen(page).note).toBeFocused()
  await press(page, 'Control+k')
  await page.keyboard.type('zzzzz')
  await expect(dialog.getByText('Nothing fits.')).toBeVisible()
  await press(page, 'Enter', 'Escape')
  await expect(screen(page).note).toBeFocused()
})

test('focus mode has one paper at a time, and takes a deck to its end by the same keys', async ({ app }) => {
  const page = await openSample(app)
  const { sidebar, title } = screen(page)
  await press(page, 'm')
  await expect(sidebar).toBeHidden()
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(page.getByText('1 of 8')).toBeVisible()
  await expect(title).toHaveText('Attention Is All You Need')
  await press(page, 'x')
  await expect(title).toHaveText(/^BERT/)
  await press(page, 'j', 'k', 'k', 'i')
  await expect(title).toHaveText('Attention Is All You Need')
  await press(page, 'n')
  await page.keyboard.type('xq')
  await press(page, 'Escape')
  await expect(screen(page).note).toHaveValue('xq')
  await expect(sidebar).toBeHidden()
  for (let papers = 0; papers < 8; papers++) await press(page, 'q')
  await expect(page.getByText('Wednesday 4 September 2024 is done')).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('3 September')
  await expect(sidebar).toBeHidden()
  await press(page, 'Escape')
  await expect(sidebar).toBeVisible()
  await expect(page.getByRole('listbox')).toBeFocused()
})

test('everything gets larger and smaller together, and stays so', async ({ app }) => {
  let page = await openSample(app)
  const heightOf = async (): Promise<number> =>
    Math.round((await page.getByRole('option').first().boundingBox())?.height ?? 0)
  const before = await heightOf()
  await press(page, 'Control+=', 'Control+=')
  await expect.poll(heightOf).toBe(Math.round(before * 1.25))
  const strip = page.getByRole('button', { name: 'Keys' })
  const bottom = async (): Promise<number> => {
    const box = await strip.boundingBox()
    return (box?.y ?? 0) + (box?.height ?? 0)
  }
  expect(await bottom()).toBeLessThanOrEqual(await page.evaluate(() => innerHeight))
  // What hangs from a button is beside it.
  const button = page.getByRole('main', { name: 'Papers' }).getByRole('button', { name: 'Export' })
  await button.hover()
  const tip = page.locator('.tip')
  await expect(tip).toBeVisible()
  const [at, hung] = await Promise.all([button.boundingBox(), tip.boundingBox()])
  expect(
    Math.abs((hung?.x ?? 0) + (hung?.width ?? 0) / 2 - (at?.x ?? 0) - (at?.width ?? 0) / 2)
  ).toBeLessThan(at?.width ?? 0)
  page = await app.restart()
  await expectPapers(page, 8)
  await expect.poll(heightOf).toBe(Math.round(before * 1.25))
  // Also over a dialog, and in a field.
  await press(page, '?', 'Control+0', 'Escape')
  await expect.poll(heightOf).toBe(before)
})
