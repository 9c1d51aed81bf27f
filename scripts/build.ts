import { build } from './lib/build.ts'
import { fatal } from './lib/fatal.ts'

try {
  build('info')
} catch (error) {
  fatal(error)
}
