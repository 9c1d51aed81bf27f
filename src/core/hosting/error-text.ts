import { inspect } from 'node:util'

/** An unexpected error as a log shows it: whole, with its stack and its causes. */
export const errorText = (error: unknown): string => (typeof error === 'string' ? error : inspect(error))
