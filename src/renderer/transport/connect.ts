import type { Transport } from '../../contract/transport.ts'
import { electronTransport } from './electron.ts'
import { webTransport } from './web.ts'

/** The transport of the host that this page runs in. */
export const connect = (): Transport =>
  window.paperdeck
    ? electronTransport(window.paperdeck)
    : webTransport(() => new WebSocket(`ws://${location.host}/socket`))
