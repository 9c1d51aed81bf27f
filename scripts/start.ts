import { ensureBuilt } from './lib/build.ts'
import { runCli } from './lib/cli.ts'
import { electronRuntime } from './lib/electron.ts'
import { fatal } from './lib/fatal.ts'
import { fetchElectron } from './lib/fetch-electron.ts'
import { returnToCaller } from './lib/project.ts'
import { runApp } from './lib/run-app.ts'

/** Opens the app in Electron, or, where its runtime can't be had, in the browser. */
async function start(args: string[]): Promise<void> {
  ensureBuilt()
  const present = electronRuntime()
  const runtime = present.found || !present.canFetch ? present : await fetchElectron()
  returnToCaller()
  let reason: string
  if (runtime.found) {
    const end = await runApp(runtime.path, args)
    if (end.opened) process.exit(end.code)
    reason = `Electron does not start here (${end.reason})`
  } else {
    reason = `Electron's runtime ${runtime.canFetch ? 'could not be fetched' : 'was not found'} (${runtime.reason})`
  }
  console.error(`${reason}, so Paperdeck opens in your browser instead.`)
  await runCli(['serve', ...args])
}

try {
  await start(process.argv.slice(2))
} catch (error) {
  fatal(error)
}
