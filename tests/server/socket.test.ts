import { once } from 'node:events'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import { ok } from '../../src/contract/errors.ts'
import type { AppEvent } from '../../src/contract/events.ts'
import type { Transport } from '../../src/contract/transport.ts'
import { startWebHost, type WebHost } from '../../src/server/http.ts'
import { must, tempFolder } from '../helpers/core.ts'
import { signIn, tinyRenderer } from '../hosts/transports.ts'

const listeners = new Set<(event: AppEvent) => void>()
const core: Transport = {
  request: (name, input) => Promise.resolve(ok({ name, input })),
  subscribe(listener) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
}

let host: WebHost
let address: string
let origin: string
let cookie: string

beforeEach(async () => {
  host = must(
    await startWebHost({ core, renderer: tinyRenderer(tempFolder()), version: '1.2.3', log: () => {} })
  )
  address = new URL(host.url).host
  origin = `http://${address}`
  cookie = await signIn(host)
  onTestFinished(() => host.close())
})

const connect = (headers: ClientOptions['headers'], path = '/socket'): WebSocket =>
  new WebSocket(`ws://${address}${path}`, { headers })

/** The status that the connection is refused with; 101 where it is not. */
function statusOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0))
    socket.on('open', () => {
      socket.close()
      resolve(101)
    })
    socket.on('error', reject)
  })
}

async function opened(): Promise<WebSocket> {
  const socket = connect({ origin, cookie })
  await once(socket, 'open')
  return socket
}

async function ask(socket: WebSocket, message: unknown): Promise<unknown> {
  socket.send(JSON.stringify(message))
  const heard: unknown[] = await once(socket, 'message')
  return JSON.parse(String(heard[0]))
}

describe('who may connect', () => {
  test('our own page', async () => expect(await statusOf(connect({ origin, cookie }))).toBe(101))

  test.each([
    ['a page without the cookie', () => ({ origin })],
    ['a program that names no page', () => ({ cookie })],
    ['a page of another site', () => ({ origin: 'http://evil.example', cookie })],
    ['a page of another port', () => ({ origin: 'http://127.0.0.1:1', cookie })],
    ['a page without an origin', () => ({ origin: 'null', cookie })],
    [
      'a page that came by another name',
      () => ({ origin: 'http://evil.example', host: 'evil.example', cookie })
    ],
    ['a wrong cookie', () => ({ origin, cookie: `${cookie}x` })]
  ])('not %s', async (_, headers) => expect(await statusOf(connect(headers()))).toBe(403))

  test('nobody at another path', async () => {
    expect(await statusOf(connect({ origin, cookie }, '/other'))).toBe(404)
    expect(await statusOf(connect({ origin, cookie }, '/socket/../x'))).toBe(404)
  })
})

describe('what goes over it', () => {
  test('requests and answers', async () => {
    const socket = await opened()
    expect(await ask(socket, { id: 7, name: 'papers.get', input: { id: 1 } })).toEqual({
      id: 7,
      result: ok({ name: 'papers.get', input: { id: 1 } })
    })
  })

  test('the host’s own calls are answered by the host', async () => {
    const socket = await opened()
    expect(await ask(socket, { id: 1, name: 'host.info', input: {} })).toMatchObject({
      result: { ok: true, value: { kind: 'web', version: '1.2.3', nativeDialogs: false } }
    })
    for (const [name, input] of [
      ['host.chooseFolder', {}],
      ['host.saveText', { suggestedName: 'a.bib', text: '' }],
      ['host.copyText', { text: '' }]
    ]) {
      expect(await ask(socket, { id: 2, name, input })).toMatchObject({
        result: { error: { code: 'unsupported' } }
      })
    }
    expect(await ask(socket, { id: 3, name: 'host.copyText', input: { text: 7 } })).toMatchObject({
      result: { error: { code: 'invalid-input' } }
    })
  })

  test('events, to every page, until it leaves', async () => {
    const sockets = [await opened(), await opened()]
    const heard = Promise.all(sockets.map((socket) => once(socket, 'message')))
    const event: AppEvent = { type: 'library.changed', papers: 'all', digests: true }
    for (const listener of listeners) listener(event)
    for (const [data] of await heard) expect(JSON.parse(String(data))).toEqual({ event })

    const [first, second] = sockets
    first?.close()
    await expect.poll(() => listeners.size).toBe(1)
    second?.close()
    await expect.poll(() => listeners.size).toBe(0)
  })

  test.each([
    '',
    'x',
    '[]',
    'null',
    '{"id":"1","name":"a"}',
    '{"id":1}',
    '{"id":1,"name":"a","input":{},"x":1}'
  ])('the message %s ends the connection', async (text) => {
    const socket = await opened()
    socket.send(text)
    expect((await once(socket, 'close'))[0]).toBe(1008)
  })

  test('so do bytes, and a message of more than 8 MB', async () => {
    const bytes = await opened()
    bytes.send(Buffer.from('{"id":1,"name":"a","input":{}}'))
    expect((await once(bytes, 'close'))[0]).toBe(1008)
    const large = await opened()
    large.send('x'.repeat(8 * 1024 * 1024 + 1))
    expect((await once(large, 'close'))[0]).toBe(1009)
  })
})
