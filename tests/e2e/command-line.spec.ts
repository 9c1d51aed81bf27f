import { copyFixtures } from '../helpers/folders.ts'
import { expect, test } from './fixtures.ts'
import { expectPapers, press, screen } from './screen.ts'

test('what the command line does shows up in the open window, and the other way round', async ({ app }) => {
  copyFixtures(app.digestDir, 'votes-and-authors.md')
  await app.cli('import', app.digestDir)
  const page = await app.open()
  const { entry, note, row, selected, stars, title } = screen(page)
  await expectPapers(page, 10)

  await app.cli('set', '2403.01003', '--status', 'queued', '--star')
  await expect(entry('To read')).toContainText('1')
  await expect(entry('Starred')).toContainText('1')
  await expect(entry('Tue 19 Mar')).toContainText('9 left')

  // The paper on screen, too.
  await app.cli('set', '2403.01001', '--rate', '4', '--note', 'Noted elsewhere.')
  await expect(stars(4)).toBeChecked()
  await expect(note).toHaveValue('Noted elsewhere.')

  await press(page, 'x')
  await expect(title).toHaveText('Votes Not Recorded')
  await expect(selected).toContainText('Votes Not Recorded')
  await expect(entry('Skipped')).toContainText('1')
  const skipped = await app.cli('list', '--status', 'skipped')
  expect(JSON.parse(skipped)).toMatchObject({ arxivId: '2403.01001', rating: 4, note: 'Noted elsewhere.' })
  await expect(row('Votes in the Ordinary Way')).toHaveCount(1)
})
