import { describe, expect, it } from 'vitest'
import { keyGroups, keymap } from '../../../src/renderer/features/keyboard/keymap.ts'
import {
  matchKey,
  meantKey,
  type KeyPlace,
  type KeyStroke
} from '../../../src/renderer/features/keyboard/match.ts'

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...more
})
const place: KeyPlace = { mac: false, typing: false, onControl: false }

describe('a key press', () => {
  it('runs the command of the table', () => {
    expect(matchKey(stroke('j'), place)).toBe('next')
    expect(matchKey(stroke('ArrowUp'), place)).toBe('previous')
    expect(matchKey(stroke('3'), place)).toBe('rate3')
    expect(matchKey(stroke('?', { shiftKey: true }), place)).toBe('help')
    expect(matchKey(stroke(']'), place)).toBe('olderDeck')
    expect(matchKey(stroke('w'), place)).toBeNull()
  })

  it('works under a Korean layout by the place of the key', () => {
    expect(matchKey(stroke('ㅓ', { code: 'KeyJ' }), place)).toBe('next')
    expect(matchKey(stroke('ㅏ', { code: 'KeyK' }), place)).toBe('previous')
    expect(matchKey(stroke('ㅂ', { code: 'KeyQ' }), place)).toBe('queue')
    expect(matchKey(stroke('ㅌ', { code: 'KeyX' }), place)).toBe('skip')
    expect(matchKey(stroke('ㅕ', { code: 'KeyU', shiftKey: true }), place)).toBe('redo')
  })

  it('follows a Latin layout, not the place of the key', () => {
    // On a Dvorak keyboard the letter q is where X is on others.
    expect(meantKey({ key: 'q', code: 'KeyX' })).toBe('q')
  })

  it('does nothing in the middle of a composition', () => {
    expect(matchKey(stroke('ㅓ', { code: 'KeyJ', isComposing: true }), place)).toBeNull()
    expect(matchKey(stroke('j', { keyCode: 229 }), place)).toBeNull()
    expect(matchKey(stroke('Enter', { isComposing: true }), place)).toBeNull()
  })

  it('does nothing while typing', () => {
    for (const key of ['j', 'u', '/', 'Enter', 'Escape']) {
      expect(matchKey(stroke(key), { ...place, typing: true })).toBeNull()
    }
  })

  it('respects modifiers', () => {
    expect(matchKey(stroke('r', { ctrlKey: true }), place)).toBeNull()
    expect(matchKey(stroke('s', { altKey: true }), place)).toBeNull()
    expect(matchKey(stroke('q', { shiftKey: true }), place)).toBeNull()
    expect(matchKey(stroke('z', { ctrlKey: true }), place)).toBe('undo')
    expect(matchKey(stroke('Z', { ctrlKey: true, shiftKey: true }), place)).toBe('redo')
    expect(matchKey(stroke('y', { ctrlKey: true }), place)).toBe('redo')
    expect(matchKey(stroke('z', { metaKey: true }), place)).toBeNull()
    expect(matchKey(stroke('z', { metaKey: true }), { ...place, mac: true })).toBe('undo')
    expect(matchKey(stroke('z', { ctrlKey: true }), { ...place, mac: true })).toBeNull()
  })

  it('takes caps lock for what it is', () => {
    expect(matchKey(stroke('J'), place)).toBe('next')
    expect(matchKey(stroke('J', { shiftKey: true }), place)).toBe('extendDown')
  })

  it('leaves arrows, Enter and Space to a control that has the focus, but not letters', () => {
    const onControl = { ...place, onControl: true }
    for (const key of ['ArrowDown', 'Enter', ' ', 'Home']) expect(matchKey(stroke(key), onControl)).toBeNull()
    expect(matchKey(stroke('j'), onControl)).toBe('next')
    expect(matchKey(stroke('Escape'), onControl)).toBe('escape')
  })
})

describe('the table', () => {
  it('gives no key to two commands', () => {
    const chords = Object.values(keymap)
      .flat()
      .map(({ key, shift, mod }) => JSON.stringify([key, shift ?? false, mod ?? false]))
    expect(new Set(chords).size).toBe(chords.length)
  })

  it('is all in the help', () => {
    const shown = new Set<string>(keyGroups.flatMap((group) => group.rows.flatMap((row) => row.commands)))
    const rates = new Set(['rate2', 'rate3', 'rate4'])
    expect(Object.keys(keymap).filter((name) => !rates.has(name) && !shown.has(name))).toEqual([])
  })
})
