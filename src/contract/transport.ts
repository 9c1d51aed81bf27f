import type { AppEvent } from './events.ts'

/** The whole of what carries calls and events between a screen, a host and the core. */
export interface Transport {
  /** Resolves to a `Result`; rejects only when the transport itself fails. */
  request(name: string, input: unknown): Promise<unknown>
  /** Hears every event from now on; the answer stops it. */
  subscribe(listener: (event: AppEvent) => void): () => void
}
