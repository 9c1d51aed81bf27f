import { describe, expect, it } from 'vitest'
import { score, sought } from '../../../src/renderer/features/palette/score.ts'

const points = (query: string, text: string): number => score(query, sought(text))

describe('what is typed', () => {
  it('is found at the start, at a word, by initials, within and scattered, in this order', () => {
    const falling = [
      points('settings', 'Settings'),
      points('sett', 'Settings'),
      points('key', 'Change keys'),
      points('ck', 'Change keys'),
      points('ang', 'Change keys'),
      points('chky', 'Change keys')
    ]
    expect(falling).toEqual(falling.toSorted((a, b) => b - a))
    expect(new Set(falling).size).toBe(falling.length)
    expect(points('xyz', 'Change keys')).toBe(0)
    expect(points('', 'Change keys')).toBe(0)
  })

  it('may have its words in any order, and needs all of them', () => {
    expect(points('26 aug', 'Monday 26 August 2024')).toBeGreaterThan(0)
    expect(points('dark theme', 'Theme: Dark')).toBeGreaterThan(0)
    expect(points('dark horse', 'Theme: Dark')).toBe(0)
  })

  it('is found at every step of composing a Korean syllable, and by first consonants', () => {
    for (const typed of ['ㅅ', '서', '설', '설ㅈ', '설저', '설정'])
      expect(points(typed, '설정'), typed).toBeGreaterThan(0)
    for (const typed of ['ㅇ', '이', '일', '읽', '읽으', '읽을', '읽을 ㄴ', '읽을 노', '읽을 논'])
      expect(points(typed, '읽을 논문'), typed).toBeGreaterThan(0)
    expect(points('고', '과제')).toBeGreaterThan(0)
    expect(points('ㅅㅈ', '설정')).toBeGreaterThan(0)
    expect(points('ㅇㄴ', '읽을 논문')).toBe(0)
    expect(points('ㅇㅇㄴㅁ', '읽을 논문')).toBeGreaterThan(0)
  })

  it('is the same with accents and capitals as without', () => {
    expect(points('resume', 'Résumé')).toBe(points('RÉSUMÉ', 'resume'))
  })
})
