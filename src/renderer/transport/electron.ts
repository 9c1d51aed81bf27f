import type { AppEvent } from '../../contract/events.ts'
import type { Transport } from '../../contract/transport.ts'

declare global {
  interface Window {
    /** What the preload script exposes in Electron; not there in a browser. */
    readonly paperdeck?: Transport
  }
}

/** The transport over Electron's bridge. Its input becomes plain data first, since a bridge clones no proxies. */
export function electronTransport(bridge: Transport): Transport {
  return {
    request: (name, input) => bridge.request(name, JSON.parse(JSON.stringify(input ?? null))),
    subscribe: (listener: (event: AppEvent) => void) => bridge.subscribe(listener)
  }
}
