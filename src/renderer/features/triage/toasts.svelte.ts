import type { AppError } from '../../../contract/errors.ts'
import { errorText } from '../../i18n/errors.ts'

export interface ToastAction {
  label: () => string
  /** The key that does the same; empty where there is none. */
  key?: string
  run: () => void
}

export interface Toast {
  tone: 'plain' | 'bad'
  /** Worded when shown, so that it follows the language. */
  text: () => string
  action?: ToastAction
  /** Is told in any case: it waits for its turn, and comes back when something else takes its place. */
  once?: true
}

const LASTS_MS = { plain: 8_000, bad: 15_000 }

/** The one thing that is being told. A newer one takes its place; they never stack, but notices wait in line. */
export class Toasts {
  #current = $state.raw<Toast | null>(null)
  #waiting: Toast[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  get current(): Toast | null {
    return this.#current
  }

  show(toast: Toast): void {
    if (this.#current?.once) this.#waiting.unshift(this.#current)
    this.#current = toast
    this.resume()
  }

  say(text: () => string, action?: ToastAction): void {
    this.show({ tone: 'plain', text, ...(action && { action }) })
  }

  fail(error: AppError, action?: ToastAction): void {
    this.show({ tone: 'bad', text: () => errorText(error), ...(action && { action }) })
  }

  /** Tells a notice, after what is being told. It is over once its action was taken. */
  tell(text: () => string, action?: ToastAction): void {
    const run = (): void => {
      this.dismiss()
      action?.run()
    }
    this.#waiting.push({ tone: 'plain', text, once: true, ...(action && { action: { ...action, run } }) })
    if (!this.#current) this.dismiss()
  }

  /** Keeps it while the pointer or the focus is on it. */
  pause(): void {
    clearTimeout(this.#timer)
  }

  resume(): void {
    clearTimeout(this.#timer)
    if (this.#current) this.#timer = setTimeout(() => this.dismiss(), LASTS_MS[this.#current.tone])
  }

  /** Ends what is being told; what waits comes next. */
  dismiss(): void {
    this.#current = this.#waiting.shift() ?? null
    this.resume()
  }
}
