import type { AppError } from '../../../contract/errors.ts'
import { errorText } from '../../i18n/errors.ts'

export interface ToastAction {
  label: () => string
  /** The key that does the same. */
  key?: string
  run: () => void
}

export interface Toast {
  tone: 'plain' | 'bad'
  /** Worded when shown, so that it follows the language. */
  text: () => string
  action?: ToastAction
}

const LASTS_MS = { plain: 8_000, bad: 15_000 }

/** The one thing that is being told. A newer one takes its place; they never stack. */
export class Toasts {
  #current = $state.raw<Toast | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  get current(): Toast | null {
    return this.#current
  }

  show(toast: Toast): void {
    this.#current = toast
    this.resume()
  }

  say(text: () => string, action?: ToastAction): void {
    this.show({ tone: 'plain', text, ...(action && { action }) })
  }

  fail(error: AppError, action?: ToastAction): void {
    this.show({ tone: 'bad', text: () => errorText(error), ...(action && { action }) })
  }

  /** Keeps it while the pointer or the focus is on it. */
  pause(): void {
    clearTimeout(this.#timer)
  }

  resume(): void {
    clearTimeout(this.#timer)
    if (this.#current) this.#timer = setTimeout(() => this.dismiss(), LASTS_MS[this.#current.tone])
  }

  dismiss(): void {
    clearTimeout(this.#timer)
    this.#current = null
  }
}
