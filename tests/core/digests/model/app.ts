import { fork } from 'node:child_process'
import { join } from 'node:path'
import { createClient, type Client } from '../../../../src/contract/client.ts'
import type { AppEvent } from '../../../../src/contract/events.ts'
import { createCore } from '../../../../src/core/app.ts'
import type { FromChild, ToChild } from './child.ts'
import { tickingClock } from './clock.ts'

/** A running app, in this process or in one of its own. */
export interface App extends Client {
  close(): Promise<void>
  /** Ends it without a chance to put anything away. */
  kill(): Promise<void>
}

export interface AppOptions {
  library: string
  watch: boolean
  /** Hears what goes to the log, where nothing should. */
  log: (message: string) => void
}

const sampleDigests = join(import.meta.dirname, 'no such folder')

export async function startHere({ library, watch, log }: AppOptions): Promise<App> {
  const core = await createCore({
    library,
    sampleDigests,
    watch,
    clock: tickingClock(),
    log: (message, error) => log(`${message} ${error instanceof Error ? (error.stack ?? '') : ''}`)
  })
  return { ...createClient(core), close: () => core.close(), kill: () => core.close() }
}

/** Starts the core in a process of its own. */
export function startChild({ library, watch, log }: AppOptions): App {
  const child = fork(
    join(import.meta.dirname, 'child.ts'),
    [JSON.stringify({ library, sampleDigests, watch })],
    // Not the flags of whoever runs the tests.
    { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] }
  )
  const pending = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  const listeners = new Set<(event: AppEvent) => void>()
  let lastId = 0
  let ended = false
  let errors = ''
  child.stderr?.on('data', (text: Buffer) => (errors += text.toString()))
  const exit = new Promise<void>((resolve) => {
    child.once('close', () => {
      ended = true
      if (errors !== '') log(errors)
      for (const { reject } of pending.values()) reject(new Error('the process has ended'))
      pending.clear()
      resolve()
    })
  })

  child.on('message', (message: FromChild) => {
    switch (message.kind) {
      case 'answer':
        pending.get(message.id)?.resolve(message.result)
        pending.delete(message.id)
        return
      case 'event':
        // The core over there made it.
        for (const listener of listeners) listener(message.event as AppEvent)
        return
      case 'log':
        return log(message.message)
    }
  })

  const send = (message: ToChild): void => void child.send(message, () => {})

  const client = createClient({
    request: (name, input) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new Error('the process has ended'))
        const id = ++lastId
        pending.set(id, { resolve, reject })
        send({ kind: 'request', id, name, input })
      }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  })

  return {
    ...client,
    async close() {
      if (!ended) send({ kind: 'close' })
      await exit
    },
    async kill() {
      child.kill('SIGKILL')
      await exit
    }
  }
}
