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
