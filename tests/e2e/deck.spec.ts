import { expect, test } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

test('a whole deck by keyboard, found again after a restart, and undone', async ({ app }) => {
  let page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  const { entry, selected, title } = screen(page)
  await expectPapers(page, 8)
  await expect(title).toHaveText('Attention Is All You Need')

  // What marks a paper stays on it; what deals with it goes on to the next.
  await press(page, 's', '5')
  await expect(selected).toContainText('Attention Is All You Need')
  await press(page, 'q')
  await expect(title).toHaveText(/^BERT/)
  await press(page, 'x')
  await expect(title).toHaveText(/^Language Models are Few-Shot/)
  await press(page, 'r')
  await expect(title).toHaveText(/^Deep Residual/)
  await press(page, 'j')
  await expect(title).toHaveText(/^Denoising/)
  await press(page, 'k', '3')
  await expect(title).toHaveText(/^Deep Residual/)
  await press(page, 'q', 'x', 'x', 'x')
  await expect(title).toHaveText('Generative Adversarial Networks')
  await expect(entry('Wed 4 Sept')).toContainText('1 left')
  await press(page, 'r')

  await expect(page.getByText('Wednesday 4 September 2024 is done')).toBeVisible()
  await expect(
    page.getByRole('img', { name: '2 queued, 2 read, 4 skipped, 0 snoozed, 0 not looked at' })
  ).toBeVisible()
  await expect(entry('To read')).toContainText('2')
  await expect(entry('Starred')).toContainText('1')
  await expect(entry('Skipped')).toContainText('4')

  page = await app.restart()
  const after = screen(page)
  // The next deck is the one that has papers left.
  await expectPapers(page, 7)
  await expect(after.entry('To read')).toContainText('2')
  await after.entry('To read').click()
  await expectPapers(page, 2)
  await expect(after.row('Attention Is All You Need')).toHaveCount(1)
  await after.entry('Starred').click()
  await expectPapers(page, 1)
  await expect(after.stars(5)).toBeChecked()

  // The last thing done before the restart was to mark the last paper read.
  await press(page, 'u')
  await expect(page.getByText(/Undone: Marked Generative Adversarial.* read/)).toBeVisible()
  await expect(after.entry('Wed 4 Sept')).toContainText('1 left')
  await press(page, 'Control+z')
  await expect(after.entry('Wed 4 Sept')).toContainText('2 left')
  await press(page, 'Shift+u')
  await expect(after.entry('Wed 4 Sept')).toContainText('1 left')
})

test('? shows the keys, and Escape leaves them', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  const { dialog, title } = screen(page)
  await expectPapers(page, 8)
  await press(page, '?')
  await expect(dialog.getByRole('heading', { name: 'Keyboard' })).toBeVisible()
  await press(page, 'j', 'Escape')
  await expect(dialog).toHaveCount(0)
  await expect(title).toHaveText('Attention Is All You Need')
})

test('pressing a key again takes back a star, and 0 clears a rating', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  const { entry, stars } = screen(page)
  await expectPapers(page, 8)
  await press(page, 's')
  await expect(entry('Starred')).toContainText('1')
  await press(page, 's')
  await expect(entry('Starred')).toContainText('0')
  await press(page, '4')
  await expect(stars(4)).toBeChecked()
  await press(page, '0')
  await expect(stars(4)).not.toBeChecked()
})
