import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { z } from 'zod'
import type { Transport } from '../contract/transport.ts'
import type { Gate } from './gate.ts'

const requestSchema = z.strictObject({
  id: z.int(),
  name: z.string().max(100),
  input: z.unknown().optional()
})

/** Largest message from a page, in bytes: a note of a million characters, or 100,000 ids, with room to spare. */
const MAX_MESSAGE = 8 * 1024 * 1024
/** How often a connection is tried, in milliseconds; one that does not answer until the next time is dead. */
const PING_MS = 15_000

type Log = (message: string, error?: unknown) => void

/** Carries a transport to every page of ours that connects to `/socket`. */
export function attachSockets(server: Server, gate: Gate, transport: Transport, log: Log): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, perMessageDeflate: false })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (!gate.isFromOwnPage(request) || !gate.hasSession(request)) return refuse(socket, 403)
    if (request.url !== '/socket') return refuse(socket, 404)
    sockets.handleUpgrade(request, socket, head, (client) => serve(client, transport, log))
  })

  return {
    close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    }
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function serve(client: WebSocket, transport: Transport, log: Log): void {
  const send = (message: unknown): void => {
    if (client.readyState === client.OPEN) client.send(JSON.stringify(message))
  }
  const unsubscribe = transport.subscribe((event) => send({ event }))

  let heard = true
  const timer = setInterval(() => {
    if (!heard) return client.terminate()
    heard = false
    client.ping()
    // A page can't see pings: the empty message tells it that this side is alive.
    send({})
  }, PING_MS)

  client.on('pong', () => (heard = true))
  client.on('error', (error) => log('A connection failed', error))
  client.on('close', () => {
    clearInterval(timer)
    unsubscribe()
  })
  client.on('message', (data, isBinary) => {
    heard = true
    const request = isBinary ? null : parse(data)
    if (!request) return client.close(1008, 'not a request')
    transport.request(request.name, request.input).then(
      (result) => send({ id: request.id, result }),
      (error: unknown) => {
        log(`${request.name} failed`, error)
        client.terminate()
      }
    )
  })
}

function parse(data: RawData): z.infer<typeof requestSchema> | null {
  try {
    return requestSchema.parse(JSON.parse(Buffer.isBuffer(data) ? data.toString() : ''))
  } catch {
    return null
  }
}
