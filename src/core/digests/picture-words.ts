import { image, matcher } from './media.ts'

const video = /\[watch video\]\s*(?:\([^)]*\)|\S+)/iy
const element = /<[^<>]*>/y
const attribute = /\s(alt|title|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
/** Words that only say that there is a picture. */
const nothing =
  /^(?:alt|alt text|cover|demo|fig\.?|figure|gif|image|img|logo|overview|photo|picture|pipeline|preview|screenshot|teaser|thumbnail|title|video|그림|대표 이미지|사진|썸네일|이미지|图|图片|封面|図|画像)?[\s#.:_-]*\d{0,4}$/i
const fileName = /^\S+\.(?:avif|gif|jpe?g|mov|mp4|png|svg|webm|webp)$/i
const anything = /[^]/y
const mayHaveWords = /!\[[^\]]|!\[\]\([^\s)]{0,2000}\s|\s(?:alt|title)\s*=/i

/**
 * What the pictures of a line say besides where they are: alternative texts and titles, but for file names and words
 * such as `image 1`.
 * @param line one of nothing but media
 */
export function pictureWords(line: string): string[] {
  if (!mayHaveWords.test(line)) return []
  const found = new Set<string>()
  const note = (words: string, url: string): void => {
    const text = words.trim().replace(/^(["'])(.*)\1$/s, '$2')
    if (/[\p{L}\p{N}]/u.test(text) && !nothing.test(text) && !fileName.test(text) && !url.includes(text))
      found.add(text)
  }
  const { next, isAtEnd } = matcher(line)
  while (!isAtEnd()) {
    const picture = next(image)
    const [whole = ''] = (picture ? null : (next(video) ?? next(element) ?? next(anything))) ?? []
    if (picture) for (const words of [picture[1], picture[3]]) note(words ?? '', picture[2] ?? '')
    else if (whole.startsWith('<')) noteAttributes(whole, note)
  }
  return [...found]
}

function noteAttributes(tag: string, note: (words: string, url: string) => void): void {
  const values = new Map<string, string>()
  for (const [, name = '', double, single] of tag.matchAll(attribute))
    values.set(name.toLowerCase(), double ?? single ?? '')
  for (const name of ['alt', 'title']) note(values.get(name) ?? '', values.get('src') ?? '')
}
