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
  // The deck opens where it was left.
  await expect(screen(page).title).toHaveText(/^BERT/)
  await press(page, 'k')
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

test('what is typed before the next paper is there does not become the last one’s note', async ({ app }) => {
  test.skip(app.host.name === 'electron', 'Only a socket can be slowed down')
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  await expectPapers(page, 8)
  await page.routeWebSocket(/\/socket$/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => setTimeout(() => socket.send(message), 200))
  })
  await page.reload()
  await expectPapers(page, 8)
  await press(page, 'x', 'n')
  await page.keyboard.type('of BERT', { delay: 100 })
  await expect(screen(page).title).toHaveText(/^BERT/)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const papers = (await app.cli('list', '--deck', '2024-09-04', '--limit', '1')).trim()
  expect(JSON.parse(papers)).toMatchObject({ title: 'Attention Is All You Need', note: '' })
})

test('a note typed just before the end is saved', async ({ app }) => {
  let page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  await expectPapers(page, 8)
  await press(page, 'n')
  await page.keyboard.type('the last thought')
  await app.host.leave(page)

  page = await app.restart()
  await expect(screen(page).note).toHaveValue('the last thought')
})

test('a note typed just before the app quits is saved', async ({ app }) => {
  test.skip(app.host.name === 'web', 'A browser tells its pages nothing when it is ended')
  let page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  await expectPapers(page, 8)
  await press(page, 'n')
  await page.keyboard.type('the very last thought')
  page = await app.restart()
  await expect(screen(page).note).toHaveValue('the very last thought')
})

test('what another program wrote into a note stays, above what is being typed', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  await expectPapers(page, 8)
  const { note } = screen(page)
  await press(page, 'n')
  await page.keyboard.type('mine')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  // Typing goes on all the while, so that nothing is saved in between.
  const typing = (async () => {
    for (let more = 0; more < 40; more++) await page.keyboard.type('.', { delay: 100 })
  })()
  await app.cli('set', '1706.03762', '--note', 'theirs')
  await typing
  await expect(page.getByText('The note was changed elsewhere; both texts were kept.')).toBeVisible()
  await expect(note).toHaveValue(`theirs\n\nmine${'.'.repeat(40)}`)
  await page.keyboard.type('!')
  await expect(note).toHaveValue(`theirs\n\nmine${'.'.repeat(40)}!`)
})

test('a note that is too long is kept, and warned of before the end', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: 'Try three sample days' }).click()
  await expectPapers(page, 8)
  const { note, title } = screen(page)
  const long = 'a word '.repeat(150_000)
  await note.fill(long)
  await expect(page.getByText(/too long to be saved/)).toBeVisible()
  await press(page, 'Escape', 'j')
  await expect(title).toHaveText(/^BERT/)
  await expect(note).toHaveValue('')
  expect(await app.host.leave(page)).toBe('warned')
  await press(page, 'k')
  await expect(title).toHaveText('Attention Is All You Need')
  expect((await note.inputValue()).length).toBe(long.length)
  await note.fill('short')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})
