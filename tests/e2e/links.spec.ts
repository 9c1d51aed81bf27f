import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestText } from '../helpers/digest-text.ts'
import { expect, test } from './fixtures.ts'
import { press, screen } from './screen.ts'

test('an address leads to a deck or a paper, and follows what is open', async ({ app }) => {
  for (const [day, id] of [
    ['2024-05-07', '2405.00001'],
    ['2024-05-08', '2405.00002'],
    ['2024-05-09', '2405.00003']
  ] as const)
    writeFileSync(join(app.digestDir, `${day}.md`), digestText(day, [{ id, title: `Paper of ${day}` }]))
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { title } = screen(page)
  const follow = (hash: string): Promise<void> => page.evaluate((to) => void (location.hash = to), hash)
  const address = (): Promise<string> => page.evaluate(() => location.hash)

  await expect(title).toHaveText('Paper of 2024-05-09')
  await follow('#/deck/2024-05-07')
  await expect(title).toHaveText('Paper of 2024-05-07')
  await follow('#/paper/2405.00002')
  await expect(title).toHaveText('Paper of 2024-05-08')
  await expect.poll(address).toBe('#/deck/2024-05-08')

  await press(page, ']')
  await expect(title).toHaveText('Paper of 2024-05-07')
  await expect.poll(address).toBe('#/deck/2024-05-07')
  await page.reload()
  await expect(title).toHaveText('Paper of 2024-05-07')

  await follow('#/deck/2024-02-31')
  await expect(page.getByText('This link leads to no deck or paper.')).toBeVisible()
  await press(page, 's')
  await expect(page.getByText('This link leads to no deck or paper.')).toHaveCount(0)
  await follow('#/paper/2405.99999')
  await expect(page.getByText('This link leads to no deck or paper.')).toBeVisible()
  await expect(title).toHaveText('Paper of 2024-05-07')
})
