import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyFixtures, fixture } from '../helpers/folders.ts'
import { expect, test } from './fixtures.ts'
import { expectPapers, screen } from './screen.ts'

const chooseButton = { name: 'Choose a folder…' }

test('a folder that is chosen becomes decks, its sub-folders too', async ({ app }) => {
  copyFixtures(app.digestDir, 'votes-and-authors.md', 'archive/2024/10/15.md')
  const page = await app.open()
  await app.host.chooseFolder(page, app.digestDir, () => page.getByRole('button', chooseButton).click())

  const { entry, title } = screen(page)
  await expectPapers(page, 5)
  await expect(title).toHaveText('Labels in Bold')
  await expect(entry('Tue 15 Oct')).toContainText('5 left')
  await expect(entry('Starred')).toBeVisible()
})

test('a folder that is not there is refused in one sentence', async ({ app }) => {
  const page = await app.open()
  const missing = join(app.scratchDir, 'nowhere')
  await app.host.chooseFolder(page, missing, () => page.getByRole('button', chooseButton).click())
  await expect(page.getByText(/This folder does not exist/).first()).toBeVisible()
})

test('in a browser, folders of the machine can be walked through', async ({ app }) => {
  test.skip(app.host.name === 'electron', 'Electron has the system’s own dialog')
  mkdirSync(join(app.digestDir, 'inner'))
  copyFixtures(join(app.digestDir, 'inner'), 'same-day-twice.md')
  const page = await app.open()
  await page.getByRole('button', chooseButton).click()
  const { dialog } = screen(page)
  await dialog.getByRole('textbox', { name: 'Folder path' }).fill(app.digestDir)
  await dialog.getByRole('button', { name: 'Open' }).click()
  await dialog.getByRole('button', { name: 'inner' }).click()
  await expect(dialog.getByText('1 Markdown file here')).toBeVisible()
  await dialog.getByRole('button', { name: 'Use this folder' }).click()
  await expectPapers(page, 2)
})

test('a file that appears while the app is open becomes a deck', async ({ app }) => {
  copyFixtures(app.digestDir, 'same-day-twice.md')
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { entry, title } = screen(page)
  await expectPapers(page, 2)

  copyFileSync(fixture('votes-and-authors.md'), join(app.digestDir, 'new.md'))
  await expect(entry('Tue 19 Mar')).toContainText('10 left')
  await entry('Tue 19 Mar').click()
  await expectPapers(page, 10)
  await expect(title).toHaveText('Votes in the Ordinary Way')

  rmSync(join(app.digestDir, 'new.md'))
  await expect(entry('Tue 19 Mar')).toHaveCount(0)
})

test('a file that was half written is read again when it is whole', async ({ app }) => {
  copyFixtures(app.digestDir, 'same-day-twice.md')
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { entry } = screen(page)
  await expectPapers(page, 2)

  const whole = readFileSync(fixture('votes-and-authors.md'), 'utf8')
  const half = whole.indexOf('### [Teams]') + 20
  const file = join(app.digestDir, 'growing.md')
  writeFileSync(file, whole.slice(0, half))
  await expect(entry('Tue 19 Mar')).toBeVisible()
  appendFileSync(file, whole.slice(half))
  await expect(entry('Tue 19 Mar')).toContainText('10 left')
  await entry('Tue 19 Mar').click()
  await expectPapers(page, 10)
  await expect(screen(page).row('Teams')).toHaveCount(1)
})

test('what was done to a paper stays when its digest is deleted', async ({ app }) => {
  copyFixtures(app.digestDir, 'same-day-twice.md', 'several-days.md')
  await app.cli('import', app.digestDir)
  await app.cli('set', '2401.01001', '--star', '--note', 'Kept.')
  const page = await app.open()
  const { entry, title } = screen(page)
  await expect(entry('Tue 9 Jan')).toBeVisible()

  rmSync(join(app.digestDir, 'same-day-twice.md'))
  await expect(entry('Tue 9 Jan')).toHaveCount(0)
  await entry('Starred').click()
  await expectPapers(page, 1)
  await expect(title).toHaveText('First of the Morning')
  await expect(screen(page).note).toHaveValue('Kept.')
})
