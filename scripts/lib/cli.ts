import { pathToFileURL } from 'node:url'
import { at } from './project.ts'

/** Runs the built command line in this process, with these arguments. */
export async function runCli(args: string[]): Promise<void> {
  const program = at('out/main/cli.js')
  process.argv = [process.execPath, program, ...args]
  await import(pathToFileURL(program).href)
}
