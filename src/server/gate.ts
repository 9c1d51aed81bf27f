import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares secrets in a time that says nothing of where, or in what length, they differ. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

const secret = (): string => randomBytes(32).toString('base64url')

/**
 * Who may come in. A page of another site can reach a port of this machine (by a form, an image, a socket, or by
 * pointing a host name of its own at 127.0.0.1), so a request must name us as host, come from our own page where
 * it names a page, and hold the cookie that only the printed address gives.
 */
export class Gate {
  /** Goes into the printed address. */
  readonly token = secret()
  readonly #session = secret()
  readonly #hosts: readonly string[]
  readonly #cookie: string

  constructor(port: number) {
    this.#hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
    // Cookies are shared between the ports of a host: the name keeps two hosts on one machine apart.
    this.#cookie = `paperdeck-${port}`
  }

  /** Whether the request names us, and no foreign page made it. */
  isOwn(request: IncomingMessage): boolean {
    const { host, origin } = request.headers
    if (host === undefined || !this.#hosts.includes(host)) return false
    if (origin !== undefined && origin !== `http://${host}`) return false
    // A link may lead here from anywhere; scripts, images and frames may not.
    const site = request.headers['sec-fetch-site']
    const foreign = site === 'cross-site' || site === 'same-site'
    return (
      !foreign ||
      (request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document')
    )
  }

  /** Whether the request comes from a page, and from ours: what a socket must show. */
  isFromOwnPage(request: IncomingMessage): boolean {
    return request.headers.origin !== undefined && this.isOwn(request)
  }

  /** Whether the request holds the cookie. */
  hasSession(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim())
    const value = cookies.find((cookie) => cookie.startsWith(`${this.#cookie}=`))
    return value !== undefined && same(value.slice(this.#cookie.length + 1), this.#session)
  }

  /** The `Set-Cookie` header that a right token is exchanged for; null for a wrong one. */
  exchange(token: string): string | null {
    if (!same(token, this.token)) return null
    return `${this.#cookie}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`
  }
}
