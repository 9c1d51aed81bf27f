import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { seededRandom } from '../random.ts'
import { endings, english, family, given, korean } from './words.ts'

/**
 * Writes an archive in the digests' shape: `files` days of about 15 papers, the same bytes in every run.
 * @returns its size in bytes
 */
export function writeArchive(folder: string, files: number): number {
  const random = seededRandom(files)
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
  const many = (count: number, make: () => string): string => Array.from({ length: count }, make).join(' ')
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
  let bytes = 0
  let paper = 0
  for (let file = 0; file < files; file++) {
    const day = new Date(Date.UTC(2016, 0, 1) + file * 86_400_000).toISOString().slice(0, 10)
    let text = `## Daily Papers (${day})\n`
    for (let i = between(11, 19); i > 0; i--) {
      const id = `${day.slice(2, 4)}${day.slice(5, 7)}.${String(paper++ % 100_000).padStart(5, '0')}`
      const authors = Array.from({ length: between(2, 12) }, () => `${pick(given)} ${pick(family)}`).join(
        ', '
      )
      text += `\n### [${many(between(5, 11), () => pick(english))}](https://arxiv.org/abs/${id})\n\n`
      text += `![](https://images.example/${id}.png)\n\nVote: ${between(0, 90)}\n\nAuthors: ${authors}\n\n`
      for (const label of ["What's New", 'Technical Details', 'Performance Highlights'])
        text += `- **${label}**: ${many(between(25, 45), () => pick(korean) + pick(endings))}(${pick(english)}).\n`
    }
    const path = join(folder, day.slice(0, 4), day.slice(5, 7), `${day.slice(8)}.md`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    bytes += Buffer.byteLength(text)
  }
  return bytes
}
