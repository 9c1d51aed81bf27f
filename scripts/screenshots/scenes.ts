import type { Page } from '@playwright/test'
import { narrow, press, waitForPaper, wide, type View } from './camera.ts'

export interface Scene extends Pick<View, 'size' | 'locale'> {
  name: string
  /** What is done once the page is there. */
  play: (page: Page) => Promise<void>
}

type Play = Scene['play']

/** From the newest deck with papers left, which is Korean, to the one before it, which is English. */
const english: Play = async (page) => {
  await press(page, ']')
  await page.getByRole('heading', { level: 1, name: /2 September/ }).waitFor()
  await waitForPaper(page)
}

const dialog = (page: Page): Promise<void> => page.getByRole('dialog').waitFor()

/** A dialog that a key opens over the English deck. */
const over =
  (key: string, then: Play = () => Promise.resolve()): Play =>
  async (page) => {
    await english(page)
    await press(page, key)
    await dialog(page)
    await then(page)
  }

const scene = (name: string, play: Play, view: Partial<View> = {}): Scene => ({
  name,
  size: wide,
  locale: 'en-US',
  play,
  ...view
})

/** A list of the sidebar. */
const list =
  (name: string): Play =>
  async (page) => {
    await page
      .getByRole('navigation', { name: 'Library' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await waitForPaper(page)
  }

/** The views of the triage desk, each by the keys that lead there. None changes the library. */
export const scenes: readonly Scene[] = [
  scene('deck', english),
  scene('selection', async (page) => {
    await english(page)
    await press(page, 'g', 'Space', 'j', 'j', 'Space', 'Shift+j', 'Shift+j')
    await page.getByRole('heading', { name: '4 papers selected' }).waitFor()
  }),
  scene('finished', async (page) => {
    await press(page, '[')
    await page.getByRole('heading', { level: 1, name: /4 September/ }).waitFor()
    await waitForPaper(page)
    await press(page, 'End', 'j')
    await page.getByRole('heading', { name: /is done$/ }).waitFor()
  }),
  scene('filter', async (page) => {
    await list('All papers')(page)
    await press(page, 'f')
    await page.getByRole('button', { name: 'Rated', exact: true }).click()
    await waitForPaper(page)
  }),
  scene('queue', list('Survey on diffusion')),
  scene('reading', list('Reading now')),
  scene('calendar', over('d')),
  scene('history', over('h')),
  scene(
    'rules',
    over('Shift+a', (page) => page.getByRole('switch').first().waitFor())
  ),
  scene('queue-picker', over('l')),
  scene('tag-picker', over('t')),
  scene('snooze', over('z')),
  scene('focus', async (page) => {
    await english(page)
    await press(page, 'm')
  }),
  scene(
    'palette',
    over('Control+k', async (page) => {
      await page.keyboard.type('diff')
      await page
        .getByRole('option', { name: /Diffusion Models/ })
        .first()
        .waitFor()
    })
  ),
  scene('settings', over(',')),
  scene('keys', over('?')),
  scene(
    'key-editor',
    over('?', (page) => page.getByRole('button', { name: 'Change keys…' }).click())
  ),
  scene('diagnostics', over('!')),
  scene('narrow', english, { size: narrow }),
  scene('korean', waitForPaper, { locale: 'ko-KR' })
]
