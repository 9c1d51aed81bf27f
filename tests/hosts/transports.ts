import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createCore, type Core } from '../../src/core/app.ts'
import { connectWorker, type WorkerData } from '../../src/core/remote.ts'
import { startWebHost, type WebHost } from '../../src/server/http.ts'
import { webTransport } from '../../src/renderer/transport/web.ts'
import { WebSocket } from 'ws'
import { must, writeFiles } from '../helpers/core.ts'
import type { OpenTransport } from './suite.ts'

const project = join(import.meta.dirname, '../..')

/** A folder for a whole suite, and what removes it. */
export function suiteFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'paperdeck-hosts-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

export const coreData = (folder: string): WorkerData => ({
  library: join(folder, 'library'),
  sampleDigests: join(project, 'resources/sample-digests'),
  watch: false
})

const fromCore = (core: Core, remove: () => void): OpenTransport => ({
  transport: core,
  async close() {
    await core.close()
    remove()
  }
})

export async function inMemory(): Promise<OpenTransport> {
  const folder = suiteFolder()
  return fromCore(await createCore(coreData(folder.path)), folder.remove)
}

/** The core's worker, from its source: Node takes the types out by itself. */
export const startWorker = (workerData: WorkerData, execArgv: string[] = []): Worker =>
  new Worker(join(project, 'src/core/worker.ts'), { workerData, execArgv })

export async function workerPort(): Promise<OpenTransport> {
  const folder = suiteFolder()
  return fromCore(connectWorker(startWorker(coreData(folder.path))), folder.remove)
}

/** A built renderer of one page, for hosts that serve one. */
export function tinyRenderer(folder: string): string {
  const renderer = join(folder, 'renderer')
  writeFiles(renderer, {
    'index.html': '<!doctype html><title>Paperdeck</title>',
    'assets/index-abc.js': 'export {}',
    'assets/font.woff2': Buffer.from([0, 1, 2])
  })
  return renderer
}

/** The cookie that the address of a host is exchanged for. */
export async function signIn(host: WebHost): Promise<string> {
  const answer = await fetch(host.url, { redirect: 'manual' })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** A socket as a signed-in page opens it. */
export function openSocket(host: WebHost, cookie: string): WebSocket {
  const { host: address } = new URL(host.url)
  const socket = new WebSocket(`ws://${address}/socket`, { headers: { cookie, origin: `http://${address}` } })
  socket.on('error', () => {})
  return socket
}

export async function webSocket(): Promise<OpenTransport> {
  const folder = suiteFolder()
  const core = await createCore(coreData(folder.path))
  const renderer = tinyRenderer(folder.path)
  const host = must(await startWebHost({ core, renderer, version: '1.0.0', log: console.error }))
  const cookie = await signIn(host)
  const transport = webTransport(() => openSocket(host, cookie))
  return {
    transport,
    async close() {
      transport.close()
      await host.close()
      await core.close()
      folder.remove()
    }
  }
}

/** Whether the app was built; the tests of Electron run what was built last. */
export const isBuilt = (): boolean =>
  ['main/index.js', 'preload/index.cjs', 'renderer/index.html'].every((file) =>
    existsSync(join(project, 'out', file))
  )
