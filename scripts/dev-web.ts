import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createSocketServer, type AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { resolveConfig } from 'electron-vite'
import { build, createServer, mergeConfig, type InlineConfig } from 'vite'
import { ensureBuilt } from './lib/build.ts'
import { fatal } from './lib/fatal.ts'
import { at } from './lib/project.ts'

// The renderer from Vite's server, with hot reload, over the web host, which is built again and restarted
// whenever its sources change. Vite's page needs no token: this is for working on Paperdeck only.

async function freePort(): Promise<number> {
  const server = createSocketServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** The built web host on one port; each start has a new token, which is exchanged for the cookie. */
class WebHost {
  cookie = ''
  readonly origin: string
  readonly #arguments: string[]
  #child: ChildProcess | undefined

  constructor(port: number, args: string[]) {
    this.origin = `http://127.0.0.1:${port}`
    this.#arguments = [at('out/main/cli.js'), 'serve', '--no-open', '--port', String(port), ...args]
  }

  async restart(): Promise<void> {
    if (this.#child?.exitCode === null) {
      this.#child.kill()
      await once(this.#child, 'close')
    }
    const child = spawn(process.execPath, this.#arguments, { stdio: ['ignore', 'pipe', 'inherit'] })
    this.#child = child
    createInterface({ input: child.stdout }).once('line', (url) => {
      fetch(url, { redirect: 'manual' }).then(
        (answer) => (this.cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''),
        (error: unknown) => console.error('The web host does not answer.', error)
      )
    })
  }
}

async function serveRenderer(config: InlineConfig, host: WebHost): Promise<void> {
  const server = await createServer(
    mergeConfig(config, {
      configFile: false,
      server: {
        host: '127.0.0.1',
        proxy: {
          '/socket': {
            ws: true,
            target: host.origin,
            changeOrigin: true,
            // The web host answers only to its own page; here, that is the one of Vite's server.
            configure: (proxy) => {
              proxy.on('proxyReqWs', (request, incoming) => {
                const own = incoming.headers.origin === `http://${incoming.headers.host ?? ''}`
                if (own) request.setHeader('origin', host.origin).setHeader('cookie', host.cookie)
              })
            }
          }
        }
      }
    } satisfies InlineConfig)
  )
  await server.listen()
  server.printUrls()
}

try {
  ensureBuilt()
  const { config } = await resolveConfig({ logLevel: 'warn', build: { watch: {} } }, 'serve', 'development')
  if (!config?.main || !config.renderer) throw new Error('electron.vite.config.ts gives no configuration.')
  const host = new WebHost(await freePort(), process.argv.slice(2))
  // electron-vite's types allow less than Vite's, of which they are.
  const watcher = await build({ ...(config.main as InlineConfig), configFile: false })
  if ('on' in watcher) watcher.on('event', ({ code }) => void (code === 'END' && host.restart()))
  await serveRenderer({ ...(config.renderer as InlineConfig), logLevel: 'info' }, host)
} catch (error) {
  fatal(error)
}
