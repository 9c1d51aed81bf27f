import { fail, ok } from '../contract/errors.ts'
import type { HostHandlers } from '../core/hosting/host-calls.ts'

const byThePage = fail('unsupported', 'In a browser, the page itself does this.')

/** The host's own calls where the screen is a browser: it brings its own downloads and clipboard. */
export const webHostCalls = (version: string): HostHandlers => ({
  'host.info': () => ok({ kind: 'web', platform: process.platform, version, nativeDialogs: false }),
  'host.chooseFolder': () => byThePage,
  'host.saveText': () => byThePage,
  'host.copyText': () => byThePage
})
