import { once } from 'node:events'
import createWorker from '../core/worker?nodeWorker'

/** The command `paperdeck`. What needs a newer Node is loaded only once it is known to be there. */
const OLDEST_NODE = 22

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  process.stderr.write(
    `Paperdeck needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}.\n`
  )
  process.exitCode = 1
} else {
  const { runCommandLine } = await import('./command-line.ts')
  const { connectWorker } = await import('../core/remote.ts')
  // A reader that has seen enough (`| head`) closes the pipe: that ends the work, and is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    startCore: ({ log, ...workerData }) => connectWorker(createWorker({ workerData }), log),
    // Once each: whoever asks again while it is closing gets the system's default.
    untilStopped: () => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  })
}
