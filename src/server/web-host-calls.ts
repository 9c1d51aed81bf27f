import { dirname } from 'node:path'
import { createClient } from '../contract/client.ts'
import { fail, ok } from '../contract/errors.ts'
import type { Transport } from '../contract/transport.ts'
import { digestHostCalls, type Desktop } from '../core/hosting/digest-calls.ts'
import type { HostHandlers } from '../core/hosting/host-calls.ts'
import { openOnDesktop } from './open.ts'

const byThePage = fail('unsupported', 'In a browser, the page itself does this.')

/** The browser is on the same machine, so its desktop is at hand. */
const desktop: Desktop = {
  openLink: openOnDesktop,
  openFile: openOnDesktop,
  showFile: (path) => openOnDesktop(dirname(path))
}

/** The host's own calls where the screen is a browser: it brings its own downloads and clipboard. */
export const webHostCalls = (core: Transport, version: string): HostHandlers => ({
  ...digestHostCalls(createClient(core), desktop),
  'host.info': () => ok({ kind: 'web', platform: process.platform, version, nativeDialogs: false }),
  // The page knows its own address.
  'host.destination': () => ok(null),
  'host.chooseFolder': () => byThePage,
  'host.saveText': () => byThePage,
  'host.copyText': () => byThePage,
  'host.closing': () => byThePage
})
