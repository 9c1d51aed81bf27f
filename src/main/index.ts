import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import createWorker from '../core/worker?nodeWorker'
import { connectWorker } from '../core/remote.ts'
import { libraryOption } from './command-line.ts'
import { Links } from './links.ts'
import { createLog } from './log.ts'
import { registerScheme } from './protocol.ts'
import { startShell } from './shell.ts'

const log = createLog(app.getPath('logs'))
// The app goes on: what the user did is safe in the library, and a window that closes by itself helps nobody.
process.on('uncaughtException', (error) => log('Unexpected error', error))
process.on('unhandledRejection', (error) => log('Unexpected rejection', error))

registerScheme()

if (app.requestSingleInstanceLock()) {
  const links = new Links()
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0]
    if (window?.isMinimized()) window.restore()
    window?.show()
    window?.focus()
  })
  const core = connectWorker(
    createWorker({
      workerData: {
        library: libraryOption(process.argv.slice(1)) ?? join(app.getPath('userData'), 'library'),
        sampleDigests: join(app.getAppPath(), 'resources', 'sample-digests'),
        watch: true
      }
    }),
    log
  )
  app.whenReady().then(
    () => startShell(core, links, log),
    (error: unknown) => log('Paperdeck could not start', error)
  )
} else {
  process.stderr.write('Paperdeck is open already; its window comes to the front.\n')
  // Once it is ready, the first one has surely been told.
  void app.whenReady().then(() => app.quit())
}
