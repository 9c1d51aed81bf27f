import { readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from './lib/browser.ts'
import { at } from './lib/project.ts'

// Draws resources/icons/icon.svg in the sizes that systems ask for, with a clear background.
const svg = readFileSync(at('resources/icons/icon.svg'), 'utf8')
const browser = await chromium.launch(findBrowser().launch)
for (const size of [512, 256, 64, 32]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`)
  await page.screenshot({ path: at('resources/icons', `icon-${size}.png`), omitBackground: true })
  await page.close()
}
await browser.close()
