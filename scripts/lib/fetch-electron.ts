import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { electronRuntime, electronVersion, type Runtime } from './electron.ts'
import { at, reasonOf } from './project.ts'

const MEGABYTE = 1_000_000

interface Progress {
  transferred: number
  total: number | null
}

/** The part of @electron/get that is used here: its own types are hidden behind the electron package. */
interface Getter {
  downloadArtifact: (details: {
    version: string
    artifactName: 'electron'
    platform: string
    arch: string
    cacheRoot: string | undefined
    checksums: Record<string, string>
    downloadOptions: {
      quiet: true
      signal: AbortSignal
      getProgressCallback: (progress: Progress) => Promise<void>
    }
  }) => Promise<string>
}

/** Draws the progress: one line that moves in a terminal, a line every tenth elsewhere. */
function progressLine(): { show: (progress: Progress) => void; end: () => void } {
  let shown = -1
  const moving = process.stderr.isTTY
  return {
    show({ transferred, total }) {
      if (total === null || total === 0) return
      const step = moving
        ? Math.floor((transferred / total) * 100)
        : Math.floor((transferred / total) * 10) * 10
      if (step === shown) return
      shown = step
      const text = `  ${step} % of ${Math.round(total / MEGABYTE)} MB`
      process.stderr.write(moving ? `\r${text}` : `${text}\n`)
    },
    end() {
      if (moving && shown >= 0) process.stderr.write('\n')
    }
  }
}

/** Fills the cache that install-electron reads. Its own download shows nothing for half a minute and never gives up. */
async function download(patience: number): Promise<void> {
  const electronRequire = createRequire(at('node_modules/electron/package.json'))
  // The copy of @electron/get that install-electron itself will use.
  const { downloadArtifact } = electronRequire('@electron/get') as Getter
  const checksums = JSON.parse(readFileSync(at('node_modules/electron/checksums.json'), 'utf8')) as Record<
    string,
    string
  >
  const silence = new AbortController()
  const giveUp = (): void => silence.abort(new Error('the server does not answer'))
  let timer = setTimeout(giveUp, patience)
  const line = progressLine()
  try {
    await downloadArtifact({
      version: electronVersion(),
      artifactName: 'electron',
      platform: process.env['npm_config_platform'] ?? process.platform,
      arch: process.env['npm_config_arch'] ?? process.arch,
      cacheRoot: process.env['electron_config_cache'],
      checksums,
      downloadOptions: {
        quiet: true,
        signal: silence.signal,
        getProgressCallback: async (progress) => {
          clearTimeout(timer)
          timer = setTimeout(giveUp, patience)
          line.show(progress)
        }
      }
    })
  } finally {
    clearTimeout(timer)
    line.end()
  }
}

/** Why a download failed, in a few words: the network's own reason lies in `cause`. */
function networkReason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const known = cause ?? error
  const code = known instanceof Error && 'code' in known ? String(known.code) : undefined
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no network, or its host is blocked'
  return reasonOf(known)
}

/**
 * Fetches the runtime that belongs to the electron package, and has install-electron put it in its place.
 * @param patience longest silence of the server, in milliseconds, before it is given up
 */
export async function fetchElectron(patience = 15_000): Promise<Runtime> {
  console.error(`Fetching Electron's runtime ${electronVersion()} (once) …`)
  try {
    await download(patience)
  } catch (error) {
    return { found: false, canFetch: true, reason: networkReason(error) }
  }
  const installed = spawnSync(process.execPath, [at('node_modules/electron/install.js')], {
    encoding: 'utf8',
    timeout: 300_000
  })
  if (installed.status === 0) return electronRuntime()
  return {
    found: false,
    canFetch: true,
    reason: `install-electron failed: ${reasonOf(installed.stderr.trim())}`
  }
}
