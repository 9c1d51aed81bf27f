import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { AppEvent } from '../../src/contract/events.ts'
import type { Transport } from '../../src/contract/transport.ts'
import { electronRuntime } from '../../scripts/lib/electron.ts'
import { root } from '../../scripts/lib/project.ts'
import type {} from '../../src/renderer/transport/electron.ts'
import type { OpenTransport } from './suite.ts'
import { isBuilt, suiteFolder } from './transports.ts'

/** Why the built app can't be run here; undefined where it can. */
export function electronMissing(): string | undefined {
  const runtime = electronRuntime()
  if (!runtime.found) return `Electron’s runtime is not there: ${runtime.reason}`
  return isBuilt() ? undefined : 'the app is not built'
}

export interface RunningApp {
  app: ElectronApplication
  page: Page
}

/** The built app's command line, on a library and a profile in this folder. */
export function appCommand(folder: string): { executablePath: string; args: string[] } {
  const runtime = electronRuntime()
  if (!runtime.found) throw new Error(runtime.reason)
  // Chromium's sandbox refuses to run as root, which containers for tests often are.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return { executablePath: runtime.path, args: [...asRoot, `--user-data-dir=${folder}/user-data`, root] }
}

/** Starts the built app in a folder, and waits for its page. */
export async function launchApp(folder: string): Promise<RunningApp> {
  const app = await _electron.launch({ ...appCommand(folder), cwd: root })
  const page = await app.firstWindow()
  await page.waitForURL((url) => url.href !== 'about:blank')
  await page.waitForFunction(() => window.paperdeck !== undefined)
  return { app, page }
}

/** The transport that the preload script gives the page, from outside of it. */
function bridgeOf(page: Page): Transport {
  let subscribed: Promise<unknown> = Promise.resolve()
  let lastId = 0
  return {
    async request(name, input) {
      await subscribed
      return page.evaluate(([name, input]) => window.paperdeck?.request(name, input), [name, input] as const)
    },
    subscribe(listener) {
      const id = `hear${++lastId}`
      const listen = async (): Promise<() => Promise<void>> => {
        await page.exposeFunction(id, (event: AppEvent) => listener(event))
        const stop = await page.evaluateHandle((id) => {
          const hear: unknown = Reflect.get(window, id)
          if (typeof hear !== 'function' || !window.paperdeck) throw new Error('the page is not ready')
          return window.paperdeck.subscribe((event) => void Reflect.apply(hear, undefined, [event]))
        }, id)
        return () => stop.evaluate((stop) => stop())
      }
      const listening = subscribed.then(listen)
      subscribed = listening
      return () => {
        subscribed = listening.then((stop) => stop())
      }
    }
  }
}

export async function electronIpc(): Promise<OpenTransport> {
  const folder = suiteFolder()
  const { app, page } = await launchApp(folder.path)
  return {
    transport: bridgeOf(page),
    async close() {
      await app.close()
      folder.remove()
    }
  }
}
