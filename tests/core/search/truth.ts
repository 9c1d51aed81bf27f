import type { ArchivePaper } from './archive.ts'

/**
 * What is to be found, told apart from the code under test: plain regular expressions over the papers' own text.
 */

/** All text of a paper, its fields kept apart. */
export const textOf = (paper: ArchivePaper): string =>
  [
    paper.title,
    paper.arxivId,
    ...paper.authors,
    paper.note,
    ...paper.summary.flatMap((item) => [item.label, item.text])
  ]
    .join(' | ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')

/** Korean text anywhere, spaces and hyphens aside. */
export const korean = (text: string): RegExp => new RegExp(Array.from(text.replaceAll(' ', '')).join('[ -]?'))

const PART_START =
  '(?:(?<![A-Za-z0-9])|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z]))'

/** English text from the start of a part of a word on, in any case; `between` two letters there may be this. */
export const english = (text: string, between = '[-._’]?'): RegExp =>
  new RegExp(
    PART_START +
      Array.from(text.replaceAll(/[-._’ ]/g, ''))
        .map((char) => `[${char.toLowerCase()}${char.toUpperCase()}]`)
        .join(between)
  )

const FINALS = Array.from(' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ')
const INITIALS = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ')

const codeOf = (syllable: string): number => syllable.charCodeAt(0) - 0xac00
const syllableOf = (code: number): string => String.fromCharCode(0xac00 + code)

/**
 * What an input field holds while a word is typed on a Korean keyboard, for each syllable but the first: its
 * consonant as final of the one before (`몯` for `모데`), and the syllable without its final (`모데` for `모델`).
 */
export function typingStates(word: string): { typed: string; target: string }[] {
  return Array.from(word)
    .slice(1)
    .flatMap((syllable, index) => {
      const target = word.slice(0, index + 2)
      const before = word.charAt(index)
      const initial = INITIALS[Math.floor(codeOf(syllable) / 588)] ?? ''
      const final = FINALS.indexOf(initial)
      const moved =
        codeOf(before) % 28 === 0 && final > 0
          ? [word.slice(0, index) + syllableOf(codeOf(before) + final)]
          : [word.slice(0, index + 1) + initial]
      const open =
        codeOf(syllable) % 28 > 0
          ? [word.slice(0, index + 1) + syllableOf(codeOf(syllable) - (codeOf(syllable) % 28))]
          : []
      return [...moved, ...open].map((typed) => ({ typed, target }))
    })
}
