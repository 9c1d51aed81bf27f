import { Command, CommanderError } from 'commander'
import { addExport } from './commands/export.ts'
import { addImport } from './commands/import.ts'
import { addList } from './commands/list.ts'
import { addSearch } from './commands/search.ts'
import { addServe } from './commands/serve.ts'
import { addSet } from './commands/set.ts'
import { CommandFailure, Terminal, type Io } from './commands/terminal.ts'
import { packageVersion } from './package-files.ts'

/** Exit codes, as scripts rely on them. */
const DONE = 0
const FAILED = 1
const WRONG_USAGE = 2

/**
 * Runs one command. Data goes to stdout, all else to stderr.
 *
 * @param args what follows the program's name
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage
 */
export async function runCommandLine(args: string[], io: Io): Promise<number> {
  const terminal = new Terminal(io, args.includes('--json'))
  const program = new Command('paperdeck')
    .description('Turns each day’s digest of new research papers into a deck that can be finished.')
    .version(packageVersion())
    .option('--library <dir>', 'folder of the library (default: the one of the app)')
    .option('--json', 'tell errors as JSON and nothing else beside the data')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      // Told below, once, in the form that was asked for.
      outputError: () => {}
    })
    .exitOverride()

  for (const add of [addImport, addList, addSet, addSearch, addExport, addServe]) add(program, terminal)

  try {
    await program.parseAsync(args, { from: 'user' })
    return DONE
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return DONE
      if (error.code !== 'commander.help') {
        terminal.error({ code: 'invalid-input', message: error.message.replace(/^error: /, '') })
      }
      return WRONG_USAGE
    }
    if (error instanceof CommandFailure) terminal.error(error.error)
    else terminal.unexpected('Something went wrong inside Paperdeck', error)
    return FAILED
  }
}
