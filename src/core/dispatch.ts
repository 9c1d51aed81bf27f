import { z } from 'zod'
import { coreCalls, type CoreCallName, type Output, type Parsed } from '../contract/calls.ts'
import { fail, type Result } from '../contract/errors.ts'

/** One function a call. The input is parsed before; expected failures are values. */
export type Handlers = {
  [Name in CoreCallName]: (input: Parsed<Name>) => Result<Output<Name>> | Promise<Result<Output<Name>>>
}

export interface DispatchOptions {
  /** The handlers, or why there are none just now. */
  handlers: () => Result<Handlers>
  /** Words an error that is expected of the environment, such as a full disk; undefined where it is our fault. */
  explain: (error: unknown) => Result<never> | undefined
  log: (message: string, error: unknown) => void
}

const isCoreCall = (name: string): name is CoreCallName => Object.hasOwn(coreCalls, name)

/**
 * Answers a request by name: checks the name, parses the input, runs the handler, and turns whatever goes wrong
 * into a value. The one place where input from outside is checked, whichever transport it came by.
 */
export function createDispatcher(options: DispatchOptions) {
  return async function dispatch(name: string, input: unknown): Promise<Result<unknown>> {
    if (!isCoreCall(name)) return fail('unknown-call', `Paperdeck has no call “${name}”.`, { name })
    const parsed = coreCalls[name].input.safeParse(input)
    if (!parsed.success) return fail('invalid-input', z.prettifyError(parsed.error), { call: name })
    const handlers = options.handlers()
    if (!handlers.ok) return handlers
    try {
      return await invoke(handlers.value, name, parsed.data)
    } catch (error) {
      const explained = options.explain(error)
      if (explained) return explained
      options.log(`${name} failed`, error)
      return fail('internal', 'Something went wrong inside Paperdeck. The details are in its log.')
    }
  }
}

function invoke(handlers: Handlers, name: CoreCallName, input: unknown) {
  // The schema of this very name parsed the input, which TypeScript can't follow through the union of names.
  const handler = handlers[name] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>
  return handler(input)
}
