/** The part of a window that closing it needs. */
interface ClosableWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
  isDestroyed(): boolean
  destroy(): void
}

export interface ClosingOptions {
  /** Tells the page that its window is about to close. */
  tell: () => void
  /** Whether the user wants to close it though something typed is not saved. */
  confirm: () => Promise<boolean>
  /** The window stays open after all. */
  stayed: () => void
}

/** How long a page may take to send off what is being typed. One that does not answer is gone, or hangs. */
export const PATIENCE_MS = 1_000

/**
 * Keeps a window open until its page has sent off what is being typed: a page that is closed at once has no time to.
 *
 * @returns takes the page's answer
 */
export function closeGently(
  window: ClosableWindow,
  { tell, confirm, stayed }: ClosingOptions
): (answer: { unsaved: boolean }) => void {
  let state: 'open' | 'asking' | 'confirming' = 'open'
  let timer: NodeJS.Timeout | undefined

  const close = (): void => {
    if (!window.isDestroyed()) window.destroy()
  }
  window.on('close', (event) => {
    event.preventDefault()
    if (state !== 'open') return
    state = 'asking'
    timer = setTimeout(close, PATIENCE_MS)
    tell()
  })

  return ({ unsaved }) => {
    if (state !== 'asking') return
    clearTimeout(timer)
    if (!unsaved) return close()
    state = 'confirming'
    void confirm().then((anyway) => {
      if (anyway) return close()
      state = 'open'
      stayed()
    })
  }
}
