import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type TestApp } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

/** Days of two papers each. */
function writeDecks(app: TestApp, days: readonly string[]): void {
  for (const [at, day] of days.entries()) {
    const papers = [1, 2].map(
      (place) =>
        `### [Paper ${place} of ${day}](https://arxiv.org/abs/2409.${1000 + at}${place})\n\nAuthors: Ada Lovelace\n\n- A text.`
    )
    writeFileSync(join(app.digestDir, `${day}.md`), `## Daily Papers (${day})\n\n${papers.join('\n\n')}\n`)
  }
}

test('catching up is of the decks that it is offered for, shows what is typed, and is undone from its toast', async ({
  app
}) => {
  writeDecks(app, ['2024-08-28', '2024-08-29', '2024-08-30', '2024-09-02', '2024-09-03'])
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { dialog, entry } = screen(page)
  await expectPapers(page, 2)
  await expect(entry('Catch up')).toContainText('4 decks not begun')
  await press(page, 'w')
  await expect(dialog.getByLabel('From')).toHaveValue('2024-08-28')
  await expect(dialog.getByLabel('To', { exact: true })).toHaveValue('2024-09-02')
  await expect(dialog).toContainText('4 decks not begun in 6 days, 8 papers: keep 8, skip 0')
  const amount = dialog.getByRole('spinbutton')
  await expect(amount).toBeFocused()
  const begin = dialog.getByRole('button', { name: /begin/i })
  for (const wrong of ['0', '', '-2', '123456']) {
    await amount.fill(wrong)
    await expect(dialog).toContainText('Type a whole number from 1 to 10,000.')
    await expect(begin).toBeDisabled()
    await press(page, 'Enter')
    await expect(dialog).toBeVisible()
  }
  await amount.fill('')
  await page.keyboard.type('4')
  await expect(dialog).toContainText('keep 4, skip 4')
  await expect(begin).toHaveText('Skip 4 and begin')
  await press(page, 'Enter')
  await expect(dialog).toHaveCount(0)
  const told = page.getByRole('status').filter({ hasText: 'Caught up: 4 skipped' })
  await expect(told).toBeVisible()
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect(entry('Catch up')).toContainText('4 decks not begun')
})
