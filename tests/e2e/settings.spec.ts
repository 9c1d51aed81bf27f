import { expect, test } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

test('the language and the theme change at once, and stay', async ({ app }) => {
  let page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  const { dialog, entry } = screen(page)
  await expectPapers(page, 8)
  await entry('Settings').click()
  await dialog.getByRole('group', { name: 'Theme' }).getByText('Dark').click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await dialog.getByRole('group', { name: 'Language' }).getByText('한국어').click()
  await expect(page.getByRole('heading', { name: '설정' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await press(page, 'Escape')
  await expect(dialog).toHaveCount(0)

  page = await app.restart()
  await expectPapers(page, 8)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the search finds across titles, authors and summaries', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  const { row } = screen(page)
  await expectPapers(page, 8)
  await press(page, '/')
  await page.keyboard.type('vaswani attention')
  await expectPapers(page, 1)
  await expect(row('Attention Is All You Need')).toHaveCount(1)
  await page.getByRole('textbox', { name: 'Search papers' }).fill('잠재 공간')
  await expect(row('Latent Diffusion')).toHaveCount(1)
})
