import { expect, test } from './fixtures.ts'
import { expectPapers, screen } from './screen.ts'

test('the welcome offers three sample days, which become decks', async ({ app }) => {
  const page = await app.open()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Turn each day’s papers into a deck/)
  await page.getByRole('button', { name: 'Try three sample days' }).click()

  const { entry, title, paper } = screen(page)
  await expectPapers(page, 8)
  await expect(title).toHaveText('Attention Is All You Need')
  await expect(paper).toContainText('Ashish Vaswani')
  await expect(entry('Wed 4 Sept')).toContainText('8 left')
  await expect(entry('Tue 3 Sept')).toContainText('7 left')
  await expect(entry('Mon 2 Sept')).toContainText('8 left')
  await expect(entry('All papers')).toContainText('23')
})

test('the welcome is gone for good once there is a folder', async ({ app }) => {
  let page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  await expectPapers(page, 8)
  page = await app.restart()
  await expectPapers(page, 8)
  await expect(page.getByRole('button', { name: 'Try three sample days' })).toHaveCount(0)
})
