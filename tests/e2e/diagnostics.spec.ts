import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestText } from '../helpers/digest-text.ts'
import { expect, test, type TestApp } from './fixtures.ts'
import { expectPapers, screen } from './screen.ts'

const write = (app: TestApp, name: string, text: string): void =>
  writeFileSync(join(app.digestDir, name), text)

test('what was not understood is listed by file, and forgotten when the file is mended', async ({ app }) => {
  const good = digestText('2024-01-05', [{ title: 'Votes of Every Kind' }])
  write(app, '2024-01-05.md', good.replace('Vote: 5', 'Vote: <b>many</b>'))
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { dialog, entry } = screen(page)
  await expectPapers(page, 1)

  await entry('Diagnostics').click()
  await expect(dialog.getByText('2024-01-05.md').first()).toBeVisible()
  await expect(dialog.getByText('Vote: <b>many</b>')).toBeVisible()

  write(app, '2024-01-05.md', good)
  await expect(dialog.getByText('Everything was understood')).toBeVisible({ timeout: 15_000 })
})

test('formulas are drawn, and copied as their source', async ({ app }) => {
  write(
    app,
    '2024-01-05.md',
    digestText('2024-01-05', [
      {
        title: 'M$^{2}$UGen for $1 Million',
        summary: ['복잡도는 $O(n^2)$이며 코드는 https://github.com/x/y에 있다.']
      }
    ])
  )
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { paper, title } = screen(page)
  await expect(title.locator('math')).toHaveCount(1)
  await expect(title).toContainText('$1 Million')
  await expect(paper.getByRole('link', { name: 'Code' })).toHaveAttribute('href', 'https://github.com/x/y')
  const copied = await title.evaluate((heading) => {
    getSelection()?.selectAllChildren(heading)
    const data = new DataTransfer()
    heading.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
    )
    return data.getData('text/plain')
  })
  expect(copied).toBe('M$^{2}$UGen for $1 Million')
})

test('a folder is paused, resumed, and let go with its papers', async ({ app }) => {
  write(app, '2024-01-05.md', digestText('2024-01-05', [{ id: '2401.00001' }]))
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { dialog, entry } = screen(page)
  await expectPapers(page, 1)
  await entry('Settings').click()
  await dialog.getByRole('button', { name: /^Pause/ }).click()
  await expect(dialog.getByRole('button', { name: /^Resume/ })).toBeVisible()
  write(app, '2024-01-06.md', digestText('2024-01-06', [{ id: '2401.00002' }]))
  await dialog.getByRole('button', { name: /^Resume/ }).click()
  await expect(entry('Sat 6 Jan')).toBeVisible({ timeout: 15_000 })

  await dialog.getByRole('button', { name: /^Remove/ }).click()
  await dialog.getByRole('button', { name: 'Keep all papers' }).click()
  // It is no longer watched, and can be again.
  await expect(dialog.getByRole('button', { name: /^Watch .* again/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(entry('Sat 6 Jan')).toBeVisible()
  await expect(entry('Fri 5 Jan')).toBeVisible()

  await entry('Settings').click()
  await dialog.getByRole('button', { name: /^Hide papers of/ }).click()
  await dialog.getByRole('button', { name: 'Hide papers not touched' }).click()
  await expect(dialog.getByText(app.digestDir)).toHaveCount(0)
})
