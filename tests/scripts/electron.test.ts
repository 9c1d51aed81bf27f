import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { electronRuntime } from '../../scripts/lib/electron.ts'
import { fetchElectron } from '../../scripts/lib/fetch-electron.ts'
import { temporaryFolder } from '../helpers/folders.ts'

const folder = temporaryFolder()
const server = createServer()

beforeEach(async () => {
  // Neither a real host nor a cache of the machine takes part.
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.stubEnv('electron_config_cache', folder.path)
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  vi.spyOn(console, 'error').mockReturnValue()
})

afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  server.removeAllListeners('request')
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
  folder.remove()
})

const answering = (listener: RequestListener): unknown => server.on('request', listener)

test('the place that ELECTRON_OVERRIDE_DIST_PATH names is looked at, and nothing is fetched to it', () => {
  const { path, remove } = temporaryFolder()
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', path)
  expect(electronRuntime()).toMatchObject({ found: false, canFetch: false })
  for (const name of ['electron', 'electron.exe']) writeFileSync(join(path, name), '')
  expect(electronRuntime()).toMatchObject({ found: true })
  remove()
})

test('a host that refuses is given up with its answer', async () => {
  answering((_, response) => response.writeHead(403).end())
  const runtime = await fetchElectron()
  expect(runtime.found || runtime.reason).toContain('403')
})

test('a host that never answers is given up', async () => {
  answering(() => {})
  expect(await fetchElectron(200)).toMatchObject({ found: false, reason: 'the server does not answer' })
})

test('a host that stops in the middle is given up', async () => {
  answering((_, response) => response.writeHead(200, { 'content-length': 1000 }).write('half'))
  expect(await fetchElectron(200)).toMatchObject({ found: false, reason: 'the server does not answer' })
})

test('another file in its place is not taken for the runtime', async () => {
  answering((_, response) => response.end('not the runtime'))
  const runtime = await fetchElectron()
  expect(runtime).toMatchObject({ found: false })
  expect(runtime.found || runtime.reason).toMatch(/checksum|hash|sha/i)
})
