import type { CallName, Input, Output } from './calls.ts'
import { fail, resultSchema, type Result } from './errors.ts'
import type { AppEvent } from './events.ts'
import type { Transport } from './transport.ts'

/** Asks the core by name, with types. The only way in for a screen, a host or a test. */
export interface Client {
  call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>>
  subscribe(listener: (event: AppEvent) => void): () => void
}

/** Wraps a transport. A transport's own failure becomes the error `disconnected`. */
export function createClient(transport: Transport): Client {
  return {
    async call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> {
      let answer: unknown
      try {
        answer = await transport.request(name, input)
      } catch (error) {
        return fail('disconnected', 'The connection to Paperdeck was lost.', { reason: String(error) })
      }
      const result = resultSchema.safeParse(answer)
      if (!result.success) return fail('internal', 'Paperdeck gave an answer that makes no sense.')
      // The core checked the input and made the output; its type is the contract's.
      return result.data as Result<Output<Name>>
    },
    subscribe: (listener) => transport.subscribe(listener)
  }
}
