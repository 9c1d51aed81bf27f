import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { at } from './project.ts'

export interface WebServer {
  /** The address to open; it holds the token. */
  url: string
  stop(): Promise<void>
}

/** Starts the built web host on a library and waits for its address. */
export async function startWebServer(libraryDir: string): Promise<WebServer> {
  const child = spawn(
    process.execPath,
    [at('out/main/cli.js'), 'serve', '--no-open', '--library', libraryDir],
    {
      stdio: ['ignore', 'pipe', 'pipe']
    }
  )
  const closed = once(child, 'close')
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const lines = createInterface({ input: child.stdout })
  const url = await Promise.race([
    once(lines, 'line').then(([line]) => String(line).trim()),
    closed.then(() => Promise.reject(new Error(`the web host ended before it gave an address:\n${said}`)))
  ])
  return {
    url,
    async stop() {
      child.kill()
      await closed
    }
  }
}
