import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
import { ok } from '../../src/contract/errors.ts'
import type { AppEvent } from '../../src/contract/events.ts'
import type { Transport } from '../../src/contract/transport.ts'
import { connectWorker } from '../../src/core/remote.ts'
import { webTransport } from '../../src/renderer/transport/web.ts'
import { startWebHost, type WebHost } from '../../src/server/http.ts'
import { must, tempFolder } from '../helpers/core.ts'
import { coreData, openSocket, signIn, startWorker, tinyRenderer } from './transports.ts'

const disconnected = { ok: false, error: { code: 'disconnected' } }

describe('a worker that ends', () => {
  test('leaves no request without an answer, and says so', async () => {
    const worker = startWorker(coreData(tempFolder()))
    const said: string[] = []
    const core = connectWorker(worker, (message) => said.push(message))
    const events: AppEvent[] = []
    core.subscribe((event) => events.push(event))
    must(await createClient(core).call('settings.get', {}))

    const pending = core.request('folders.addSample', {})
    await worker.terminate()
    expect(await pending).toMatchObject(disconnected)
    expect(await core.request('settings.get', {})).toMatchObject(disconnected)
    expect(events).toContainEqual({ type: 'connection', connected: false })
    expect(said.join()).toContain('ended')
    await core.close()
  })

  test('when asked to, first finishes what was asked before', async () => {
    const data = coreData(tempFolder())
    const core = connectWorker(startWorker(data))
    const client = createClient(core)
    const asked = client.call('settings.update', { patch: { theme: 'dark' } })
    await core.close()
    expect(must(await asked).theme).toBe('dark')
    expect(await core.request('settings.get', {})).toMatchObject(disconnected)

    const again = connectWorker(startWorker(data))
    expect(must(await createClient(again).call('settings.get', {})).theme).toBe('dark')
    await again.close()
  })

  test('ends with its core, whatever else still holds its thread', async () => {
    const worker = startWorker(coreData(tempFolder()), [
      '--import',
      'data:text/javascript,setInterval(() => {}, 1000)'
    ])
    const said: string[] = []
    const core = connectWorker(worker, (message) => said.push(message))
    must(await createClient(core).call('settings.get', {}))
    await core.close()
    expect(said).toEqual([])
  })

  test('what can’t cross its port is refused', async () => {
    const core = connectWorker(startWorker(coreData(tempFolder())))
    expect(await core.request('settings.get', () => 1)).toMatchObject({ error: { code: 'invalid-input' } })
    await core.close()
  })
})

describe('a page whose host goes away', () => {
  /** A core that answers `echo` at once and all else never. */
  const slow: Transport = {
    request: (name, input) => (name === 'echo' ? Promise.resolve(ok(input)) : new Promise(() => {})),
    subscribe: () => () => {}
  }
  const renderer = (): string => tinyRenderer(tempFolder())

  async function start(folder: string, port = 0): Promise<{ host: WebHost; cookie: string; port: number }> {
    const host = must(
      await startWebHost({ core: slow, renderer: folder, version: '1', port, log: console.error })
    )
    return { host, cookie: await signIn(host), port: Number(new URL(host.url).port) }
  }

  test('answers what is pending, says so, and comes back by itself', async () => {
    const folder = renderer()
    let current = await start(folder)
    const transport = webTransport(() => openSocket(current.host, current.cookie))
    onTestFinished(() => transport.close())
    const events: AppEvent[] = []
    transport.subscribe((event) => events.push(event))
    expect(await transport.request('echo', 1)).toEqual(ok(1))

    const pending = transport.request('wait', {})
    await current.host.close()
    expect(await pending).toMatchObject(disconnected)
    expect(events).toEqual([{ type: 'connection', connected: false }])
    expect(await transport.request('echo', 2)).toMatchObject(disconnected)

    current = await start(folder, current.port)
    await vi.waitFor(() => expect(events.at(-1)).toEqual({ type: 'connection', connected: true }), 20_000)
    expect(await transport.request('echo', 3)).toEqual(ok(3))
    await current.host.close()
  })

  test('keeps what is asked before the connection is there', async () => {
    const { host, cookie } = await start(renderer())
    const transport = webTransport(() => openSocket(host, cookie))
    const asked = [1, 2, 3].map((value) => transport.request('echo', value))
    expect(await Promise.all(asked)).toEqual([1, 2, 3].map(ok))
    transport.close()
    expect(await transport.request('echo', 4)).toMatchObject(disconnected)
    await host.close()
  })

  test('answers at once where there is no host', async () => {
    const { host, cookie } = await start(renderer())
    await host.close()
    const transport = webTransport(() => openSocket(host, cookie))
    expect(await transport.request('echo', 1)).toMatchObject(disconnected)
    transport.close()
  })

  test('a connection that says nothing for long is given up', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    let opened = 0
    let closed = 0
    const transport = webTransport(() => {
      opened += 1
      return {
        send: () => {},
        close: () => (closed += 1),
        addEventListener: (type: string, listener: (event: never) => void) => {
          if (type === 'open') queueMicrotask(listener as () => void)
        }
      }
    })
    const pending = transport.request('echo', 1)
    await vi.advanceTimersByTimeAsync(39_000)
    expect(closed).toBe(0)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await pending).toMatchObject(disconnected)
    expect(closed).toBeGreaterThan(0)
    expect(opened).toBeGreaterThan(1)
    transport.close()
  })
})
