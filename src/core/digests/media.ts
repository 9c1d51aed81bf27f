import type { Media } from '../../contract/model.ts'

const videoEnding = /\.(?:mp4|webm|qt|mov|m4v|ogv|avi|mkv)(?:[?#]|$)/i

/** Matched one after the other from a line's start, so that no line is gone over twice. */
const image = /!\[[^\]]*\]\(\s*([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)[^)]*\)/y
const watch = /\[Watch Video\]\s*(?:\(\s*([^)\s]+)\s*\)|(\S+))/iy
const element = /<\/?(video|source|div|p|center|img)\b([^>]*)>/iy
const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/i
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
  const take = (url: string | undefined, kind?: Media['kind']): void => {
    if (url) found.push({ kind: kind ?? (videoEnding.test(url) ? 'video' : 'image'), url })
  }
  let at = 0
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(line)
    if (match) at = pattern.lastIndex
    return match
  }
  while (at < line.length) {
    if (next(space)) continue
    const picture = next(image)
    const link = picture ? null : next(watch)
    const tag = picture || link ? null : next(element)
    if (picture) take(picture[1])
    else if (link) take(link[1] ?? link[2], 'video')
    else if (tag) {
      const src = source.exec(tag[2] ?? '')
      take(src?.[1] ?? src?.[2], /img/i.test(tag[1] ?? '') ? 'image' : 'video')
    } else return null
  }
  return found
}

/** Adds what is not there yet: the archive gives each video twice, as a link and as an element. */
export function addMedia(to: Media[], found: readonly Media[]): void {
  for (const media of found) if (!to.some((known) => known.url === media.url)) to.push(media)
}
