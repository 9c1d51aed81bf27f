import { afterEach, describe, expect, it } from 'vitest'
import { commands } from '../../../src/contract/events.ts'
import { parseChord } from '../../../src/contract/keys.ts'
import { useKeys } from '../../../src/renderer/features/keyboard/bindings.svelte.ts'
import { ariaKeys, cap, chordCaps } from '../../../src/renderer/features/keyboard/caps.ts'
import { findKeys } from '../../../src/renderer/features/keyboard/find.ts'
import { commandNames, keySections } from '../../../src/renderer/features/keyboard/keymap.ts'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'

afterEach(() => {
  useKeys({})
  useLanguage('en', [])
})

const found = (query: string): string[] => findKeys(query).flatMap((section) => section.commands)

describe('the help', () => {
  it('has every command once, by a name of its own in both languages', () => {
    const shown = keySections.flatMap((section) => section.commands)
    expect(shown.toSorted()).toEqual([...commands].sort())
    for (const language of ['en', 'ko'] as const) {
      useLanguage(language, [])
      const names = commands.map((command) => commandNames[command]())
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(/[가-힣]/.test(name)).toBe(language === 'ko')
    }
  })

  it('is searched by name and by key', () => {
    expect(found('skip')).toEqual(['skip'])
    expect(found('x')).toEqual(['skip'])
    expect(found('ctrl+k')).toEqual(['palette'])
    expect(found('')).toHaveLength(commands.length)
    expect(found('no such thing')).toEqual([])
    useLanguage('ko', [])
    expect(found('별ㅍ')).toContain('star')
  })
})

describe('caps', () => {
  it('say the first key, as the user has changed it', () => {
    expect(cap('queue')).toBe('Q')
    useKeys({ queue: ['Mod+Shift+y', 'q'], skip: [] })
    expect(cap('queue')).toBe('Ctrl+Shift+Y')
    expect(ariaKeys('queue')).toBe('Control+Shift+y')
    expect(cap('skip')).toBe('')
    expect(ariaKeys('skip')).toBeUndefined()
  })

  it('are those of a Mac on a Mac', () => {
    const chord = parseChord('Mod+Alt+Shift+ArrowUp')
    expect(chord && chordCaps(chord, true)).toEqual(['⌘', '⌥', '⇧', '↑'])
    expect(chord && chordCaps(chord, false)).toEqual(['Ctrl', 'Alt', 'Shift', '↑'])
  })
})
