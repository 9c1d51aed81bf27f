import { protocol } from 'electron'
import { securityHeaders } from '../core/hosting/headers.ts'
import { readRendererFile } from '../core/hosting/renderer-files.ts'
import { isOwnUrl, SCHEME } from './origin.ts'

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** Serves the built renderer, and nothing else, over our own scheme. */
export function serveRenderer(folder: string): void {
  protocol.handle(SCHEME, (request) => answer(request, folder))
}

async function answer(request: Request, folder: string): Promise<Response> {
  if (request.method !== 'GET' || !isOwnUrl(request.url)) return refuse(403)
  const file = await readRendererFile(folder, new URL(request.url).pathname)
  if (!file) return refuse(404)
  return new Response(file.body, { headers: { ...securityHeaders(), 'Content-Type': file.type } })
}

const refuse = (status: number): Response => new Response(null, { status, headers: securityHeaders() })
