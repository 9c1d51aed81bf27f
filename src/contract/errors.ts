import { z } from 'zod'

/**
 * What can be expected to go wrong. A code is stable (renderer and scripts match on it); the message is one
 * English sentence for a person, who can act on it; details fill a translated sentence.
 */
export const errorCodes = [
  'invalid-input',
  'unknown-call',
  'unsupported',
  'not-found',
  'conflict',
  'nothing-to-undo',
  'nothing-to-redo',
  'nothing-to-export',
  'folder-missing',
  'folder-unreadable',
  'folder-not-a-directory',
  'folder-unmounted',
  'file-missing',
  'file-not-written',
  'library-locked',
  'library-corrupt',
  'library-newer',
  'library-unwritable',
  'disconnected',
  'internal'
] as const

export type ErrorCode = (typeof errorCodes)[number]

export const appErrorSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional()
})

export type AppError = z.infer<typeof appErrorSchema>

/** A call's answer. Errors cross every transport as values, since Electron's bridge keeps only an Error's text. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const failure = (error: AppError): { ok: false; error: AppError } => ({ ok: false, error })

/** Shorthand for a failed result. */
export const fail = (
  code: ErrorCode,
  message: string,
  details?: Record<string, string | number>
): { ok: false; error: AppError } => failure(details ? { code, message, details } : { code, message })

/** The shape that every transport's answer must have before it is trusted. */
export const resultSchema: z.ZodType<Result<unknown>> = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema })
])
