import { spawn } from 'node:child_process'
import { electronRuntime } from './lib/electron.ts'
import { fatal } from './lib/fatal.ts'
import { fetchElectron } from './lib/fetch-electron.ts'
import { at, root } from './lib/project.ts'

const present = electronRuntime()
const runtime = present.found || !present.canFetch ? present : await fetchElectron()
if (!runtime.found)
  fatal(`Electron's runtime is not there (${runtime.reason}); "npm run dev:web" does without it.`)

// electron-vite looks for the runtime in its own way and knows nothing of an overridden place, unless told.
const dev = spawn(
  process.execPath,
  [at('node_modules/electron-vite/bin/electron-vite.js'), 'dev', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_EXEC_PATH: runtime.path }
  }
)
dev.on('close', (code) => process.exit(code ?? 0))
