import { setImmediate } from 'node:timers/promises'

/** After so long of synchronous work others have their turn, in milliseconds. */
const TURN_MS = 6
/** A turn that took so much longer was spent waiting, in milliseconds. */
const SLOW_MS = 20

/** Paces synchronous work on files: pauses for others, and notices when the file system keeps it waiting. */
export class Pace {
  #start = performance.now()
  #slow = false

  /** True once the file system was slow: better wait for it asynchronously. */
  get slow(): boolean {
    return this.#slow
  }

  /** True when it is others' turn. */
  isOver(): boolean {
    const took = performance.now() - this.#start
    this.#slow ||= took > TURN_MS + SLOW_MS
    return took > TURN_MS
  }

  async rest(): Promise<void> {
    await setImmediate()
    this.#start = performance.now()
  }
}
