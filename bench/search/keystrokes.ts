import type { ArchivePaper, Picker } from '../../tests/core/search/archive.ts'

const CONSONANTS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'

/** What an input field holds while a syllable is typed: its consonant, then without and with its final. */
function states(char: string): string[] {
  const index = char.charCodeAt(0) - 0xac00
  if (index < 0 || index > 11_171) return [char]
  const open = String.fromCharCode(0xac00 + index - (index % 28))
  return [...new Set([CONSONANTS.charAt(Math.floor(index / 588)), open, char])]
}

/** All that an input field holds while a text is typed. */
function typed(text: string): string[] {
  return Array.from(text).flatMap((char, at) =>
    states(char).map((state) => Array.from(text).slice(0, at).join('') + state)
  )
}

/** Queries as users type them, letter by letter: words of titles, names, Korean stems, both languages. */
export function keystrokesOf(papers: readonly ArchivePaper[], pick: Picker, count: number): string[] {
  return Array.from({ length: count }, () => {
    const paper = pick.one(papers)
    const titleWords = paper.title.split(' ')
    const korean = paper.summary.flatMap(({ text }) => text.match(/[가-힣]{2,4}/g) ?? ['모델'])
    return pick.one([
      () => `${pick.one(titleWords)} ${pick.one(titleWords)}`,
      () => titleWords.slice(0, 3).join(' '),
      () => `${pick.one(paper.authors).split(' ')[1] ?? ''} ${pick.one(titleWords)}`,
      () => pick.one(korean),
      () => `${pick.one(korean)} ${pick.one(korean)}`,
      () => `${pick.one(titleWords)} ${pick.one(korean)}`
    ])()
  }).flatMap(typed)
}
