import { copyFixtures } from '../helpers/folders.ts'
import { expect, test } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

test('nothing that a digest holds is run', async ({ app }) => {
  copyFixtures(app.digestDir, 'hostile.md')
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { paper, row, title } = screen(page)
  await expectPapers(page, 4)
  await expect(row('Cross-Site Titles')).toContainText("<script>window.hacked = 'title'</script>")

  for (const name of [/Cross-Site Titles/, 'A Link of Script', 'A Link of Data', 'An Honest Paper']) {
    await expect(title).toHaveText(name)
    // A link that could run something is no link at all; the others lead out.
    for (const link of await page.getByRole('link').all())
      expect(await link.getAttribute('href')).toMatch(/^https?:/)
    for (const image of await page.getByRole('img').all()) {
      expect((await image.getAttribute('src')) ?? '').not.toMatch(/^(javascript|data:text)/)
    }
    await expect(page.locator('iframe, script:not([src]), [onerror], [onload], [onclick]')).toHaveCount(0)
    await press(page, 'o', 'j')
  }
  await press(page, 'Home')
  await expect(paper).toContainText('<img src="x" onerror="window.hacked=\'summary\'">')
  expect(await page.evaluate(() => Reflect.get(window, 'hacked') as unknown)).toBeUndefined()
})
