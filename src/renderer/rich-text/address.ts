import { addressEnd } from '../../contract/addresses.ts'
import { isWebLink } from '../host.ts'

/** The http(s) address that starts at a place of a text, or null. */
export function addressAt(text: string, start: number): string | null {
  const address = text.slice(start, addressEnd(text, start))
  return isWebLink(address) ? address : null
}
