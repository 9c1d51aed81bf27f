import { ensureBuilt } from '../../scripts/lib/build.ts'
import { electronRuntime } from '../../scripts/lib/electron.ts'

/** Builds where needed, and says once why the tests in Electron are skipped where they are. */
export default function globalSetup(): void {
  ensureBuilt()
  const runtime = electronRuntime()
  if (!runtime.found)
    console.log(`The tests in Electron are skipped: its runtime is not there, as ${runtime.reason}.`)
}
