import { build, ensureBuilt } from './lib/build.ts'
import { fatal } from './lib/fatal.ts'

try {
  if (process.argv.includes('--if-needed')) ensureBuilt()
  else build('info')
} catch (error) {
  fatal(error)
}
