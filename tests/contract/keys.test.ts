import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/contract/events.ts'
import { chordText, defaultKeys, keysInUse, parseChord, refusal } from '../../src/contract/keys.ts'

describe('a chord', () => {
  it.each([
    ['q', 'q'],
    ['Q', 'q'],
    ['Shift+Mod+Z', 'Mod+Shift+z'],
    ['Alt+ArrowUp', 'Alt+ArrowUp'],
    ['Space', 'Space'],
    ['Mod+Plus', 'Mod+Plus'],
    // Whether a symbol needs Shift is the layout's affair.
    ['Shift+?', '?'],
    ['Shift+Space', 'Shift+Space']
  ])('%s is kept as %s', (text, kept) => {
    const chord = parseChord(text)
    expect(chord && chordText(chord)).toBe(kept)
  })

  it.each(['', '+', 'Mod+', 'Ctrl+z', 'Mod+Mod+z', 'z+Mod', 'no such', 'ab'])('%j is none', (text) => {
    expect(parseChord(text)).toBeNull()
  })

  it('reads back what it wrote', () => {
    const key = fc.constantFrom('a', 'é', 'ㅂ', '/', '+', ' ', '5', 'ArrowDown', 'F6', 'Enter')
    const chord = fc.record({ key, mod: fc.boolean(), alt: fc.boolean(), shift: fc.boolean() })
    fc.assert(
      fc.property(chord, (made) => {
        const text = chordText(made)
        const read = parseChord(text)
        expect(read && chordText(read)).toBe(text)
      })
    )
  })

  it('is refused where it would not come, or nothing would lead out', () => {
    const why = (text: string): unknown => {
      const chord = parseChord(text)
      return chord && refusal(chord, 'queue')
    }
    expect(why('Shift')).toBe('modifier')
    expect(why('Process')).toBe('unknown')
    for (const text of ['Tab', 'Shift+Tab', 'Mod+w', 'Mod+c', 'Escape']) expect(why(text)).toBe('reserved')
    expect(why('Mod+j')).toBeNull()
  })
})

describe('the table of keys', () => {
  it('has a key for every command, none for two, and only such as are allowed and kept', () => {
    const all = commands.flatMap((command) => defaultKeys[command])
    expect(new Set(all).size).toBe(all.length)
    for (const command of commands) {
      expect(defaultKeys[command].length).toBeGreaterThan(0)
      expect(defaultKeys[command].length).toBeLessThanOrEqual(4)
      for (const text of defaultKeys[command]) {
        const chord = parseChord(text)
        expect(chord && chordText(chord)).toBe(text)
        expect(chord && refusal(chord, command)).toBeNull()
      }
    }
    expect(keysInUse({})).toEqual(defaultKeys)
  })

  it('gives what the user gave before what came with it', () => {
    const keys = keysInUse({ skip: ['q', 'Mod+j'], star: [] })
    expect(keys.skip).toEqual(['q', 'Mod+j'])
    expect(keys.queue).toEqual([])
    expect(keys.star).toEqual([])
    expect(keys.read).toEqual(['r'])
  })

  it('passes over what is no chord or no command, and always has a way out', () => {
    const keys = keysInUse({ skip: ['', 'Ctrl+q', 'Tab', 'Escape', 'y'], noSuch: ['q'], escape: [] })
    expect(keys.skip).toEqual(['y'])
    expect(keys.queue).toEqual(['q'])
    expect(keys.escape).toEqual(['Escape'])
  })

  it('never gives a chord to two commands, whatever the settings hold', () => {
    const chords = fc.array(fc.constantFrom('q', 'Q', 'x', 'Shift+q', 'Escape', 'Mod+k', '?', 'nonsense'))
    const own = fc.dictionary(fc.constantFrom(...commands, 'noSuch'), chords)
    fc.assert(
      fc.property(own, (settings) => {
        const all = Object.values(keysInUse(settings)).flat()
        expect(new Set(all).size).toBe(all.length)
        expect(all).toContain('Escape')
      })
    )
  })
})
