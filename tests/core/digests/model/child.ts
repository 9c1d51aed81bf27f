import { createCore, type CoreOptions } from '../../../../src/core/app.ts'
import { tickingClock } from './clock.ts'

/*
 * A process that runs the core and can be killed: it opens the library it is given as argument, and answers calls
 * by messages.
 */

export type ToChild = { kind: 'request'; id: number; name: string; input: unknown } | { kind: 'close' }

export type FromChild =
  | { kind: 'answer'; id: number; result: unknown }
  | { kind: 'event'; event: unknown }
  | { kind: 'log'; message: string }

const send = (message: FromChild): void => void process.send?.(message)

const options = JSON.parse(process.argv[2] ?? '{}') as Omit<CoreOptions, 'clock' | 'log'> // written by app.ts
const core = createCore({
  ...options,
  clock: tickingClock(),
  log: (message, error) =>
    send({ kind: 'log', message: `${message} ${error instanceof Error ? error.stack : ''}` })
})
void core.then((opened) => opened.subscribe((event) => send({ kind: 'event', event })))

process.on('message', (message: ToChild) => {
  void core.then(async (opened) => {
    if (message.kind === 'request') {
      const { id, name, input } = message
      send({ kind: 'answer', id, result: await opened.request(name, input) })
      return
    }
    await opened.close()
    process.exit()
  })
})
