import { expect, type Locator, type Page } from '@playwright/test'

/** The parts of the screen, found as a user of a screen reader would: by role and name. */
export const screen = (page: Page) => ({
  sidebar: page.getByRole('navigation', { name: 'Library' }),
  /** An entry of the sidebar, with its count: `Starred`, `Wed 4 Sept`. */
  entry: (name: string): Locator =>
    page
      .getByRole('navigation', { name: 'Library' })
      .getByRole('button', { name: new RegExp(`^${name}\\b`) }),
  rows: page.getByRole('option'),
  row: (title: string): Locator => page.getByRole('option').filter({ hasText: title }),
  selected: page.getByRole('option', { selected: true }),
  paper: page.getByRole('article'),
  title: page.getByRole('article').getByRole('heading', { level: 2 }),
  /** The star of the paper's rating that stands for so many. */
  stars: (count: number): Locator =>
    page.getByRole('main', { name: 'Paper' }).getByRole('radio', { name: `${count} star` }),
  note: page.getByRole('textbox', { name: 'Note' }),
  dialog: page.getByRole('dialog')
})

/** Opens a list from the sidebar, and waits until it is the one on screen: the former may be as long. */
export async function openList(page: Page, name: string): Promise<void> {
  await screen(page).entry(name).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Waits until the list on screen has this many papers; only those in view are rows of the page. */
export async function expectPapers(page: Page, count: number): Promise<void> {
  const first = page.getByRole('option').first()
  if (count === 0) await expect(first).toHaveCount(0)
  else await expect(first).toHaveAttribute('aria-setsize', String(count))
}
