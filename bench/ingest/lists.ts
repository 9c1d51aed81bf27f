import { seededRandom } from '../random.ts'
import { english, family, given } from './words.ts'

const BYTES = 2_000_000

/**
 * Reading lists for the generic dialect, of 100 to 200 bytes a paper: about two megabytes of each shape, the same
 * bytes in every run. Prose is read faster, a megabyte of it holds fewer papers.
 */
export function denseLists(): { shape: string; text: string }[] {
  const random = seededRandom(1)
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
  const number = (below: number): number => Math.floor(random() * below)
  const title = (): string => Array.from({ length: 7 }, () => pick(english)).join(' ')
  const id = (): string => `24${twoDigits(1 + number(12))}.${String(number(100_000)).padStart(5, '0')}`
  const day = (): string => `2024-08-${twoDigits(1 + number(28))}`
  const list = (shape: string, head: string, entry: () => string): { shape: string; text: string } => {
    const parts = [head]
    for (let length = 0; length < BYTES; length += parts.at(-1)?.length ?? 0) parts.push(entry())
    return { shape, text: parts.join('') }
  }
  return [
    list('titles', '# Papers\n\n', () => `- [${title()}](https://arxiv.org/abs/${id()})\n`),
    list(
      'titles and labels',
      '# Papers\n\n',
      () =>
        `- **${title()}** (2024) [[paper]](https://arxiv.org/abs/${id()}) [[code]](https://github.com/x/y)\n`
    ),
    list(
      'table',
      '# Papers\n\n| Date | Title | Authors | PDF | Code |\n|---|---|---|---|---|\n',
      () =>
        `| ${day()} | ${title()} | ${pick(given)} ${pick(family)} et al. | [${id()}](https://arxiv.org/abs/${id()}) | null |\n`
    ),
    list(
      'sections with fields',
      '# Papers\n\n',
      () =>
        `### ${title()}\n\n- **arXiv**: https://arxiv.org/abs/${id()}\n- **Authors**: ${pick(given)} ${pick(family)}\n\n`
    )
  ]
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')
