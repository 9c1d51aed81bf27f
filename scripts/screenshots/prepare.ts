import type { Page } from '@playwright/test'
import { press, waitForPaper } from './camera.ts'

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name }).first().waitFor()

async function createQueue(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New queue' }).click()
  await page.keyboard.type(name)
  await press(page, 'Enter')
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .waitFor()
}

/** Gives a queue a colour, by its menu. */
async function paint(page: Page, queue: string, color: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${queue}`) })
    .first()
    .focus()
  await press(page, 'Shift+F10')
  await page.getByRole('menuitem', { name: 'Colour' }).press('ArrowRight')
  await page.getByRole('menuitemradio', { name: color }).click()
  await page.getByText(`Changed the colour of “${queue}”`).waitFor()
}

/** Types in a picker, takes what it offers and closes it. */
async function pick(page: Page, key: string, ...typed: string[]): Promise<void> {
  await press(page, key)
  const dialog = page.getByRole('dialog')
  const field = dialog.getByRole('combobox')
  for (const text of typed) {
    await field.fill(text)
    await press(page, 'Enter')
  }
  await press(page, 'Enter')
  await dialog.waitFor({ state: 'hidden' })
}

async function newRule(page: Page, query: string, tag: string): Promise<void> {
  await press(page, 'Shift+a')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'New rule' }).click()
  await page.keyboard.type(query)
  await press(page, 'Tab', 'Tab')
  await page.keyboard.type(tag)
  await press(page, 'Enter')
  await dialog.getByRole('listitem').first().waitFor()
  await press(page, 'Escape')
  await dialog.waitFor({ state: 'hidden' })
}

/**
 * A few days of use, from the welcome on: a deck that is finished and two that were begun, queues, tags, notes, and a
 * rule. `meanwhile` is called with a view on screen that is not seen again.
 */
export async function prepare(
  page: Page,
  meanwhile: (view: 'welcome' | 'catch-up') => Promise<void>
): Promise<void> {
  const sample = page.getByRole('button', { name: 'Try three sample days' })
  await sample.waitFor()
  await meanwhile('welcome')
  await sample.click()
  await waitForPaper(page)

  await createQueue(page, 'Seminar')
  await createQueue(page, 'Survey on diffusion')
  await paint(page, 'Seminar', 'Violet')
  await paint(page, 'Survey on diffusion', 'Teal')
  await press(page, 'Escape', 'g')
  await page.getByRole('listbox').focus()
  await press(page, '5', 's')
  await pick(page, 't', 'classics', 'attention')
  await press(page, 'q')
  await pick(page, 't', 'classics')
  await press(page, 'x', 'b')
  await pick(page, 't', 'vision')
  await press(page, 'x')
  await pick(page, 'l', 'Survey on diffusion')
  await press(page, '4', 'r', 'x', 'x')
  await heading(page, 'Wednesday 4 September 2024 is done')
  await press(page, 'w')
  await page.getByText(/keep \d+, skip \d+/).waitFor()
  await meanwhile('catch-up')
  await press(page, 'Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await press(page, 'Enter')
  await heading(page, 'Tuesday 3 September')
  await waitForPaper(page)
  await press(page, 's', 'q')
  await pick(page, 'l', 'Survey on diffusion')
  await pick(page, 'z', 'in 3 weeks')
  await press(page, ']')
  await heading(page, 'Monday 2 September')
  await waitForPaper(page)
  await press(page, '4', 's', 'r')
  await pick(page, 'l', 'Seminar')
  await press(page, 'b', 'x')
  await pick(page, 'z', 'monday')
  await waitForPaper(page)
  await newRule(page, 'diffusion', 'diffusion')
  await press(page, 'n')
  await page.keyboard.type('Does double quantization cost small models anything?')
  await page.getByText('Saved', { exact: true }).waitFor()
  await press(page, 'Escape')
}
