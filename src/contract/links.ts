import type { Destination } from './events.ts'
import { daySchema } from './model.ts'

/** The scheme of links to the app, which the system hands to it. */
export const LINK_SCHEME = 'paperdeck'

/**
 * What a link to the app leads to: `paperdeck://deck/2024-08-26`, `paperdeck://paper/2312.11514`, and the same path
 * after a `#` in the address of the web app. null where it is no such link.
 */
export function parseLink(link: string): Destination | null {
  const path = /^(?:paperdeck:\/\/|#\/)(.{1,200})$/is.exec(link.trim())?.[1]
  const [, kind, name] = /^(deck|paper)\/([\w.-]+(?:\/\d+)?)\/?$/i.exec(path ?? '') ?? []
  if (kind === undefined || name === undefined) return null
  if (kind.toLowerCase() === 'deck')
    return daySchema.safeParse(name).success ? { kind: 'deck', day: name } : null
  return { kind: 'paper', arxivId: name }
}
