import { app } from 'electron'
import type { Destination } from '../contract/events.ts'
import { LINK_SCHEME, parseLink } from '../contract/links.ts'

/** The link among the arguments that the app was started with, if there is one. */
export const linkAmong = (argv: readonly string[]): Destination | null =>
  argv.map(parseLink).find((destination) => destination !== null) ?? null

/**
 * Links to the app, from the moment on in which it starts: one that comes before there is a page waits for it.
 */
export class Links {
  #waiting: Destination | null
  #open: ((to: Destination) => void) | null = null

  constructor() {
    this.#waiting = linkAmong(process.argv)
    app.on('open-url', (event, url) => {
      event.preventDefault()
      this.follow(parseLink(url))
    })
    app.on('second-instance', (_, argv) => this.follow(linkAmong(argv)))
    // From its sources it would register Electron itself.
    if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  }

  follow(to: Destination | null): void {
    if (to === null) return
    if (this.#open) this.#open(to)
    else this.#waiting = to
  }

  /** Hears of links from now on. */
  listen(open: (to: Destination) => void): void {
    this.#open = open
  }

  /** What waits for the page, once. */
  take(): Destination | null {
    const to = this.#waiting
    this.#waiting = null
    return to
  }

  /** Keeps a destination for a page that is still to come. */
  keep(to: Destination): void {
    this.#waiting = to
  }
}
