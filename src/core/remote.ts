import type { Worker } from 'node:worker_threads'
import { fail, type Result } from '../contract/errors.ts'
import type { AppEvent } from '../contract/events.ts'
import type { Core, CoreOptions } from './app.ts'

/** What a worker is told at its start: the options that can cross a port. */
export type WorkerData = Omit<CoreOptions, 'clock' | 'log'>

export type ToWorker = { kind: 'request'; id: number; name: string; input: unknown } | { kind: 'close' }

export type FromWorker =
  | { kind: 'answer'; id: number; result: Result<unknown> }
  | { kind: 'event'; event: AppEvent }
  | { kind: 'log'; message: string; error?: string }
  /** Everything is put away: the last message. */
  | { kind: 'closed' }

type Log = (message: string, error?: unknown) => void

/** How long a worker may take to put everything away before it is ended. */
const CLOSING_MS = 10_000

const gone = (): Result<never> =>
  fail('disconnected', 'The library stopped working; nothing saved is lost, please start Paperdeck again.')

/**
 * The core on the other side of a worker's port (see worker.ts). Once the worker is gone, for whatever reason,
 * every pending and later request answers `disconnected`.
 */
export function connectWorker(worker: Worker, log: Log = () => {}): Core {
  const pending = new Map<number, (result: Result<unknown>) => void>()
  const listeners = new Set<(event: AppEvent) => void>()
  let lastId = 0
  let state: 'open' | 'closing' | 'gone' = 'open'

  const emit = (event: AppEvent): void => {
    for (const listener of [...listeners]) listener(event)
  }

  worker.on('message', (message: FromWorker) => {
    switch (message.kind) {
      case 'answer':
        pending.get(message.id)?.(message.result)
        pending.delete(message.id)
        return
      case 'event':
        return emit(message.event)
      case 'log':
        return log(message.message, message.error)
      case 'closed':
        // A watcher that got lost, a timer: whatever may still hold the thread does nothing any more.
        return void worker.terminate()
    }
  })
  worker.on('error', (error) => log('The core ended with an error.', error))

  const ended = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      if (state === 'open') {
        log(`The core ended by itself with code ${code}.`)
        emit({ type: 'connection', connected: false })
      }
      state = 'gone'
      for (const answer of pending.values()) answer(gone())
      pending.clear()
      resolve()
    })
  })

  const post = (message: ToWorker): void => worker.postMessage(message)

  return {
    request(name, input) {
      if (state !== 'open') return Promise.resolve(gone())
      return new Promise((resolve) => {
        const id = ++lastId
        pending.set(id, resolve)
        try {
          post({ kind: 'request', id, name, input })
        } catch (error) {
          pending.delete(id)
          resolve(
            fail('invalid-input', 'Only plain data can be sent to the library.', { reason: String(error) })
          )
        }
      })
    },
    subscribe(listener) {
      const own = (event: AppEvent): void => listener(event)
      listeners.add(own)
      return () => void listeners.delete(own)
    },
    async close() {
      if (state === 'open') {
        state = 'closing'
        post({ kind: 'close' })
        const timer = setTimeout(() => {
          log('The core did not close in time and was ended.')
          void worker.terminate()
        }, CLOSING_MS)
        await ended
        clearTimeout(timer)
      }
      await ended
    }
  }
}
