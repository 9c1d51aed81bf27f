import { expect, test } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

test('starred papers go to a BibTeX file', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  const { dialog, entry } = screen(page)
  await expectPapers(page, 8)
  await press(page, 's', 'j', 's')
  await expect(entry('Starred')).toContainText('2')
  await entry('Starred').click()
  await expectPapers(page, 2)

  await press(page, 'e')
  await expect(dialog.getByRole('heading', { name: 'Export as BibTeX' })).toBeVisible()
  const save = dialog.getByRole('button', { name: 'Save to a file…' })
  const bibtex = await app.host.savedText(page, app.scratchDir, () => save.click())
  expect(bibtex.match(/^@misc\{/gm)).toHaveLength(2)
  expect(bibtex).toContain('1706.03762')
  expect(bibtex).toContain('1810.04805')
  expect(bibtex).toContain('Vaswani')
  await expect(page.getByText(/Exported 2 papers/)).toBeVisible()
})

test('the paper at hand goes to the clipboard with one key', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  await expectPapers(page, 8)
  await press(page, 'c')
  await expect(page.getByText('Copied BibTeX of 1 paper')).toBeVisible()
  const bibtex = await app.host.clipboardText(page)
  expect(bibtex).toMatch(/^@misc\{/)
  expect(bibtex).toContain('1706.03762')
})
