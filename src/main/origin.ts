/** The renderer's own scheme; standard and secure, so that `'self'`, modules and fonts work as over https. */
export const SCHEME = 'app'

/** The page: of the development server while there is one, else from the built files over our own scheme. */
export const pageUrl = (): string => process.env.ELECTRON_RENDERER_URL ?? `${SCHEME}://paperdeck/`

export const inDevelopment = (): boolean => process.env.ELECTRON_RENDERER_URL !== undefined

/** Origin as `scheme://host`: URL.origin is the string `null` for schemes that Node does not know. */
function originOf(url: string): string | null {
  const parsed = URL.parse(url)
  return parsed ? `${parsed.protocol}//${parsed.host}` : null
}

/** Whether a URL is of our own page's origin. */
export function isOwnUrl(url: string): boolean {
  const origin = originOf(url)
  return origin !== null && origin === originOf(pageUrl())
}
