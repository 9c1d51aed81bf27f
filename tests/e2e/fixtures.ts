import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { electronRuntime } from '../../scripts/lib/electron.ts'
import { runCli } from '../helpers/command-line.ts'
import { temporaryFolder } from '../helpers/folders.ts'
import { electronHost, webHost, type Host, type HostName } from './hosts.ts'

/** One Paperdeck on a library of its own, in the host of the project that runs. */
export class TestApp {
  readonly host: Host
  readonly libraryDir: string
  readonly digestDir: string
  readonly scratchDir: string
  /** What the page complained of: errors that nobody caught, Svelte's warnings, and what the content policy refused. */
  readonly complaints: string[] = []
  #page: Page | undefined

  constructor(host: Host, folder: string) {
    this.host = host
    this.libraryDir = join(folder, 'library')
    this.digestDir = join(folder, 'digests')
    this.scratchDir = join(folder, 'scratch')
    for (const dir of [this.libraryDir, this.digestDir, this.scratchDir]) mkdirSync(dir)
  }

  get page(): Page {
    if (!this.#page) throw new Error('the app is not open')
    return this.#page
  }

  async open(): Promise<Page> {
    const page = await this.host.open(this.libraryDir)
    page.on('pageerror', (error) => this.complaints.push(error.stack ?? error.message))
    page.on('console', (message) => {
      // Svelte warns of what gives stale values; of the rest, a browser warns of its own.
      const warns = message.type() === 'warning' && message.text().includes('svelte.dev')
      if (message.type() === 'error' || warns) this.complaints.push(message.text())
    })
    this.#page = page
    return page
  }

  async close(): Promise<void> {
    await this.host.close()
    this.#page = undefined
  }

  /** Ends the app and its core, and starts it again on the same library. */
  async restart(): Promise<Page> {
    await this.close()
    return this.open()
  }

  /** Runs the command line on the same library and answers what it printed. */
  async cli(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await runCli([...args, '--library', this.libraryDir])
    expect(code, stderr).toBe(0)
    return stdout
  }
}

const hosts: Record<HostName, (browser: Parameters<typeof webHost>[0]) => Host> = {
  web: webHost,
  electron: electronHost
}

export const test = base.extend<{ app: TestApp }>({
  app: async ({ browser }, use, info) => {
    const name: HostName = info.project.name === 'electron' ? 'electron' : 'web'
    const runtime = electronRuntime()
    const missing = name === 'electron' && !runtime.found
    test.skip(missing, `Electron’s runtime is not there${runtime.found ? '' : `: ${runtime.reason}`}`)
    const folder = temporaryFolder()
    const app = new TestApp(hosts[name](browser), folder.path)
    await use(app)
    await app.close()
    folder.remove()
    expect(app.complaints).toEqual([])
  }
})

export { expect }
