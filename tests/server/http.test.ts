import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Transport } from '../../src/contract/transport.ts'
import { startWebHost, type WebHost } from '../../src/server/http.ts'
import { errorOf, must, tempFolder, writeFiles } from '../helpers/core.ts'
import { signIn, tinyRenderer } from '../hosts/transports.ts'

const core: Transport = { request: () => new Promise(() => {}), subscribe: () => () => {} }

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** Asks with the path and the headers exactly as given. */
function ask(
  host: WebHost,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET'
): Promise<Answer> {
  const { port } = new URL(host.url)
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      }
    )
    request.on('error', reject).end()
  })
}

let host: WebHost
let cookie: string
let renderer: string

beforeEach(async () => {
  renderer = tinyRenderer(tempFolder())
  writeFiles(dirname(renderer), { 'secret.js': 'SECRET', 'secret.html': 'SECRET' })
  writeFiles(renderer, { '.hidden.js': 'SECRET', 'notes.txt': 'SECRET', 'index.js.map': 'SECRET' })
  host = must(await startWebHost({ core, renderer, version: '1.0.0', log: console.error }))
  cookie = await signIn(host)
  onTestFinished(() => host.close())
})

const own = (): string => new URL(host.url).host

describe('signing in', () => {
  test('the printed address is exchanged for a strict cookie, and the token leaves the address bar', async () => {
    const { pathname, search } = new URL(host.url)
    const answer = await ask(host, pathname + search)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    const [set = ''] = answer.headers['set-cookie'] ?? []
    expect(set.split('; ').slice(1)).toEqual(['HttpOnly', 'SameSite=Strict', 'Path=/'])
    expect(set).not.toContain(new URL(host.url).searchParams.get('token'))
  })

  test.each(['/?token=', '/?token=x', `/?token=${'A'.repeat(43)}`])(
    'the wrong token of %s gets nothing',
    async (path) => {
      const answer = await ask(host, path)
      expect(answer.status).toBe(403)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  )

  test('without the cookie there is a plain sentence and nothing else', async () => {
    const answers = await Promise.all(
      ['/', '/index.html', '/assets/index-abc.js', '/nothing'].map((p) => ask(host, p))
    )
    for (const answer of answers) {
      expect(answer.status).toBe(403)
      expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
      expect(answer.text).toMatch(/^Please open Paperdeck with the address .+\.\n$/)
    }
  })

  test.each(['other=1', 'paperdeck=1', '', ';;=;'])('the cookie “%s” is not ours', async (wrong) => {
    expect((await ask(host, '/', { cookie: wrong })).status).toBe(403)
    const name = cookie.split('=')[0] ?? ''
    expect((await ask(host, '/', { cookie: `${name}=${wrong}` })).status).toBe(403)
  })

  test('each host has its own cookie, so that two do not sign each other out', async () => {
    const other = must(await startWebHost({ core, renderer, version: '1.0.0', log: console.error }))
    const theirs = await signIn(other)
    expect((await ask(host, '/', { cookie: `${theirs}; ${cookie}` })).status).toBe(200)
    expect((await ask(host, '/', { cookie: theirs })).status).toBe(403)
    await other.close()
  })
})

describe('serving', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-store'],
    ['/index.html', 'text/html; charset=utf-8', 'no-store'],
    ['/assets/index-abc.js', 'text/javascript; charset=utf-8', 'private, max-age=31536000, immutable'],
    ['/assets/font.woff2', 'font/woff2', 'private, max-age=31536000, immutable']
  ])('%s is %s', async (path, type, caching) => {
    const answer = await ask(host, path, { cookie })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(type)
    expect(answer.headers['cache-control']).toBe(caching)
  })

  test('a strict policy and its companions go with every answer', async () => {
    for (const answer of [
      await ask(host, '/', { cookie }),
      await ask(host, '/'),
      await ask(host, '/no', { cookie })
    ]) {
      const policy = answer.headers['content-security-policy'] ?? ''
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(answer.headers['referrer-policy']).toBe('no-referrer')
      expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
    const policy = (await ask(host, '/', { cookie })).headers['content-security-policy']
    expect(policy).toContain(`connect-src 'self' ws://${own()};`)
  })

  test('HEAD has the headers without the page; other methods are refused', async () => {
    const head = await ask(host, '/', { cookie }, 'HEAD')
    expect([head.status, head.text]).toEqual([200, ''])
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect((await ask(host, '/', { cookie }, method)).status).toBe(405)
    }
  })

  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/%2e%2e%2fsecret.js',
    '/..%5csecret.js',
    '/assets/..%5c..%5csecret.js',
    '/..;/secret.js',
    '/secret.js%00.html',
    '/index.html%00',
    '/.hidden.js',
    '/notes.txt',
    '/index.js.map',
    '//etc/passwd',
    '/assets/',
    '/assets',
    '/%',
    '/%ff',
    'http://127.0.0.1/../secret.js',
    '/C:/secret.js'
  ])('%s leads nowhere', async (path) => {
    const answer = await ask(host, path, { cookie })
    expect([400, 404]).toContain(answer.status)
    expect(answer.text).not.toContain('SECRET')
  })
})

describe('who may ask', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost:1', '0.0.0.0'])(
    'a request for the host “%s” is refused, with or without the cookie',
    async (name) => {
      expect((await ask(host, '/', { host: name, cookie })).status).toBe(403)
      const { pathname, search } = new URL(host.url)
      const signIn = await ask(host, pathname + search, { host: name })
      expect([signIn.status, signIn.headers['set-cookie']]).toEqual([403, undefined])
    }
  )

  test('localhost is another name of ours', async () => {
    const name = `localhost:${new URL(host.url).port}`
    expect((await ask(host, '/', { host: name, origin: `http://${name}`, cookie })).status).toBe(200)
  })

  test.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1:1',
    'https://127.0.0.1',
    'app://paperdeck',
    ''
  ])('a page of the origin “%s” is refused', async (origin) => {
    expect((await ask(host, '/', { origin, cookie })).status).toBe(403)
  })

  test('a foreign page may link here, but not embed or fetch', async () => {
    const from = (mode: string, dest: string): Promise<Answer> =>
      ask(host, '/', {
        cookie,
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': mode,
        'sec-fetch-dest': dest
      })
    expect((await from('navigate', 'document')).status).toBe(200)
    expect((await from('navigate', 'iframe')).status).toBe(403)
    expect((await from('no-cors', 'script')).status).toBe(403)
    expect((await from('cors', 'empty')).status).toBe(403)
  })
})

describe('what keeps it from starting', () => {
  test('a port in use', async () => {
    const port = Number(new URL(host.url).port)
    const second = await startWebHost({ core, renderer, version: '1', port, log: console.error })
    expect(second).toMatchObject({ ok: false, error: { code: 'conflict', details: { port } } })
  })

  test('pages that are not built', async () => {
    const nothing = join(tempFolder(), 'renderer')
    expect(errorOf(await startWebHost({ core, renderer: nothing, version: '1', log: console.error }))).toBe(
      'unsupported'
    )
  })
})
