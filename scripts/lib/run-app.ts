import { spawn } from 'node:child_process'
import { root } from './project.ts'

/** A runtime that fails within this time, in milliseconds, failed to open: a missing display, library or sandbox. */
const OPENING = 8_000

export type AppEnd = { opened: true; code: number } | { opened: false; reason: string }

/** Runs the built app in Electron until it ends. */
export function runApp(runtime: string, args: string[]): Promise<AppEnd> {
  const started = Date.now()
  return new Promise((resolve) => {
    const app = spawn(runtime, [root, ...args], { stdio: 'inherit', windowsHide: false })
    let stopped = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        stopped = true
        app.kill(signal)
      })
    }
    app.on('error', (error) => resolve({ opened: false, reason: error.message }))
    app.on('close', (code, signal) => {
      const failed = !stopped && code !== 0 && Date.now() - started < OPENING
      if (failed) resolve({ opened: false, reason: signal ? `ended by ${signal}` : `exit code ${code}` })
      else resolve({ opened: true, code: code ?? 0 })
    })
  })
}
