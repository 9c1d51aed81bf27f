import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { digestText } from '../helpers/digest-text.ts'
import { appCommand, electronMissing, launchApp, type RunningApp } from '../hosts/electron-app.ts'
import { suiteFolder } from '../hosts/transports.ts'

const missing = electronMissing()

describe.skipIf(missing !== undefined)(missing === undefined ? 'the app' : `the app (${missing})`, () => {
  let folder: ReturnType<typeof suiteFolder>
  let running: RunningApp

  beforeEach(async () => {
    folder = suiteFolder()
    running = await launchApp(folder.path)
  })
  afterEach(async () => {
    await running.app.close()
    folder.remove()
  })

  /** Asks as the page does. */
  const ask = (name: string, input: unknown = {}): Promise<unknown> =>
    running.page.evaluate(([name, input]) => window.paperdeck?.request(name, input), [name, input] as const)

  /** Links that the system's browser was asked to open, from now on. */
  async function openedLinks(): Promise<() => Promise<unknown>> {
    await running.app.evaluate(({ shell }) => {
      const opened: string[] = []
      Reflect.set(globalThis, 'openedLinks', opened)
      shell.openExternal = (url) => Promise.resolve(void opened.push(url))
    })
    return () => running.app.evaluate((): unknown => Reflect.get(globalThis, 'openedLinks'))
  }

  test('gives the page the transport’s two methods, and nothing of Node', async () => {
    const seen = await running.page.evaluate(() => ({
      bridge: Object.keys(window.paperdeck ?? {}).toSorted(),
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window)
    }))
    expect(seen).toEqual({ bridge: ['request', 'subscribe'], node: [] })
  })

  test('serves its page under a strict policy, which the page feels', async () => {
    const felt = await running.page.evaluate(async () => {
      const answer = await fetch('/')
      const refused = (act: () => unknown): boolean => {
        try {
          act()
          return false
        } catch {
          return true
        }
      }
      return {
        policy: answer.headers.get('content-security-policy') ?? '',
        sniffing: answer.headers.get('x-content-type-options'),
        compiling: refused(() => Reflect.construct(Function, ['return 1'])),
        html: refused(() => (document.createElement('p').innerHTML = '<b>x</b>')),
        network: await fetch('https://example.com/').then(
          () => false,
          () => true
        ),
        traversal: (await fetch('/..%2f..%2fpackage.json')).status,
        sources: (await fetch('/assets/../main.ts')).status
      }
    })
    expect(felt).toMatchObject({
      sniffing: 'nosniff',
      compiling: true,
      html: true,
      network: true,
      traversal: 404,
      sources: 404
    })
    expect(felt.policy).toContain("default-src 'none'")
    expect(felt.policy).not.toContain('unsafe')
  })

  test('opens web links outside, other links nowhere, and stays where it is', async () => {
    const opened = await openedLinks()
    const before = running.page.url()
    await running.page.evaluate(() => {
      for (const url of [
        'https://arxiv.org/abs/2312.11514',
        'file:///etc/passwd',
        'javascript:1',
        'app://paperdeck/x'
      ])
        window.open(url)
      const link = document.createElement('a')
      link.href = 'https://example.org/'
      document.body.append(link)
      link.click()
    })
    await vi.waitFor(async () =>
      expect(await opened()).toEqual(['https://arxiv.org/abs/2312.11514', 'https://example.org/'])
    )
    expect(running.page.url()).toBe(before)
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('answers no page but its own', async () => {
    await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.loadURL('about:blank')
        .catch(() => {})
    )
    await running.page.waitForFunction(
      () => location.href === 'about:blank' && window.paperdeck !== undefined
    )
    expect(await ask('settings.get')).toMatchObject({ ok: false, error: { code: 'unsupported' } })
  })

  test('is one: a second start ends at once', async () => {
    const { executablePath, args } = appCommand(folder.path)
    await promisify(execFile)(executablePath, args, { timeout: 30_000 })
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('follows a link that a second start was given', async () => {
    await running.page.evaluate(() => {
      Reflect.set(window, 'heard', [])
      window.paperdeck?.subscribe((event) => {
        const heard: unknown = Reflect.get(window, 'heard')
        if (Array.isArray(heard)) heard.push(event)
      })
    })
    const { executablePath, args } = appCommand(folder.path)
    const link = 'paperdeck://deck/2024-08-26'
    await promisify(execFile)(executablePath, [...args, link], { timeout: 30_000 })
    await running.page.waitForFunction(() =>
      JSON.stringify(Reflect.get(window, 'heard')).includes(
        '{"type":"navigate","to":{"kind":"deck","day":"2024-08-26"}}'
      )
    )
  })

  test('counts what is left on its icon, and tells of a new deck', async () => {
    await running.app.evaluate(({ app, Notification }) => {
      app.setBadgeCount = (count) => Reflect.set(globalThis, 'badge', count)
      Notification.prototype.show = () => void Reflect.set(globalThis, 'notified', true)
    })
    const digests = join(folder.path, 'digests')
    mkdirSync(digests)
    writeFileSync(join(digests, '2024-01-05.md'), digestText('2024-01-05', [{ id: '2401.00001' }]))
    await ask('settings.update', { patch: { notify: true } })
    await ask('folders.add', { path: digests })
    const global = (name: string): Promise<unknown> =>
      running.app.evaluate((_, name): unknown => Reflect.get(globalThis, name), name)
    await vi.waitFor(async () => expect(await global('badge')).toBe(1), 10_000)
    expect(await global('notified')).toBeUndefined()

    const papers = [{ id: '2401.00002' }, { id: '2401.00003' }]
    writeFileSync(join(digests, '2024-01-08.md'), digestText('2024-01-08', papers))
    await vi.waitFor(async () => expect(await global('badge')).toBe(2), 20_000)
    await vi.waitFor(async () => expect(await global('notified')).toBe(true), 10_000)
  })

  test('keeps its window’s place', async () => {
    const place = { x: 60, y: 70, width: 1000, height: 720 }
    await running.app.evaluate(
      ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
      place
    )
    await running.app.close()
    running = await launchApp(folder.path)
    expect(await ask('settings.get')).toMatchObject({ value: { window: place } })
    const bounds = await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds()
    )
    expect(bounds).toMatchObject({ width: 1000, height: 720 })
  })

  test('has a menu that speaks to the page, and the page’s language', async () => {
    await running.page.evaluate(() => {
      const heard: unknown[] = []
      Reflect.set(window, 'heard', heard)
      window.paperdeck?.subscribe((event) => void heard.push(event))
    })
    await running.app.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('help')?.click())
    await running.page.waitForFunction(() =>
      JSON.stringify(Reflect.get(window, 'heard')).includes('"command":"help"')
    )

    await ask('settings.update', { patch: { language: 'ko', theme: 'dark' } })
    const shown = (): Promise<unknown> =>
      running.app.evaluate(({ Menu, nativeTheme }) => [
        Menu.getApplicationMenu()?.getMenuItemById('help')?.label,
        Menu.getApplicationMenu()?.getMenuItemById('theme-dark')?.checked,
        nativeTheme.themeSource
      ])
    await vi.waitFor(async () => expect(await shown()).toEqual(['키보드 단축키', true, 'dark']))
  })

  test('saves through the system’s dialog, under a name and never a path of the page', async () => {
    const file = join(folder.path, 'refs.bib')
    await running.app.evaluate(({ dialog }, file) => {
      dialog.showSaveDialog = (...given: unknown[]) => {
        Reflect.set(globalThis, 'asked', given.at(-1))
        return Promise.resolve({ canceled: false, filePath: file })
      }
    }, file)
    const saved = await ask('host.saveText', { suggestedName: '../../etc/refs.bib', text: '@misc{가}' })
    expect(saved).toEqual({ ok: true, value: { path: file } })
    expect(readFileSync(file, 'utf8')).toBe('@misc{가}')
    const asked = await running.app.evaluate((): unknown => Reflect.get(globalThis, 'asked'))
    expect(JSON.stringify(asked)).not.toMatch(/etc/)
  })

  test('survives an error that nobody caught, and keeps it in its log', async () => {
    await running.app.evaluate(() => {
      void Promise.reject(new Error('nobody caught this'))
    })
    const log = await running.app.evaluate(({ app }) => app.getPath('logs'))
    await vi.waitFor(() =>
      expect(readFileSync(join(log, 'main.log'), 'utf8')).toContain('nobody caught this')
    )
    expect(await ask('settings.get')).toMatchObject({ ok: true })
  })
})
