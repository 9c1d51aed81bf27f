import { reasonOf } from './project.ts'

/** Ends the script with one sentence, and no stack trace. */
export function fatal(error: unknown): never {
  console.error(reasonOf(error))
  process.exit(1)
}
