import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { access } from 'node:fs/promises'
import { fail, ok, type Result } from '../contract/errors.ts'
import type { Transport } from '../contract/transport.ts'
import { Gate } from './gate.ts'
import { securityHeaders } from '../core/hosting/headers.ts'
import { withHostCalls } from '../core/hosting/host-calls.ts'
import { readRendererFile } from '../core/hosting/renderer-files.ts'
import { attachSockets } from './socket.ts'
import { webHostCalls } from './web-host-calls.ts'

export interface WebHostOptions {
  core: Transport
  /** Folder of the built renderer. */
  renderer: string
  version: string
  /** 0, the default: any free one, so that no other program is in the way. */
  port?: number
  log: (message: string, error?: unknown) => void
}

export interface WebHost {
  /** The address to open; holds the token. */
  url: string
  /** Ends every connection; the core stays as it is. */
  close(): Promise<void>
}

const ADDRESS = '127.0.0.1'

/** Serves the renderer and the core to browsers on this machine. Answers why not where that can't be done. */
export async function startWebHost(options: WebHostOptions): Promise<Result<WebHost>> {
  try {
    await access(join(options.renderer, 'index.html'))
  } catch {
    return fail('unsupported', `The pages of Paperdeck are not built: ${options.renderer} has no index.html.`)
  }
  const server = createServer()
  const wanted = options.port ?? 0
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(wanted, ADDRESS, resolve)
    })
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    const why = taken ? 'another program uses it' : 'the system refuses it'
    return fail('conflict', `Port ${wanted} can’t be opened, as ${why}; try another one.`, { port: wanted })
  }
  server.on('error', (error) => options.log('The web host failed', error))

  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : wanted
  const gate = new Gate(port)
  const transport = withHostCalls(options.core, webHostCalls(options.core, options.version), options.log)
  const sockets = attachSockets(server, gate, transport, options.log)
  server.on('request', (request, response) => {
    answer(request, response, gate, options.renderer).catch((error: unknown) => {
      options.log(`${request.method} ${request.url} failed`, error)
      if (!response.headersSent) refuse(response, 500, 'Something went wrong. The terminal has the details.')
    })
  })

  return ok({
    url: `http://${ADDRESS}:${port}/?token=${gate.token}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      sockets.close()
      server.closeAllConnections()
      await closed
    }
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  gate: Gate,
  renderer: string
): Promise<ServerResponse> {
  if (!gate.isOwn(request))
    return refuse(response, 403, 'This address answers only to pages of Paperdeck itself.')
  const headers = securityHeaders([`ws://${request.headers.host}`])
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return refuse(response, 405, 'Pages can only be read here.')
  }
  const url = URL.parse(`http://${ADDRESS}${request.url ?? '/'}`)
  if (!url) return refuse(response, 400, 'This address can’t be read.')

  const token = url.searchParams.get('token')
  if (url.pathname === '/' && token !== null) {
    const cookie = gate.exchange(token)
    if (cookie === null) return refuse(response, 403, stale)
    return response.writeHead(303, { Location: '/', 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }).end()
  }
  if (!gate.hasSession(request)) return refuse(response, 403, stale)

  const file = await readRendererFile(renderer, url.pathname)
  if (!file) return refuse(response, 404, 'There is nothing at this address.')
  response.writeHead(200, {
    'Content-Type': file.type,
    'Content-Length': file.body.byteLength,
    'Cache-Control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-store'
  })
  return response.end(request.method === 'HEAD' ? undefined : file.body)
}

const stale = 'Please open Paperdeck with the address that it printed when it was started.'

function refuse(response: ServerResponse, status: number, sentence: string): ServerResponse {
  for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value)
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
  return response.end(`${sentence}\n`)
}
