/** Runs small work soon, or, while something that matters more goes on, after it. */
export class WhenIdle {
  #busy = false
  #waiting: (() => void)[] = []

  run(work: () => void): void {
    if (this.#busy) this.#waiting.push(work)
    else setImmediate(work)
  }

  set busy(busy: boolean) {
    this.#busy = busy
    if (!busy) for (const work of this.#waiting.splice(0)) setImmediate(work)
  }
}
