import { parentPort, workerData } from 'node:worker_threads'
import { fail, type Result } from '../contract/errors.ts'
import { createCore, type Core } from './app.ts'
import { errorText } from './hosting/error-text.ts'
import type { FromWorker, ToWorker, WorkerData } from './remote.ts'

/** Runs the core on a worker thread, so that no host ever waits for SQLite, parsing or search. */
if (!parentPort) throw new Error('worker.ts runs on a worker thread only')
const port = parentPort
const post = (message: FromWorker): void => port.postMessage(message)

const log = (message: string, error?: unknown): void => {
  post({ kind: 'log', message, ...(error === undefined ? {} : { error: errorText(error) }) })
}

// What is saved is saved in transactions: an error nobody expected is told, and the library stays open.
process.on('uncaughtException', (error) => log('Unexpected error in the core', error))
process.on('unhandledRejection', (error) => log('Unexpected rejection in the core', error))

// The host that starts this thread gives it exactly this.
const options = workerData as WorkerData
const opening = createCore({ ...options, log }).then((core) => {
  core.subscribe((event) => post({ kind: 'event', event }))
  return core
})
// Each request tells of it as well; without a first listener it would count as unhandled.
opening.catch((error: unknown) => log('The core could not start', error))

async function answer(core: Promise<Core>, name: string, input: unknown): Promise<Result<unknown>> {
  try {
    // A core answers with Result values and nothing else.
    return (await (await core).request(name, input)) as Result<unknown>
  } catch (error) {
    log(`${name} failed`, error)
    return fail('internal', 'Something went wrong inside Paperdeck; the log has the details.')
  }
}

const running = new Set<Promise<void>>()

async function close(): Promise<void> {
  try {
    await Promise.all(running)
    await (await opening).close()
  } catch (error) {
    log('The core did not close well', error)
  }
  post({ kind: 'closed' })
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'close') return void close()
  const { id, name, input } = message
  const work = answer(opening, name, input).then((result) => {
    post({ kind: 'answer', id, result })
    running.delete(work)
  })
  running.add(work)
})
