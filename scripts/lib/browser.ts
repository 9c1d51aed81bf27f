import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type LaunchOptions } from '@playwright/test'
import { packedChromium } from './packed-chromium.ts'

/** A browser that Playwright can drive: how to launch it, and where it was found. */
export interface Browser {
  source: Source
  launch: Required<Pick<LaunchOptions, 'executablePath' | 'args' | 'env'>>
}

/** In the order in which they are looked for. */
const sources = ['playwright', 'system', 'packed'] as const
type Source = (typeof sources)[number]

/** Chrome and Chromium refuse to run as root inside their sandbox. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

const inherited = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
)

const at = (source: Source, executablePath: string | undefined, env: Record<string, string> = {}) =>
  executablePath === undefined
    ? undefined
    : { source, launch: { executablePath, args: sandbox, env: { ...inherited, ...env } } }

const onPath = (names: string[]): string[] =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))

/** Where Chrome and Chromium are installed on each platform. */
function systemPlaces(): string[] {
  const home = process.env['HOME'] ?? ''
  if (process.platform === 'darwin')
    return ['/Applications', join(home, 'Applications')].flatMap((folder) => [
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium')
    ])
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = process.env[name]
      return folder
        ? ['Google/Chrome', 'Chromium'].map((app) => join(folder, app, 'Application/chrome.exe'))
        : []
    })
  return [
    ...onPath(['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']),
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium'
  ]
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/**
 * Finds a browser: Playwright's own, a system Chrome or Chromium, then the Chromium that comes from npm.
 * PAPERDECK_BROWSER names one of these sources, or an executable, to take instead.
 */
export function findBrowser(wanted = process.env['PAPERDECK_BROWSER']): Browser {
  const finders: Record<Source, () => Browser | undefined> = {
    playwright: () => at('playwright', playwrightsOwn()),
    system: () =>
      at(
        'system',
        systemPlaces().find((path) => existsSync(path))
      ),
    packed: () => {
      const packed = packedChromium()
      return packed && at('packed', packed.path, packed.env)
    }
  }
  const named = sources.find((source) => source === wanted)
  if (wanted && !named)
    return { source: 'system', launch: { executablePath: wanted, args: sandbox, env: inherited } }
  for (const source of named ? [named] : sources) {
    const browser = finders[source]()
    if (browser) return browser
  }
  throw new Error(
    'No browser was found: install Chrome or Chromium, or run "npx playwright install chromium".'
  )
}
