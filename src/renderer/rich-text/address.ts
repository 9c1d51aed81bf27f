import { addressEnd } from '../../contract/addresses.ts'
import { isWebLink } from '../host.ts'

const begin = /https?:\/\/[a-z\d]/iy
/** No address is longer, so that what only begins like one is not looked at to the text's end again and again. */
const MAX_LENGTH = 4_000

/** The http(s) address that starts at a place of a text, or null. */
export function addressAt(text: string, start: number): string | null {
  begin.lastIndex = start
  if (!begin.test(text)) return null
  const near = text.slice(start, start + MAX_LENGTH)
  const address = near.slice(0, addressEnd(near, 0))
  return isWebLink(address) ? address : null
}
