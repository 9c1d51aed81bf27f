import { z } from 'zod'
import {
  hostCalls,
  isHostCallName,
  type HostCallName,
  type Output,
  type Parsed
} from '../../contract/calls.ts'
import { fail, type Result } from '../../contract/errors.ts'
import type { Transport } from '../../contract/transport.ts'

/** What a host answers by itself, one function a call. The input is parsed before. */
export type HostHandlers = {
  [Name in HostCallName]: (input: Parsed<Name>) => Result<Output<Name>> | Promise<Result<Output<Name>>>
}

/**
 * A transport that answers the host's own calls here and sends all others on to the core.
 *
 * @param log hears of errors that nobody expected; they are answered as `internal`
 */
export function withHostCalls(
  core: Transport,
  handlers: HostHandlers,
  log: (message: string, error: unknown) => void
): Transport {
  return {
    async request(name, input) {
      if (!isHostCallName(name)) return core.request(name, input)
      const parsed = hostCalls[name].input.safeParse(input)
      if (!parsed.success) return fail('invalid-input', z.prettifyError(parsed.error), { call: name })
      try {
        return await invoke(handlers, name, parsed.data)
      } catch (error) {
        log(`${name} failed`, error)
        return fail('internal', 'Something went wrong inside Paperdeck. The details are in its log.')
      }
    },
    subscribe: (listener) => core.subscribe(listener)
  }
}

function invoke(handlers: HostHandlers, name: HostCallName, input: unknown) {
  // The schema of this very name parsed the input, which TypeScript can't follow through the union of names.
  const handler = handlers[name] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>
  return handler(input)
}
