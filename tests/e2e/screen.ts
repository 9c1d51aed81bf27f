import type { Locator, Page } from '@playwright/test'

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
  title: page.getByRole('article').getByRole('heading', { level: 1 }),
  note: page.getByRole('textbox', { name: 'Note' }),
  dialog: page.getByRole('dialog')
})

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}
