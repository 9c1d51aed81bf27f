import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** The only kinds of file that are served, and what they are said to be. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2'
}

export interface RendererFile {
  type: string
  body: Uint8Array<ArrayBuffer>
  /** Whether the name holds a hash of the content, so that it may be kept for good. */
  immutable: boolean
}

/** The parts of a URL's path, or null where one of them could lead out of the folder or hide another name. */
function segmentsOf(pathname: string): string[] | null {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const segments = path.split('/').filter((segment) => segment !== '')
  const safe = segments.every((segment) => /^[\w@-][\w@.-]*$/.test(segment) && !segment.endsWith('.'))
  return safe ? segments : null
}

/**
 * A file of the built renderer.
 *
 * @param root folder of the built renderer
 * @param pathname a URL's path, still percent-encoded; `/` is the page
 * @returns null where there is no such file, or none that may be served
 */
export async function readRendererFile(root: string, pathname: string): Promise<RendererFile | null> {
  const segments = segmentsOf(pathname)
  if (!segments) return null
  if (segments.length === 0) segments.push('index.html')
  const file = join(root, ...segments)
  const type = types[extname(file).toLowerCase()]
  if (type === undefined) return null
  try {
    return { type, body: new Uint8Array(await readFile(file)), immutable: segments[0] === 'assets' }
  } catch {
    return null
  }
}
