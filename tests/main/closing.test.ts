import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeGently, PATIENCE_MS } from '../../src/main/closing.ts'

class FakeWindow extends EventEmitter {
  destroyed = false
  isDestroyed(): boolean {
    return this.destroyed
  }
  destroy(): void {
    this.destroyed = true
  }
  /** As the user, or a quit, closes it. */
  close(): void {
    const event = { prevented: false, preventDefault: () => (event.prevented = true) }
    this.emit('close', event)
    if (!event.prevented) this.destroy()
  }
}

const opened = (confirm: () => Promise<boolean> = () => Promise.resolve(true)) => {
  const window = new FakeWindow()
  const tell = vi.fn<() => void>()
  const stayed = vi.fn<() => void>()
  return { window, tell, stayed, answer: closeGently(window, { tell, confirm, stayed }) }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a window that is closed', () => {
  test('waits until its page has sent off what was typed', () => {
    const { window, tell, answer } = opened()
    window.close()
    expect(tell).toHaveBeenCalledOnce()
    expect(window.destroyed).toBe(false)
    answer({ unsaved: false })
    expect(window.destroyed).toBe(true)
  })

  test('waits no longer than a moment for a page that hangs', () => {
    const { window } = opened()
    window.close()
    vi.advanceTimersByTime(PATIENCE_MS)
    expect(window.destroyed).toBe(true)
  })

  test('asks once, however often it is closed', () => {
    const { window, tell, answer } = opened()
    window.close()
    window.close()
    expect(tell).toHaveBeenCalledOnce()
    answer({ unsaved: false })
    expect(window.destroyed).toBe(true)
  })

  test('stays when something can’t be saved and the user wants to keep it', async () => {
    let anyway = false
    const { window, stayed, answer } = opened(() => Promise.resolve(anyway))
    window.close()
    answer({ unsaved: true })
    await vi.advanceTimersByTimeAsync(10 * PATIENCE_MS)
    expect(window.destroyed).toBe(false)
    expect(stayed).toHaveBeenCalledOnce()

    anyway = true
    window.close()
    answer({ unsaved: true })
    await vi.advanceTimersByTimeAsync(0)
    expect(window.destroyed).toBe(true)
  })

  test('takes no answer that it did not ask for', () => {
    const { window, answer } = opened()
    answer({ unsaved: false })
    expect(window.destroyed).toBe(false)
  })
})
