import { expect, test } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

test('a note saves itself, and keys rest while it is typed', async ({ app }) => {
  let page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  await expectPapers(page, 8)

  await press(page, 'n')
  await expect(screen(page).note).toBeFocused()
  await page.keyboard.type('jkqxrs 확산 모델과 비교할 것')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await press(page, 'Escape', 'j')
  await expect(screen(page).title).toHaveText(/^BERT/)
  await expect(screen(page).note).toHaveValue('')

  page = await app.restart()
  await expect(screen(page).note).toHaveValue('jkqxrs 확산 모델과 비교할 것')
  await expect(screen(page).entry('Skipped')).toContainText('0')
})

test('what was typed at the last moment is not lost when another paper is chosen', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  const { note } = screen(page)
  await expectPapers(page, 8)
  await press(page, 'n')
  await page.keyboard.type('half a thou')
  await press(page, 'Escape', 'j', 'k')
  await expect(note).toHaveValue('half a thou')
  await expect
    .poll(
      async () =>
        JSON.parse((await app.cli('list', '--limit', '1', '--deck', '2024-09-04')).trim()) as unknown
    )
    .toMatchObject({ note: 'half a thou' })
})
