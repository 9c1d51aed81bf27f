import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { at, root } from './project.ts'

const stampFile = at('out/build-stamp')
const programs = ['out/main/index.js', 'out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const inputs = [
  'src/**/*',
  'electron.vite.config.ts',
  'svelte.config.js',
  'package-lock.json',
  'tsconfig*.json'
]
/** What the build itself writes among the sources. */
const generated = /^src[\\/]renderer[\\/]i18n[\\/](generated[\\/]|project\.inlang[\\/](?!settings\.json$))/

/** SHA-256 over the names and bytes of everything that a build reads. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()) {
    if (generated.test(path) || !statSync(at(path)).isFile()) continue
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(at(path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Whether out/ holds a build of the sources as they are now. */
function isBuilt(current: string): boolean {
  const complete = programs.every((path) => existsSync(at(path)))
  return complete && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === current
}

/** Builds; what the tools say goes to stderr, so that stdout stays the program's own. Throws where it fails. */
export function build(logLevel: 'info' | 'warn'): void {
  const current = fingerprint()
  const tool = at('node_modules/electron-vite/bin/electron-vite.js')
  const { status } = spawnSync(process.execPath, [tool, 'build', '--logLevel', logLevel], {
    cwd: root,
    stdio: ['ignore', process.stderr.fd, process.stderr.fd]
  })
  if (status !== 0) throw new Error('Paperdeck could not be built; the lines above say why.')
  writeFileSync(stampFile, current)
}

/** Builds where out/ is missing or older than the sources. */
export function ensureBuilt(): void {
  if (isBuilt(fingerprint())) return
  console.error('Building Paperdeck …')
  build('warn')
}
