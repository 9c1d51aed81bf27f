import { resolve } from 'node:path'

/** The project's own folder, wherever a script is called from. */
export const root = resolve(import.meta.dirname, '../..')

/** An absolute path within the project. */
export const at = (...parts: string[]): string => resolve(root, ...parts)

/** Goes back to where the user called npm, which runs scripts in the project's folder. */
export function returnToCaller(): void {
  const caller = process.env['INIT_CWD']
  if (caller !== undefined) process.chdir(caller)
}

/** What a caught value has to say, on one line. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n', 1)[0] ?? text
}
