import { fail, type Result } from '../../contract/errors.ts'
import type { AppEvent } from '../../contract/events.ts'
import type { Transport } from '../../contract/transport.ts'

/** The part of a WebSocket that is used, so that tests can bring another one. */
export interface Socket {
  send(text: string): void
  close(): void
  addEventListener(type: 'open' | 'close', listener: () => void): void
  addEventListener(type: 'message', listener: (message: { data: unknown }) => void): void
}

/** What the host sends: an answer, an event, or nothing but a sign of life. */
interface Message {
  id?: number
  result?: unknown
  event?: AppEvent
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000
/** The host says something every 15 seconds; a connection that is quiet for longer is dead, whatever it seems. */
const SILENCE_MS = 40_000

const disconnected = (): Result<never> => fail('disconnected', 'The connection to Paperdeck was lost.')

/**
 * The transport over a WebSocket. A connection that is lost is opened again by itself, with growing waits and a
 * `connection` event each way; what was asked meanwhile answers `disconnected`, so that nothing is done twice.
 */
export function webTransport(open: () => Socket): Transport & { close(): void } {
  const listeners = new Set<{ hear: (event: AppEvent) => void }>()
  const pending = new Map<number, (result: unknown) => void>()
  let waiting: string[] = []
  let socket: Socket | null = null
  let state: 'connecting' | 'open' | 'lost' | 'closed' = 'connecting'
  let lastId = 0
  let wait = FIRST_WAIT_MS
  let heardAt = Date.now()

  const emit = (event: AppEvent): void => {
    for (const listener of [...listeners]) listener.hear(event)
  }

  const hear = (message: Message): void => {
    heardAt = Date.now()
    if (message.event) return emit(message.event)
    if (message.id === undefined) return
    pending.get(message.id)?.(message.result)
    pending.delete(message.id)
  }

  const lose = (lost: Socket): void => {
    if (lost !== socket) return
    socket = null
    const news = state === 'open' || state === 'connecting'
    if (news) state = 'lost'
    for (const answer of pending.values()) answer(disconnected())
    pending.clear()
    waiting = []
    if (news) emit({ type: 'connection', connected: false })
    if (state !== 'lost') return
    setTimeout(dial, wait * (0.75 + Math.random() / 2))
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }

  const dial = (): void => {
    if (state === 'closed') return
    const next = open()
    socket = next
    next.addEventListener('open', () => {
      const again = state === 'lost'
      state = 'open'
      wait = FIRST_WAIT_MS
      heardAt = Date.now()
      for (const text of waiting) next.send(text)
      waiting = []
      if (again) emit({ type: 'connection', connected: true })
    })
    // Our own host made the message; what an answer holds is checked by the client.
    next.addEventListener('message', ({ data }) => {
      if (next === socket) hear(JSON.parse(String(data)) as Message)
    })
    next.addEventListener('close', () => lose(next))
  }

  const watchdog = setInterval(() => {
    if (state !== 'open' || Date.now() - heardAt < SILENCE_MS || !socket) return
    const dead = socket
    dead.close()
    lose(dead)
  }, SILENCE_MS / 4)
  dial()

  return {
    request(name, input) {
      if (state === 'lost' || state === 'closed') return Promise.resolve(disconnected())
      return new Promise((resolve) => {
        const id = ++lastId
        const text = JSON.stringify({ id, name, input })
        pending.set(id, resolve)
        if (state === 'open') socket?.send(text)
        else waiting.push(text)
      })
    },
    subscribe(listener) {
      const entry = { hear: listener }
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    close() {
      state = 'closed'
      clearInterval(watchdog)
      socket?.close()
    }
  }
}
