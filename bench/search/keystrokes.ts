import type { ArchivePaper, Picker } from '../../tests/core/search/archive.ts'
import { typingStates } from '../../tests/core/search/truth.ts'

/** All that an input field holds while a word is typed, Korean syllables in their making included. */
function typed(word: string): string[] {
  const letters = Array.from(word)
  return /[가-힣]/.test(word)
    ? [...new Set([...typingStates(word).map((state) => state.typed), word])]
    : letters.map((_, at) => letters.slice(0, at + 1).join(''))
}

/** Queries as users type them, key by key: words of titles, names, Korean stems, in both languages. */
export function keystrokesOf(papers: readonly ArchivePaper[], pick: Picker, count: number): string[] {
  return Array.from({ length: count }, () => {
    const paper = pick.one(papers)
    const title = (): string => pick.one(paper.title.split(' '))
    const stem = (): string =>
      pick.one(paper.summary.flatMap(({ text }) => text.match(/[가-힣]{2,4}/g) ?? ['모델']))
    const [before, word] = pick.one([
      () => [title(), title()],
      () => [paper.title.split(' ').slice(0, 2).join(' '), title()],
      () => [pick.one(paper.authors).split(' ')[1] ?? '', title()],
      () => ['', stem()],
      () => [stem(), stem()],
      () => [title(), stem()]
    ])()
    return typed(word ?? '').map((now) => `${before ?? ''} ${now}`.trimStart())
  }).flat()
}
