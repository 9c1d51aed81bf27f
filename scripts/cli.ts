import { ensureBuilt } from './lib/build.ts'
import { runCli } from './lib/cli.ts'
import { fatal } from './lib/fatal.ts'
import { returnToCaller } from './lib/project.ts'

try {
  ensureBuilt()
  returnToCaller()
  await runCli(process.argv.slice(2))
} catch (error) {
  fatal(error)
}
