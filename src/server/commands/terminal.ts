import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { AppError, Result } from '../../contract/errors.ts'
import type { Core, CoreOptions } from '../../core/app.ts'
import { errorText } from '../../core/hosting/error-text.ts'

/** What a command has to do with the world around it. */
export interface Io {
  stdin: Readable
  stdout: Writable & { isTTY?: boolean }
  stderr: Writable & { isTTY?: boolean }
  /** Starts a core on a thread of its own; for what answers others meanwhile. */
  startCore(options: Omit<CoreOptions, 'clock'>): Core
  /** Resolves when the system, or the person at the terminal, asks the program to end. */
  untilStopped(): Promise<unknown>
}

/** A failure that was expected: its sentence is told, and the command ends with 1. */
export class CommandFailure extends Error {
  readonly error: AppError
  constructor(error: AppError) {
    super(error.message)
    this.error = error
  }
}

/** The value of a result; throws `CommandFailure` where there is none. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new CommandFailure(result.error)
  return result.value
}

/** Writes data to stdout, and words for people to stderr: sentences, or with `--json` only errors, as JSON. */
export class Terminal {
  readonly io: Io
  readonly #json: boolean
  #progressShown = false

  constructor(io: Io, json: boolean) {
    this.io = io
    this.#json = json
  }

  /** One line of data; resolves when there is room for the next. */
  async json(value: unknown): Promise<void> {
    await this.text(`${JSON.stringify(value)}\n`)
  }

  async text(text: string): Promise<void> {
    if (!this.io.stdout.write(text)) await once(this.io.stdout, 'drain')
  }

  /** A sentence for the person at the terminal. */
  say(sentence: string): void {
    if (this.#json) return
    this.#clearProgress()
    this.io.stderr.write(`${sentence}\n`)
  }

  /** What is going on just now; takes the place of what was said before. */
  progress(words: string): void {
    if (this.#json || this.io.stderr.isTTY !== true) return
    this.#clearProgress()
    this.#progressShown = true
    this.io.stderr.write(words)
  }

  error({ code, message }: AppError): void {
    this.#clearProgress()
    this.io.stderr.write(
      this.#json ? `${JSON.stringify({ error: { code, message } })}\n` : `paperdeck: ${message}\n`
    )
  }

  /** Something that nobody expected: told whole, whether or not the command goes on. */
  unexpected(message: string, error?: unknown): void {
    const told = error === undefined ? message : `${message}: ${errorText(error)}`
    this.error({ code: 'internal', message: told })
  }

  #clearProgress(): void {
    if (this.#progressShown) this.io.stderr.write('\r\x1b[K')
    this.#progressShown = false
  }
}
