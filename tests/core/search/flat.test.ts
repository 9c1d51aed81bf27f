import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flatten, GAP, START } from '../../../src/core/search/flat.ts'

/** Flat text with `|` before each part, `_` where white space was. */
function shown(text: string): string {
  const { chars, marks } = flatten(text)
  return Array.from({ length: chars.length }, (_, i) => {
    const mark = marks[i] ?? 0
    return `${(mark & GAP) !== 0 ? '_' : (mark & START) !== 0 ? '|' : ''}${chars.charAt(i)}`
  }).join('')
}

describe('flat text', () => {
  it.each([
    ['Text-to-Image', '|text|to|image'],
    ['ControlNet BERTScore', '|control|net_bert|score'],
    ['GPT-4의 4bit', '|gpt|4|의_4|bit'],
    ['LLaMA 2', '|l|la|ma|2'],
    ['언어 모델을 쓴다. 그리고', '|언어_모델을_쓴다 |그리고'],
    ['비전-언어', '|비전|언어'],
    ['2312.06655', '|2312|06655'],
    ['M$^{2}$UGen', '|m|2|u|gen'],
    ['확산 모델(diffusion model)', '|확산_모델 |diffusion_model'],
    ['André Łukasz Straße', '|andre_lukasz_strasse'],
    ['ｆｕｌｌ　ｗｉｄｔｈ', '|full_width'],
    ['한', '|한'],
    ['이\u00adm\u200bodel', '|이|model'],
    ['ㅁㄷ 😀 が漢字', '|ㅁㄷ |が漢字'],
    ['𠮷野 𝐀', '|𠮷野_a']
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it('has a mark for each unit, no double stops, and stays as it is when flattened again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const { chars, marks } = flatten(text)
        expect(marks.length).toBe(chars.length)
        expect(chars).not.toMatch(/^ | {2}| $/)
        expect(flatten(chars.replaceAll(' ', ' | ')).chars).toBe(chars)
      })
    )
  })
})
