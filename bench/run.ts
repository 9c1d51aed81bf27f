import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Runs every benchmark, or those named, each in a process of its own: `npm run bench -- ingest --files 357`. */
const here = import.meta.dirname
const known = readdirSync(here).filter((name) => existsSync(join(here, name, 'run.ts')))
const named = process.argv.slice(2).filter((argument) => known.includes(argument))
const rest = process.argv.slice(2).filter((argument) => !known.includes(argument))

let failed = false
for (const name of named.length > 0 ? named : known) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(here, name, 'run.ts'), ...rest], {
    stdio: 'inherit'
  })
  failed ||= status !== 0
}
process.exitCode = failed ? 1 : 0
