import type { Media } from '../../contract/model.ts'

const videoEnding = /\.(?:mp4|webm|qt|mov|m4v|ogv|avi|mkv)(?:[?#]|$)/i

/** An image's alternative text, address and title. Matched, as all patterns here, at one place; see `matcher`. */
export const image = /!\[([^\]]*)\]\(\s*([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s([^)]*))?\)/y
const watch = /\[Watch Video\]\s*(?:\(\s*([^)\s]+)\s*\)|(\S+))/iy
const element = /<\/?(video|source|div|p|center|img)\b([^>]*)>/iy
const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
/** Tells of two elements that ran into each other: which address is whose can't be told. */
const twoSources = /\ssrc\s*=.*\ssrc\s*=/is
/** Elements that show something; the others only hold them. */
const shows = /^(?:video|source|img)$/i
const space = /\s+/y

/** True where a line begins as media do, so that the patterns below need not run on every line. */
export const mayBeMedia = (line: string): boolean =>
  line.startsWith('![') || line.startsWith('<') || /^\[watch video\]/i.test(line)

/**
 * The images and videos of a line that holds nothing else, else null: `![](URL)` (which the archive uses for
 * videos too), `[Watch Video](URL)` with or without parentheses, and `<video src="URL">`.
 */
export function mediaInLine(line: string): Media[] | null {
  const found: Media[] = []
  const { next, isAtEnd } = matcher(line)
  while (!isAtEnd()) {
    if (next(space)) continue
    const media = nextMedia(next)
    if (media === undefined) return null
    if (media) found.push(media)
  }
  return found
}

interface Matcher {
  /** Goes on past what the pattern, a sticky one, matches here; null where it does not. */
  next: (pattern: RegExp) => RegExpExecArray | null
  isAtEnd: () => boolean
}

/** Matches patterns one after the other from a line's start, so that no line is gone over twice. */
export function matcher(line: string): Matcher {
  let at = 0
  return {
    next: (pattern) => {
      pattern.lastIndex = at
      const match = pattern.exec(line)
      if (match) at = pattern.lastIndex
      return match
    },
    isAtEnd: () => at >= line.length
  }
}

/** @returns null for what only holds media, or shows nothing; undefined where there is something else */
function nextMedia(next: Matcher['next']): Media | null | undefined {
  const picture = next(image)
  if (picture) {
    const [, words = '', url = ''] = picture
    if (url === '') return words.trim() === '' ? null : undefined
    return { kind: videoEnding.test(url) ? 'video' : 'image', url }
  }
  const link = next(watch)
  if (link) return { kind: 'video', url: link[1] ?? link[2] ?? '' }
  const tag = next(element)
  if (!tag) return undefined
  const [whole, name = '', attributes = ''] = tag
  if (twoSources.test(attributes)) return undefined
  const src = source.exec(attributes)
  const url = src?.[1] ?? src?.[2] ?? src?.[3]
  if (url) return { kind: /img/i.test(name) ? 'image' : 'video', url }
  // One whose source can't be read is kept as text, where it may still be seen.
  return shows.test(name) && !whole.startsWith('</') && attributes.includes('=') ? undefined : null
}

/** The addresses in a list that media are added to: one may hold as many as fit into a file. */
const addressesIn = new WeakMap<Media[], Set<string>>()

/** Adds what is not there yet: the archive gives each video twice, as a link and as an element. */
export function addMedia(to: Media[], found: readonly Media[]): void {
  const known = addressesIn.get(to) ?? new Set(to.map(({ url }) => url))
  addressesIn.set(to, known)
  for (const media of found) {
    if (known.has(media.url)) continue
    known.add(media.url)
    to.push(media)
  }
}
