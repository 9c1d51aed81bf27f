import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyFixtures, fixture } from '../helpers/folders.ts'
import { expect, test } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

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
  const { entry, row, title } = screen(page)
  await entry('All papers').click()
  await expect(row('First of the Morning')).toHaveCount(1)
  await expect(row('First of the Evening')).toHaveCount(1)
  const before = Number(await page.getByRole('option').first().getAttribute('aria-setsize'))

  rmSync(join(app.digestDir, 'same-day-twice.md'))
  await expect(entry('Tue 9 Jan')).toHaveCount(0)
  await expectPapers(page, before - 1)
  await expect(row('First of the Morning')).toHaveCount(1)
  await expect(row('First of the Evening')).toHaveCount(0)
  await entry('Starred').click()
  await expectPapers(page, 1)
  await expect(title).toHaveText('First of the Morning')
  await expect(screen(page).note).toHaveValue('Kept.')
})

/** A digest of some papers, as the archive's are. */
const digest = (...titles: string[]): string =>
  [
    '## Daily Papers (2024-05-07)',
    ...titles.map(
      (title, at) => `### [${title}](https://arxiv.org/abs/2405.0${1000 + at})\n\nAbout ${title}.\n`
    )
  ].join('\n\n')

test('an open deck follows its digest', async ({ app }) => {
  const file = join(app.digestDir, '2024-05-07.md')
  writeFileSync(file, digest('Alpha', 'Beta', 'Gamma'))
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { entry, rows, selected, title } = screen(page)
  await expectPapers(page, 3)
  await press(page, 'j')
  await expect(title).toHaveText('Beta')

  await app.cli('set', '2405.01000', '--star')
  writeFileSync(file, digest('Alpha', 'Beta', 'Gamma', 'Delta'))
  await expectPapers(page, 4)
  await expect(page.getByRole('main', { name: 'Papers' }).getByText('4 left', { exact: true })).toBeVisible()
  await expect(selected).toContainText('Beta')
  await expect(page.getByRole('listbox')).toBeFocused()
  // One that is gone leaves the cursor to its neighbour.
  await press(page, 'End')
  await expect(title).toHaveText('Delta')
  writeFileSync(file, digest('Alpha', 'Beta', 'Gamma'))
  await expectPapers(page, 3)
  await expect(selected).toContainText('Gamma')
  await expect(title).toHaveText('Gamma')

  // What is being written stays on screen, and its paper in the library.
  await press(page, 'n')
  await page.keyboard.type('being wr')
  rmSync(file)
  await expect(entry('Tue 7 May')).toHaveCount(0)
  await expect(rows).toHaveCount(0)
  await page.keyboard.type('itten')
  await expect(screen(page).note).toBeFocused()
  await expect(screen(page).note).toHaveValue('being written')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await press(page, 'Escape')
  await expect(page.getByText('No papers on this day')).toBeVisible()
  await expect(screen(page).note).toHaveCount(0)
  await expect(page.getByText(/is done/)).toHaveCount(0)
  await press(page, 'j')
  await expect(page.getByText(/is done/)).toHaveCount(0)
  const kept = (await app.cli('list')).trim().split('\n')
  expect(kept.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { title: 'Alpha', starred: true },
    { title: 'Gamma', note: 'being written' }
  ])

  // And when the file is back, all is as before.
  writeFileSync(file, digest('Alpha', 'Beta', 'Gamma'))
  await expectPapers(page, 3)
  await expect(selected).toContainText('Gamma')
})
