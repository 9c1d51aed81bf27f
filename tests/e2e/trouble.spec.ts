import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyFixtures } from '../helpers/folders.ts'
import { expect, test } from './fixtures.ts'
import { expectPapers, screen } from './screen.ts'

test('settings that are garbage are kept aside, told once, and replaced', async ({ app }) => {
  copyFixtures(app.digestDir, 'same-day-twice.md')
  await app.cli('import', app.digestDir)
  const garbage = '{"theme": "dark", oops'
  writeFileSync(join(app.libraryDir, 'settings.json'), garbage)
  let page = await app.open()
  await expectPapers(page, 2)
  await expect(page.getByText('The settings could not be read.')).toBeVisible()
  const aside = readdirSync(app.libraryDir).find((name) => name.startsWith('settings.broken'))
  await expect(page.getByText(`kept aside as “${aside}”`)).toBeVisible()
  expect(readFileSync(join(app.libraryDir, aside ?? ''), 'utf8')).toBe(garbage)

  page = await app.restart()
  await expectPapers(page, 2)
  await expect(page.getByText('The settings could not be read.')).toHaveCount(0)
})

test('a database that is none is left as it is, with a sentence', async ({ app }) => {
  const garbage = 'this is no database\n'.repeat(1000)
  writeFileSync(join(app.libraryDir, 'library.db'), garbage)
  const page = await app.open()
  await expect(page.getByRole('heading', { name: 'The library could not be opened' })).toBeVisible()
  await expect(page.getByText('The library file is damaged.')).toBeVisible()

  // Put right while the app is open, it opens.
  rmSync(join(app.libraryDir, 'library.db'))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('button', { name: 'Try three sample days' })).toBeVisible()
})

test('a folder that goes away keeps its papers, and is found again', async ({ app }) => {
  copyFixtures(app.digestDir, 'same-day-twice.md')
  await app.cli('import', app.digestDir)
  renameSync(app.digestDir, `${app.digestDir}-elsewhere`)
  const page = await app.open()
  const { sidebar } = screen(page)
  await expectPapers(page, 2)
  await expect(sidebar.getByText('Can’t be read at the moment')).toBeAttached()
})

test('a folder that goes away and comes back while the app is open is told of once', async ({ app }) => {
  copyFixtures(app.digestDir, 'same-day-twice.md')
  await app.cli('import', app.digestDir)
  const page = await app.open()
  await expectPapers(page, 2)
  renameSync(app.digestDir, `${app.digestDir}-elsewhere`)
  await expect(page.getByText('The folder “digests” can’t be reached.')).toBeVisible()
  renameSync(`${app.digestDir}-elsewhere`, app.digestDir)
  // It waits until the first one was read.
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('The folder “digests” can be read again.')).toBeVisible()

  await page.reload()
  await expectPapers(page, 2)
  await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible()
  await expect(page.getByText(/The folder “digests”/)).toHaveCount(0)
})
